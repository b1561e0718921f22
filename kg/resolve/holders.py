"""Whose office holder's a mention without a post is: the only one it can mean, by company, title, time and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.lazy import lazy
from kg.resolve.careers import Unit
from kg.resolve.crowd import Crowd
from kg.resolve.profiles import HIGH, Profile
from kg.resolve.surroundings import Neighbours

STORY = 3  # days in which a name that comes back is the same story's
CIRCLE = 2  # shared names that make a shared circle
LIKE = 0.1  # likeness of surroundings from which two mentions of one name are one person's
AROUND = 1500  # days before and after an official's time in office in which their bare name still means them
LASTING = 8  # the rank from which it does so for life
ABROAD = 400  # days from a foreign office holder's time in the news in which the bare name means them
MOSTLY = 4  # times as often as all others together a holder must be named to be the one meant


class Found(NamedTuple):
    """The holder (by root), why, and how sure."""

    root: int
    reason: str
    score: float


class Holders:
    """The people of one name whose posts are told: unit by root, members by root; `full` where hardly two have it."""

    def __init__(
        self, units: Mapping[int, Unit], members: Mapping[int, Sequence[int]], crowd: Crowd, *, full: bool
    ) -> None:
        self.units, self.crowd, self.full = units, crowd, full
        self.root = {i: root for root in units for i in members[root]}

    def meant_by(self, i: int) -> Found | None:
        """The holder whom the mention `i` means; None where nothing tells."""
        seen = self.crowd.profiles[i]
        fitting = [root for root in self.units if self.full or not _speaks_against(seen, self.units[root])]
        return (
            self._by_company(seen, fitting)
            or self._by_office(seen, fitting)
            or self._by_place(seen, fitting)
            or self._by_words(i, fitting)
        )

    def _by_company(self, seen: Profile, fitting: Iterable[int]) -> Found | None:
        shared = {root: self._shared(seen, self.units[root]) for root in fitting}
        most = max(map(len, shared.values()), default=0)
        best, *equals = [root for root in shared if len(shared[root]) == most] or [-1]
        if not most or equals:
            return None
        near = seen.day is not None and self.units[best].away(seen.day) <= STORY
        if len(shared[best]) >= CIRCLE or near:
            return Found(best, f"among the same people: {', '.join(sorted(shared[best])[:3])}", 0.8)
        return None

    def _shared(self, seen: Profile, unit: Unit) -> set[str]:
        """The company both keep that means something; whoever has the family name too means nothing."""
        shared = seen.company & unit.company - self.crowd.everywhere
        return {name for name in shared if not name.endswith(seen.mention.name)}

    def _by_office(self, seen: Profile, fitting: Iterable[int]) -> Found | None:
        """The words around the name tell an office that one of them holds (…致电某某，祝贺她当选欧盟委员会主席)."""
        named = [root for root in fitting if self.units[root].has_office_in(seen.near)]
        return Found(named[0], "with their office beside the name", 0.9) if len(named) == 1 else None

    def _by_place(self, seen: Profile, fitting: Sequence[int]) -> Found | None:
        """Named without a post where only an office holder is: among officials, or in the news from abroad."""
        if seen.ordinary:
            return None
        if self.full:
            return self._only(fitting, seen)
        official = seen.mention.name in self.crowd.unmistakable or self.crowd.official(seen)
        return self._only([root for root in fitting if self._could_be(seen, self.units[root], official)], seen)

    def _only(self, roots: Sequence[int], seen: Profile) -> Found | None:
        chosen = self._foremost(roots)
        if chosen is None:
            return None
        return Found(chosen, f"the only holder of an office it can mean on {seen.mention.published}", 0.8)

    def _could_be(self, seen: Profile, unit: Unit, official: bool) -> bool:
        away = unit.away(seen.day)
        if unit.nations:
            titled, spoken_of = _has_title_of(seen, unit), _speaks_of(seen, unit.nations)
            told = seen.acts or seen.torn or titled or spoken_of
            return unit.rank >= HIGH and told and away <= (AROUND if titled and spoken_of else ABROAD)
        lasting = unit.rank >= LASTING and (seen.day or unit.first) >= unit.first - AROUND
        return official and unit.rank >= HIGH and (away <= AROUND or lasting)

    def _foremost(self, roots: Sequence[int]) -> int | None:
        """The only one, or the one who is named far more often than the others together."""
        ranked = sorted(roots, key=lambda root: (-self.units[root].size, root))
        rest = sum(self.units[root].size for root in ranked[1:])
        return ranked[0] if ranked and self.units[ranked[0]].size > MOSTLY * rest else None

    def _by_words(self, i: int, fitting: Iterable[int]) -> Found | None:
        like = dict.fromkeys(fitting, 0.0)
        for number, likeness in self._neighbours.likeness(i).items() if like else ():
            if (root := self.root[number]) in like:
                like[root] = max(like[root], likeness)
        best = max(like, key=lambda root: (like[root], -root), default=None)
        return Found(best, "in the same words", like[best]) if best is not None and like[best] >= LIKE else None

    @lazy
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.crowd.surroundings, self.root)


def _speaks_of(seen: Profile, nations: Iterable[str]) -> bool:
    """Whether the words around the name have the country, in full or by its first character (俄、美双方)."""
    return any(nation[0] in text for nation in nations for text in seen.near)


def _has_title_of(seen: Profile, unit: Unit) -> bool:
    """Whether a bare title is that of an office the holder has."""
    return any(office.endswith(post.name) for post in seen.posts if not post.body for office in unit.offices)


def _speaks_against(seen: Profile, unit: Unit) -> bool:
    """A bare title that the holder never had, of a kind that every holder's name is printed with (首相, 国王)."""
    titles = {post.name for post in seen.posts if not post.body}
    return bool(titles and unit.nations) and not any(held.endswith(title) for held in unit.offices for title in titles)
