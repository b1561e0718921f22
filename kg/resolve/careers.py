"""Whether two pictures of one name can be one career: terms in office, ranks, company."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.resolve.profiles import Profile

MARGIN = 30  # days by which terms of two bodies may overlap in one career: announcement and handing over
ABROAD = 800  # days between a post abroad and one whose country is not told that may be one person's
STEP = 2  # ranks a career may climb between two posts we see
# Bodies that one sits in beside another post.
_BESIDE = re.compile(
    r"领导小组|协会|学会|基金会|理事会|联合会|委员会$|组委会|大会|峰会|^中央|^国务院$|政治局|(?:人大|人大常委会|政协)$"
)


class Unit:
    """Profiles taken for one person: their terms by body (first and last day seen), rank and company."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.terms: dict[str, tuple[int, int]] = {}
        self.company: set[str] = set()
        self.called: set[str] = set()
        self.days: set[int] = set()
        self.nations: set[str] = set()
        self.rank = 0
        self.size = 0
        for profile in profiles:
            self._add(profile)

    def _add(self, seen: Profile) -> None:
        self.size += 1
        self.rank = max(self.rank, seen.rank)
        self.company |= seen.company
        self.called |= seen.called
        self.nations |= seen.nations
        if seen.day is None:
            return
        self.days.add(seen.day)
        for post in seen.telling:
            if post.former:
                continue
            body = post.body.same if post.body else ""
            first, last = self.terms.get(body, (seen.day, seen.day))
            self.terms[body] = min(first, seen.day), max(last, seen.day)

    @property
    def first(self) -> int:
        """The first day seen, 0 when unknown."""
        return min(self.days, default=0)

    def distance(self, other: Unit) -> int:
        """Days between the two in the news; 0 where they overlap or a date is missing."""
        if not (self.days and other.days):
            return 0
        return max(0, min(self.days) - max(other.days), min(other.days) - max(self.days))

    def take(self, other: Unit) -> None:
        """Become both."""
        for body, (first, last) in other.terms.items():
            mine = self.terms.get(body, (first, last))
            self.terms[body] = min(mine[0], first), max(mine[1], last)
        self.company |= other.company
        self.called |= other.called
        self.nations |= other.nations
        self.days |= other.days
        self.rank = max(self.rank, other.rank)
        self.size += other.size

    def contradiction(self, other: Unit) -> str:
        """Why they cannot be one: offices of two countries, or of two bodies at one time; empty when nothing speaks."""
        if self.nations and other.nations and not self.nations & other.nations:
            return f"offices of {min(self.nations)} and of {min(other.nations)}"
        if bool(self.nations) != bool(other.nations) and self.terms and other.terms and self.distance(other) > ABROAD:
            return f"offices of {min(self.nations | other.nations)} and elsewhere, years apart"
        if self.terms.keys() & other.terms.keys():
            return ""
        for mine, term in sorted(self.terms.items()):
            for theirs, others in sorted(other.terms.items()):
                if not _BESIDE.search(mine) and not _BESIDE.search(theirs) and _at_one_time(term, others):
                    return f"{mine} and {theirs} at one time"
        return ""

    def may_become(self, other: Unit, least: int) -> bool:
        """Whether both are so high that a name in the news is its office holder's, and no leap lies between."""
        low, high = sorted((self.rank, other.rank))
        return low >= least and high - low <= STEP


def _at_one_time(a: tuple[int, int], b: tuple[int, int]) -> bool:
    inner, outer = sorted((a, b), key=lambda term: (term[1] - term[0], term))
    overlap = min(a[1], b[1]) - max(a[0], b[0])
    return overlap > MARGIN or (outer[0] + MARGIN < inner[0] and inner[1] < outer[1] - MARGIN)
