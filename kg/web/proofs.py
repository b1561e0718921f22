"""Evidence beside its text: where a quote stands in its source, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from kg.show.texts import fits
from kg.web.addresses import place_in
from kg.web.library import Library

SHOWN = 6  # of one fact's proofs
AROUND = 70  # characters shown on each side
_ENDS = "。！？"
_PARAGRAPH = re.compile(r"\n[ \t　]*\n")
_BREAK = re.compile(r"[ \t　]*\n\s*")  # of a scanned column, in the middle of a sentence


class Proof(msgspec.Struct, frozen=True):
    """One proof. `before` and `after` are the words around it, empty where the source's text is not at hand, or no
    longer reads as quoted; `date` is the day of the report.
    """

    place: str
    quote: str
    address: str
    date: str = ""
    before: str = ""
    after: str = ""


class Proofs(msgspec.Struct, frozen=True):
    """The proofs of a fact: the first ones, and how many there are."""

    shown: tuple[Proof, ...]
    total: int


def proofs(library: Library, evidence: Sequence[str] | None, quotes: Sequence[str] | None) -> Proofs:
    """The proofs of a fact, from its `evidence` and `quotes`."""
    pairs = list(dict.fromkeys(zip(evidence or (), quotes or (), strict=False)))
    return Proofs(tuple(_proof(library, place, quote) for place, quote in pairs[:SHOWN]), len(pairs))


def of_row(library: Library, *rows: dict[str, Any]) -> Proofs:
    """The proofs of rows that together tell one thing."""
    return proofs(library, _joined(row["evidence"] for row in rows), _joined(row["quotes"] for row in rows))


def _joined(lists: Iterable[Sequence[str] | None]) -> list[str]:
    return [entry for one in lists for entry in one or ()]


def _proof(library: Library, place: str, quote: str) -> Proof:
    source, start, end = split_place(place)
    articles = library.articles_in(source)
    date = next((str(row["date"]) for row in articles if row["date"]), "")
    text = library.texts.get(source, "")
    if not text or not fits(text, [(start, end, quote)]):
        return Proof(place, quote, place_in(source, start, end), date)
    words = (_before(text, start), text[start:end], _after(text, end))
    before, marked, after = (_BREAK.sub("", part) for part in words)
    return Proof(place, marked, place_in(source, start, end), date, before, after)


def split_place(place: str) -> tuple[str, int, int]:
    """`SOURCE#char=START,END` in its three parts; (place, 0, 0) where it is none."""
    source, _, span = place.rpartition("#char=")
    start, _, end = span.partition(",")
    return (source, int(start), int(end)) if start.isdecimal() and end.isdecimal() else (place, 0, 0)


def _before(text: str, start: int) -> str:
    """The words before in the same paragraph, from the beginning of a sentence if one is near."""
    head = _PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1]
    return head[min((head.find(mark) + 1 for mark in _ENDS if mark in head), default=0) :]


def _after(text: str, end: int) -> str:
    """The words after in the same paragraph, to the end of a sentence if one is near."""
    tail = _PARAGRAPH.split(text[end : end + AROUND])[0]
    return tail[: max((tail.rfind(mark) + 1 for mark in _ENDS if mark in tail), default=len(tail))]
