"""A source's text in pieces: what is marked in it, and what stands between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from kg.web.addresses import page_of
from kg.web.library import Library
from kg.web.proofs import split_place

_NOT_LINKED = ("Directive", "Target")


class Piece(msgspec.Struct, frozen=True):
    """A run of text; a marked one names the node it speaks of, or is the span that was asked for (`at`)."""

    text: str
    key: str = ""
    label: str = ""
    address: str = ""
    at: bool = False


class Mark(msgspec.Struct, frozen=True):
    """[start, end) of the text is to be marked."""

    start: int
    end: int
    key: str = ""
    label: str = ""


def article_text(library: Library, source: str, mentions: Iterable[Mapping[str, Any]]) -> Iterator[Piece]:
    """The text of an article, what it mentions marked; nothing where its source's text is not at hand.

    A source can be a page of several articles: this one's text is from the first line it mentions something in to the
    last, and all of the source if it holds no other.
    """
    text, marks = library.texts.get(source, ""), list(_marks(mentions))
    if not text:
        return
    start, end = 0, len(text)
    if len(library.articles_in(source)) > 1 and marks:
        start = text.rfind("\n", 0, min(mark.start for mark in marks)) + 1
        end = text.find("\n", max(mark.end for mark in marks))
    yield from pieces(
        text, [mark for mark in marks if mark.label not in _NOT_LINKED], start, end if end > 0 else len(text)
    )


def pieces(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """text[start:end] in pieces; of marks that overlap the longest is kept."""
    end = len(text) if end is None else end
    taken: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start - one.end, one.start)):
        inside = start <= mark.start < mark.end <= end
        if inside and all(mark.end <= other.start or mark.start >= other.end for other in taken):
            taken.append(mark)
    at = start
    for mark in sorted(taken, key=lambda one: one.start):
        if mark.start > at:
            yield Piece(text[at : mark.start])
        address = page_of(mark.key) if mark.key else ""
        yield Piece(text[mark.start : mark.end], mark.key, mark.label, address, at=not mark.key)
        at = mark.end
    if at < end:
        yield Piece(text[at:end])


def _marks(mentions: Iterable[Mapping[str, Any]]) -> Iterator[Mark]:
    for row in mentions:
        for place in row["evidence"]:
            _, start, end = split_place(place)
            yield Mark(start, end, row["key"], row["label"])
