"""Columns that were printed or scanned in the wrong order, put back.

A page whose columns are exchanged shows it where they meet: a line breaks off and what follows does not go on with it,
a paragraph begins in the middle of a sentence. Each place between two lines is given a figure for how well it reads
(kg.source.seams); two neighbouring blocks are exchanged as long as that makes the page read better by a clear margin.
Where there is no evidence the printed order stands. Work grows with the lines, as each bad place is compared with
those around it only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import log

from kg.source.lines import Line, are_torn
from kg.source.seams import Seams, begins, ends_heading

_POOR, _BAD = 1.0, -0.5  # an exchange is looked for between places that read worse, one of them really bad
_TORN, _WHOLE = 3.2, 6.0  # how much better it must read, on a page with other broken paragraphs and on one without
_LONG, _PASSED = 3.5, 0.75  # log-odds lost with each e-fold of a block's lines
_NEAREST = 8  # other poor places that a bad one is tried with
_ROUNDS = 8
_FAR = 60  # lines over which blocks are compared
_UNFINISHED, _AFTER_BYLINE = -4.0, -3.0


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines, blocks exchanged where the seams prove it."""
    if not any(line.breaks_off for line in lines):
        return list(lines)
    page = _Page(lines)
    for _ in range(_ROUNDS):
        if not page.improve():
            break
    return [lines[number] for number in page.order]


class _Page:
    """Lines in some order, and how well each place between two of them reads."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.order = list(range(len(lines)))
        self._lines = lines
        self._seams = Seams([line.seen for line in lines])
        self._margin = _TORN if are_torn(lines) else _WHOLE
        self._reads = cache(self._reading)
        self._around: list[int | None] = []  # the lines as they stand now, with the page's edges: place n is behind n
        self._at: list[float] = []  # how well each place reads

    def improve(self) -> bool:
        """Exchange neighbouring blocks, the surest first, none that touch each other; False where none is sure."""
        done: list[tuple[int, int]] = []
        self._around = [None, *self.order, None]
        self._at = [self._reads(before, after) for before, after in pairwise(self._around)]
        for _, _, (start, middle, end) in sorted(self._exchanges(), reverse=True):
            if all(end < first or last < start for first, last in done):
                done.append((start, end))
                self.order[start:end] = self.order[middle:end] + self.order[start:middle]
        return bool(done)

    def _exchanges(self) -> Iterator[tuple[float, int, tuple[int, int, int]]]:
        """(gain, shortness of the block that moves up, (start, middle, end)) where it is enough, around bad places."""
        for start, middle, end in self._candidates():
            gain = round(self._gain(start, middle, end) - self._surprise(start, middle, end), 3)
            if gain >= self._margin:
                yield gain, middle - end, (start, middle, end)

    def _candidates(self) -> set[tuple[int, int, int]]:
        """Three places with two blocks between them: around each bad place, and with another poor one anywhere near."""
        last = len(self.order)
        doubt = [self._as_printed(place) for place in range(last + 1)]
        poor = [place for place in range(last + 1) if doubt[place] < _POOR]
        found = {(at, at + 1, at + 2) for bad in poor if doubt[bad] < _BAD for at in (bad - 2, bad - 1, bad)}
        for number, one in enumerate(poor):
            for other in (place for place in poor[number + 1 : number + 1 + _NEAREST] if place - one <= _FAR):
                if min(doubt[one], doubt[other]) < _BAD:
                    thirds = range(max(0, other - _FAR), min(last, one + _FAR) + 1)
                    found |= {_three(one, other, third) for third in thirds if third not in (one, other)}
        if doubt[0] < _BAD:
            found |= self._behind_breaks(last)
        return {blocks for blocks in found if blocks[0] >= 0 and blocks[2] <= last}

    def _behind_breaks(self, last: int) -> set[tuple[int, int, int]]:
        """Where a page begins in the middle of a sentence: what begins it goes behind some line that breaks off."""
        ends = [end for end in range(2, min(last, _FAR) + 1) if self._lines[self.order[end - 1]].breaks_off]
        return {(0, middle, end) for end in ends for middle in range(1, end)}

    def _surprise(self, start: int, middle: int, end: int) -> float:
        """What speaks against the exchange before anything is read: long blocks rarely change places.

        But a block that is put at the end of the page may have come from anywhere.
        """
        first, second = middle - start, end - middle
        to_the_end = end == len(self.order) and second < first
        return _LONG * log(second) + (_PASSED if to_the_end else _LONG) * log(first)

    def _gain(self, start: int, middle: int, end: int) -> float:
        line, reads, at = self._around, self._reads, self._at
        exchanged = (
            reads(line[start], line[middle + 1])
            + reads(line[end], line[start + 1])
            + reads(line[middle], line[end + 1])
        )
        return exchanged - at[start] - at[middle] - at[end]

    def _as_printed(self, place: int) -> float:
        """How well it reads where nothing is missing: a line that breaks off goes on here."""
        before, after = self._around[place], self._around[place + 1]
        if before is not None and self._lines[before].breaks_off:
            return self._on(self._lines[before], self._lines[after] if after is not None else None)
        return self._at[place]

    def _reading(self, one: int | None, other: int | None) -> float:
        """How well line `other` reads behind line `one`; None is the page's edge."""
        before = self._lines[one] if one is not None else None
        after = self._lines[other] if other is not None else None
        if before is None or before.is_complete or before.marked:
            return _anew(before, after)
        return max(_anew(before, after) + _stops(before), self._on(before, after))

    def _on(self, before: Line, after: Line | None) -> float:
        if after is None or after.marked or after.has_dateline:
            return _UNFINISHED
        return self._seams.goes_on(before.seen, after.seen)


def _three(one: int, other: int, third: int) -> tuple[int, int, int]:
    first, second, last = sorted((one, other, third))
    return first, second, last


def _anew(before: Line | None, after: Line | None) -> float:
    """How well a new paragraph, heading or article begins here."""
    if after is None or after.has_dateline:
        return 0.0
    if after.may_be_heading:
        return max(_as_heading(after), begins(after.seen))
    return begins(after.seen) + (_AFTER_BYLINE if before is not None and before.has_byline else 0.0)


def _stops(line: Line) -> float:
    """0, or what speaks against the end of a line that is no complete sentence being meant."""
    return _UNFINISHED if line.breaks_off else _as_heading(line)


def _as_heading(line: Line) -> float:
    return min(0.0, ends_heading(line.seen)) if line.may_be_heading and not line.marked else 0.0
