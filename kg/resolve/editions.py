"""Summits under their several names: G20杭州峰会 and 二十国集团领导人第十一次峰会 are one edition."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.resolve.sittings import Sitting
from kg.resolve.words import table

_NEAR = 500  # days from its edition at which a place alone (厦门会晤) still means it
_THIS = 200  # days from an edition at which the series' bare name means it


class Edition(NamedTuple):
    """One edition of a summit; `number` is 0 where editions are told by year."""

    series: str
    number: int
    day: datetime.date
    place: str

    @property
    def sitting(self) -> Sitting:
        """The one name all its names come down to."""
        return Sitting(self.series, 0 if self.number else self.day.year, self.number)


class _Summit(NamedTuple):
    names: re.Pattern[str]
    short: str
    editions: tuple[Edition, ...]


@cache
def _summits() -> tuple[_Summit, ...]:
    return tuple(
        _Summit(
            re.compile("|".join(row["names"]).replace("(?P<place>", "(")),
            row["short"],
            tuple(
                Edition(row["series"], number, datetime.date.fromisoformat(day), place)
                for number, day, place in row["editions"]
            ),
        )
        for row in table("editions")["summit"]
    )


def edition(sitting: Sitting, date: str) -> Sitting:
    """The edition a name means, told by number, year, place or, failing those, the date; else the name as it is."""
    day = datetime.date.fromisoformat(date) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None
    meant = next(_meant(sitting, day), None)
    return meant.sitting if meant else sitting


def _meant(sitting: Sitting, day: datetime.date | None) -> Iterator[Edition]:
    year, series = _year(sitting)
    for summit in _summits():
        match = summit.names.fullmatch(series)
        if match:
            place = next((group for group in match.groups() if group), "")
            yield from _of(summit, sitting.ordinal, year, place, day)
        elif summit.short and series.endswith(summit.short) and not sitting.ordinal:
            place = series.removesuffix(summit.short)
            yield from (e for e in summit.editions if e.place == place and day and _days(e, day) <= _NEAR)


def _year(sitting: Sitting) -> tuple[int, str]:
    match = re.match(r"(\d{4})年", sitting.series)
    return (int(match[1]), sitting.series[match.end() :]) if match else (sitting.term, sitting.series)


def _of(summit: _Summit, number: int, year: int, place: str, day: datetime.date | None) -> Iterator[Edition]:
    """The editions of a summit that fit what the name tells; without a word of it the one nearest in time."""
    told = [
        e
        for e in summit.editions
        if number in (0, e.number) and year in (0, e.day.year) and place in ("", e.place) and (number or year or place)
    ]
    if not told and not (number or year or place) and day:
        told = [e for e in summit.editions if _days(e, day) <= _THIS]
    yield from sorted(told, key=lambda e: _days(e, day) if day else 0)


def _days(edition: Edition, day: datetime.date) -> int:
    return abs((edition.day - day).days)
