"""Reports of meetings: a mention with the sittings its names tell, and runs of reports close in time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.resolve.editions import edition
from kg.resolve.mention import Mention
from kg.resolve.regions import place
from kg.resolve.sittings import Sitting, sittings, with_term

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
# Names that many organs' meetings have, number or not: only with their organ in front do they tell a series.
_ORGANLESS = re.compile(r"^(?:常委会|主席会|委员长会|集体学习|全会|联组|分组|主席团|大会|会$)")


class Report(NamedTuple):
    """A mention of a meeting. `day` is the sitting's own date, `published` the article's, both as a day's ordinal."""

    mention: Mention
    sittings: tuple[Sitting, ...]
    day: int | None
    published: int | None

    @property
    def numbered(self) -> bool:
        """Whether a number tells the sitting."""
        return any(s.ordinal for s in self.sittings)

    @property
    def date(self) -> str:
        """The sitting's date as the extractor gave it (EDTF)."""
        return self.mention.text("date")


def day_number(text: str) -> int | None:
    """A full ISO date as a day's ordinal; None for partial dates."""
    return datetime.date.fromisoformat(text).toordinal() if _DAY.match(text) else None


def report(mention: Mention, owner: str) -> Report:
    """Read a mention; `owner` (chair or holding body) makes a nameless 座谈会 more than any 座谈会."""
    date = mention.text("date")
    basis = date if _DAY.match(date) else mention.published
    told: dict[Sitting, None] = {}
    for name in mention.names:
        for sitting in sittings(name, place(mention.jurisdiction)):
            if not (sitting.generic and told):  # 会议 beside a telling name adds nothing
                told[_owned(edition(with_term(sitting, basis), basis), owner, mention)] = None
    named = tuple(s for s in told if s.series)
    return Report(mention, named, day_number(date), day_number(mention.published))


def _owned(sitting: Sitting, owner: str, mention: Mention) -> Sitting:
    if not (sitting.anybodys or mention.flag("_bare") or _ORGANLESS.match(sitting.series)):
        return sitting
    return sitting._replace(series=f"{owner}:{sitting.series}" if owner else "")


def runs(items: Iterable[int], when: Callable[[int], int], gap: int) -> list[list[int]]:
    """Items in order of time, cut where more than `gap` days pass between two."""
    found: list[list[int]] = []
    for item in sorted(items, key=lambda i: (when(i), i)):
        if found and when(item) - when(found[-1][-1]) <= gap:
            found[-1].append(item)
        else:
            found.append([item])
    return found


def most_in_a_year(days: Iterable[int]) -> int:
    """The largest number of different days within 365 of each other."""
    ordered = sorted(set(days))
    most = start = 0
    for end, day in enumerate(ordered):
        while day - ordered[start] >= 365:
            start += 1
        most = max(most, end - start + 1)
    return most
