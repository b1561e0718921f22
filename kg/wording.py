"""How the wording of a demand changed from one meeting to the next.

changes("全面落实精准赋码机制", "从严执行精准赋码机制")
# gone 全面落实, new 从严执行, same 精准赋码机制
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Literal

import msgspec
import rjieba

from kg.source.view import normalise

Kind = Literal["same", "gone", "new"]
_ALIKE = 0.3  # wordings that share less are two sentences, not a change of one
_BREAK = re.compile(r"\s*\n\s*")  # of a scan's line: no part of the wording
_CLAUSE = re.compile(r"(?:“[^”]*”|[^，。；！？：“])+")


class Piece(msgspec.Struct, frozen=True):
    """A run of text that stayed (`same`), that only the earlier wording has (`gone`), or only the later (`new`)."""

    kind: Kind
    text: str


def clause(words: str, forms: Iterable[str]) -> str:
    """The clause of `words` that holds the longest of the forms; all of `words` where none is in one clause."""
    words = normalise(_BREAK.sub("", words))
    clauses = _CLAUSE.findall(words)
    for form in sorted(forms, key=len, reverse=True):
        for text in clauses:
            if normalise(form) in text:
                return str(text).strip()
    return words


def nearest(after: str, candidates: Iterable[str]) -> str:
    """The candidate that shares most with `after`; empty where there is none."""
    return max(candidates, key=lambda before: _match(rjieba.cut(before), rjieba.cut(after)).ratio(), default="")


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both wordings in reading order, compared word by word; what is gone stands before what is new.

    Where `before` is empty there is nothing to compare with: all of `after` is the same.
    """
    if not before:
        return (Piece("same", after),)
    old, new = rjieba.cut(before), rjieba.cut(after)
    compared = _match(old, new)
    if compared.ratio() < _ALIKE:
        return (Piece("gone", before), Piece("new", after))
    pieces: list[Piece] = []
    for tag, a, b, c, d in compared.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        pieces += [Piece("gone", "".join(old[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(new[c:d]))] if d > c else []
    return tuple(pieces)


def _match(old: list[str], new: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)
