"""Abbreviated formulas: which abbreviations a wording in parts can have (六稳, 三去一降一补, 四个意识, 放管服, 双创).

The abbreviations of a wording are generated and looked up, so nothing is compared pair by pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, product
from os.path import commonprefix  # character by character, which is meant

from kg.extract.numerals import to_int
from kg.resolve.canon import squeeze

_JOINTS = re.compile(r"[、，,；;+和与及·]")
_NUMERAL = "一二两双三四五六七八九十"
_COUNTED = re.compile(rf"([{_NUMERAL}]+)[个大项条种]?")
_SHORTEST, _LONGEST = 2, 10
_INITIALS = range(3, 5)  # parts of a wording abbreviated by one character each: 放管服


def parts(wording: str) -> tuple[str, ...]:
    """The parts of a wording: 简政放权、放管结合、优化服务 has three."""
    return tuple(part for part in _JOINTS.split(squeeze(wording)) if part)


@lru_cache(maxsize=50_000)
def signature(abbreviation: str) -> str:
    """An abbreviation's comparing form: numbers as digits, without measure words (四个意识 and 四意识: 4意识)."""
    return _COUNTED.sub(lambda m: str(2 if m[1] == "双" else to_int(m[1]) or m[1]), squeeze(abbreviation))


def abbreviations(wording: str) -> Iterator[tuple[str, str]]:
    """Signatures of the abbreviations a wording can have, each with the reason."""
    pieces = parts(wording)
    if not _SHORTEST <= len(pieces) <= _LONGEST or max(map(len, pieces)) > 20:
        return
    count = str(len(pieces))
    front, back = commonprefix(pieces), commonprefix([p[::-1] for p in pieces])[::-1]  # noqa: RUF071
    yield from ((count + front[:n], f"{count} parts begin with {front[:n]}") for n in range(1, len(front) + 1))
    yield from ((count + back[-n:], f"{count} parts end with {back[-n:]}") for n in range(1, len(back) + 1))
    yield from _runs(pieces)
    yield from _by_characters(pieces)


def _runs(pieces: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """三去一降一补: runs of parts with one first character."""
    runs = [(len(list(run)), first) for first, run in groupby(piece[0] for piece in pieces)]
    if 1 < len(runs) < len(pieces):
        yield "".join(f"{length}{first}" for length, first in runs), "runs of parts with one first character"


def _by_characters(pieces: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """双创: a character that both parts have; 放管服: one character of each part."""
    if len(pieces) == 2:
        yield from ((f"2{char}", f"both parts have {char}") for char in sorted(set(pieces[0]) & set(pieces[1])))
    if len(pieces) in _INITIALS and max(map(len, pieces)) <= 6:
        yield from (("".join(chars), "one character of each part") for chars in product(*pieces))
