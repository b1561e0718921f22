"""What a question mentions: names of the store, times, numbers of sittings, English terms, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kg.ask import vocabulary
from kg.ask.names import ROLE, Name, Names
from kg.ask.periods import Period, find_periods
from kg.ask.romanised import find_terms
from kg.ask.text import HAN, Question
from kg.model import Label

ORDINAL, PERIOD, QUOTED, UNKNOWN = "Ordinal", "Period", "Quoted", "Unknown"
_ORDINAL = re.compile(
    r"第(?P<a>\d+)[次届期轮](?!提|出现|被|担任)|(?<![\d第])(?P<b>\d+)次(?=[^,，。?？]{0,16}会)|\b(?P<c>\d+)(?:st|nd|rd|th)\b"
    r"|\b(?:no\.?|number|#) ?(?P<d>\d+)\b"
)
_JOINED = re.compile(rf"\+(?:[{HAN}]{{2,6}}\+)*")  # between the parts of a composite, known or not
_BODY_BEGINS = re.compile(r"会(?!议)|团")


class Mention(NamedTuple):
    """text[start:end] of the question names something: `names` are what it can mean, the likeliest first.

    `slip` is true where it was mistyped, `period` and `number` are what a time and an ordinal say.
    """

    start: int
    end: int
    kind: str
    text: str
    names: tuple[Name, ...] = ()
    period: Period | None = None
    number: int = 0
    slip: bool = False


def find_mentions(question: Question, names: Names, today: date) -> list[Mention]:
    """The mentions of a question, none overlapping another, in order."""
    return _without_overlaps(question, _candidates(question, names, today))


def _candidates(question: Question, names: Names, today: date) -> Iterator[Mention]:
    """Everything the question may mention; much of it overlaps."""
    text = question.text
    for period in find_periods(text, today):
        yield _mention(text, period.start, period.end, PERIOD)._replace(period=period)
    for match in _ORDINAL.finditer(text):
        number = next(int(digits) for digits in match.groups() if digits)
        yield _mention(text, *match.span(), ORDINAL)._replace(number=number)
    yield from _named(text, names)
    for start, end, term in find_terms(text):
        yield _mention(text, start, end, term.kind, (term,))
    for start, end in question.quoted:
        yield _mention(text, start, end, QUOTED)


def _named(text: str, names: Names) -> Iterator[Mention]:
    """Names of the store, unless they are words of questions too; parts of a composite are one thing, whole or not."""
    found = [hit for hit in names.find(text) if not all(w.concepts for w in vocabulary.read(text[hit.start : hit.end]))]
    for start, end, meant in found:
        if _BODY_BEGINS.match(text, end) and meant[0].kind == ROLE:
            continue  # 委员会 is no 委员
        for kind in {name.kind for name in meant}:
            yield _mention(text, start, end, kind, tuple(name for name in meant if name.kind == kind))
    for one, other in pairwise(found):
        if _JOINED.fullmatch(text, one.end, other.start):
            yield _mention(text, one.start, other.end, QUOTED)


def _mention(text: str, start: int, end: int, kind: str, names: tuple[Name, ...] = ()) -> Mention:
    return Mention(start, end, kind, text[start:end], names)


_RANK = {PERIOD: 0, ORDINAL: 0, Label.PERSON: 1, Label.MEASURE: 1, QUOTED: 9}


def _without_overlaps(question: Question, candidates: Iterable[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest; what stands between quotation marks is one thing."""
    taken: list[Mention] = []
    for one in sorted(candidates, key=lambda m: (m.start - m.end, _RANK.get(m.kind, 5), m.start)):
        cut = any(
            start < one.end and one.start < end and one.end - one.start < end - start for start, end in question.quoted
        )
        if not cut and all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return sorted(taken)
