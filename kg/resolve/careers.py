"""Whether two pictures of one name can be one career: terms in office, ranks, tracks, countries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.resolve.profiles import Profile, rank

MARGIN = 30  # days by which terms of two bodies may overlap in one career: announcement and handing over
ABROAD = 800  # days between a post abroad and one whose country is not told that may be one person's
STEP = 2  # ranks a career may climb between two posts we see
_YEAR = 365
_SHORT_TERM = 2 * _YEAR  # days before which hardly anybody leaves an office for a congress' committee
_TELLING = 5  # characters of an office's name that tell it in running words
_LAG = 10  # days by which the news may still name a post that was left
# Bodies that one sits in beside another post.
_BESIDE = re.compile(
    r"领导小组|协会|学会|基金会|理事会|联合会|(?:中央|国务院).*委员会$|组委|筹委会|大会|峰会|^党和国家$|主席团|^中央|^国务院$|政治局"
    r"|(?:人大|人大常委会|政协)$"
)
_ARMY = re.compile(r"武警部队|战区$|军区$|(?:^|解放军)(?:海军|空军|火箭军|陆军|联勤保障部队)|中央军委.+部$")
_SECOND_LINE = re.compile(r"(?:人大|政协)(?!常).+委员会$")
_ASSEMBLY = re.compile(r"人大|政协|人民代表大会")
_HOME = re.compile(
    r"中国|中央|国务院|国家|全国(?:人大|政协|总工会|妇联|工商联)|最高人民|.*[省市县区州盟旗](?:委|政府)"
)  # bodies of China by name
_REGION = re.compile(r"^(?!.*军).*[省市县区州盟旗](?:委|党委|政府)$")


class Unit:
    """Profiles taken for one person: their terms by body (first and last day seen), ranks by day, company; `ordinary`
    and `past` say that no mention is an office holder's, or only a former one's.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.terms: dict[str, tuple[int, int]] = {}
        self.ranks: dict[int, int] = {}
        self.offices: set[str] = set()
        self.company: set[str] = set()
        self.called: set[str] = set()
        self.days: set[int] = set()
        self.nations: set[str] = set()
        self.ordinary = self.past = True
        self.rank = 0
        self.size = 0
        for profile in profiles:
            self.add(profile)

    def add(self, seen: Profile) -> None:
        """One more mention of the person."""
        self.size += 1
        self.ordinary = self.ordinary and seen.ordinary
        self.past = self.past and all(post.former for post in seen.telling)
        self.rank = max(self.rank, seen.rank)
        self.company |= seen.company
        self.called |= seen.called
        self.nations |= seen.nations
        self.offices.update(post.name for post in seen.telling)
        if seen.day is None:
            return
        self.days.add(seen.day)
        if seen.ranked:
            self.ranks[seen.day] = max(self.ranks.get(seen.day, 0), seen.rank)
        for post in seen.telling:
            if post.former or rank(post.name) == 0:
                continue  # a seat beside an office contradicts none
            body = post.body.same if post.body else ""
            first, last = self.terms.get(body, (seen.day, seen.day))
            self.terms[body] = min(first, seen.day), max(last, seen.day)

    @property
    def first(self) -> int:
        """The first day seen, 0 when unknown."""
        return min(self.days, default=0)

    @property
    def last(self) -> int:
        """The last day seen, 0 when unknown."""
        return max(self.days, default=0)

    def distance(self, other: Unit) -> int:
        """Days between the two in the news; 0 where they overlap or a date is missing."""
        if not (self.days and other.days):
            return 0
        return max(0, self.first - other.last, other.first - self.last)

    def away(self, day: int | None) -> int:
        """Days between a day and the nearest time the person was seen; 0 where a date is missing."""
        return 0 if day is None or not self.days else min(abs(day - seen) for seen in self.days)

    def has_office_in(self, near: Iterable[str]) -> bool:
        """Whether one of the person's offices is told in these words."""
        return any(office in text for office in self.offices if len(office) >= _TELLING for text in near)

    def take(self, other: Unit) -> None:
        """Become both."""
        for body, (first, last) in other.terms.items():
            mine = self.terms.get(body, (first, last))
            self.terms[body] = min(mine[0], first), max(mine[1], last)
        for day, level in other.ranks.items():
            self.ranks[day] = max(self.ranks.get(day, 0), level)
        self.offices |= other.offices
        self.company |= other.company
        self.called |= other.called
        self.nations |= other.nations
        self.days |= other.days
        self.ordinary = self.ordinary and other.ordinary
        self.past = self.past and other.past
        self.rank = max(self.rank, other.rank)
        self.size += other.size

    def contradiction(self, other: Unit, *, full: bool = False, hardly: bool = False) -> str:
        """Why they cannot be one: two countries, two tracks, two bodies at one time; empty when nothing speaks.
        With a `full` foreign name years between a city's office and the country's mean nothing, where `hardly` two can
        bear the name a return into office does not either.
        """
        if self.nations and other.nations and not self.nations & other.nations:
            return f"offices of {min(self.nations)} and of {min(other.nations)}"
        one_abroad = bool(self.nations) != bool(other.nations)
        if one_abroad and not full and self.terms and other.terms and self.distance(other) > ABROAD:
            return f"offices of {min(self.nations | other.nations)} and elsewhere, years apart"
        if self.terms.keys() & other.terms.keys():
            return ""
        back = "" if hardly else self._come_back(other) or other._come_back(self)
        return self._of_two_tracks(other) or back or self._at_one_time(other, one_told=one_abroad)

    def _of_two_tracks(self, other: Unit) -> str:
        """Whoever commands troops does not govern a province."""
        for one, two in ((self, other), (other, self)):
            troops = sorted(body for body in one.terms if _ARMY.search(body))
            regions = sorted(body for body in two.terms if _REGION.search(body))
            if troops and regions:
                return f"{troops[0]} and {regions[0]}"
        return ""

    def _come_back(self, other: Unit) -> str:
        """Whoever left office for a committee of a congress does not come back into the executive."""
        for seat, (since, _) in sorted(self.terms.items()):
            if _SECOND_LINE.search(seat):
                for body, (_, until) in sorted(other.terms.items()):
                    if until > since + _LAG and not _ASSEMBLY.search(body) and not _BESIDE.search(body):
                        return f"{seat} before {body}"
        return ""

    def _at_one_time(self, other: Unit, *, one_told: bool) -> str:
        """Two bodies at once. Where a country is told of `one_told` only, the other's bodies may be that country's."""
        if one_told and not any(map(_HOME.match, self.terms.keys() | other.terms.keys())):
            return ""
        for mine, term in sorted(self.terms.items()):
            for theirs, others in sorted(other.terms.items()):
                beside = _BESIDE.search(mine) or _BESIDE.search(theirs) or mine in theirs or theirs in mine
                if not beside and _overlap(term, others):
                    return f"{mine} and {theirs} at one time"
        return ""

    def is_over(self, other: Unit) -> bool:
        """Whether one is only known to have left a country's office before the other is seen in another one."""
        gone, other = (self, other) if self.past else (other, self)
        return gone.past and not other.past and bool(gone.nations) and other.first > gone.last

    def begins_before(self, other: Unit) -> bool:
        """Whether the other is a seat for those who leave office, and this one's last office began shortly before."""
        retires = bool(other.terms) and all(_SECOND_LINE.search(body) for body in other.terms)
        offices = [first for body, (first, _) in self.terms.items() if not _BESIDE.search(body)]
        return retires and bool(offices) and 0 <= other.first - max(offices) < _SHORT_TERM

    def in_two_places(self, others: Iterable[Unit]) -> bool:
        """Whether this one, of no country, could as well be any of several office holders of different countries."""
        near = [other.nations for other in others if other.nations and other.distance(self) <= ABROAD]
        return not self.nations and bool(near) and not set.intersection(*near)

    def may_become(self, other: Unit, least: int) -> bool:
        """Whether both are so high that a name in the news is its office holder's, and no leap lies between."""
        low, high = sorted((self._rank_near(other), other._rank_near(self)))
        return low >= least and high - low <= STEP

    def _rank_near(self, other: Unit) -> int:
        """The rank within a year of the time that is nearest to the other's."""
        if not (self.ranks and other.ranks):
            return self.rank
        early, late = min(other.ranks), max(other.ranks)
        nearest = min(self.ranks, key=lambda day: (max(0, early - day, day - late), day))
        return max(level for day, level in self.ranks.items() if abs(day - nearest) <= _YEAR)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    inner, outer = sorted((a, b), key=lambda term: (term[1] - term[0], term))
    overlap = min(a[1], b[1]) - max(a[0], b[0])
    return overlap > MARGIN or (outer[0] + MARGIN < inner[0] and inner[1] < outer[1] - MARGIN)
