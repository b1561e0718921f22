"""People: one node while posts, bodies and dates allow it; two where they contradict.

Only people of one name are compared here (`lookalikes` and `short_names` join names). Inside a name, in this order: a
shared post or body joins; high posts one after the other are a career, posts of different bodies at one time are two
people; a mention without a post goes to the office holder it can mean (`holders`); those left are joined by story,
occupation and the words around them; else each stays alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.model import Label
from kg.resolve.canon import canonical_person
from kg.resolve.careers import Unit
from kg.resolve.clusters import Clusters
from kg.resolve.crowd import Crowd
from kg.resolve.holders import CIRCLE, LIKE, STORY, Holders
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import HIGH, REPORTER, Profile
from kg.resolve.surroundings import Neighbours

GENERATION = 1500  # days after which a family name abroad may come back with another bearer
MANY, NEARLY_ALL = 100, 0.95  # mentions, and share of a name's mentions, from which one bearer is who the name means
RARE = 3  # characters beyond which a name is hardly ever two people's
NOBODY = 0.02  # likely others of a name up to which it is one person's whatever seems to speak against it
HARDLY = {
    2: 0.05,
    3: 0.12,
}  # by characters (short names of fashion come in clusters): up to which it is if nothing does
FEW = 10  # one in so many mentions abroad may be a misread title
COMMON = 2  # characters of a name that many people bear


def cluster(crowd: Crowd, ledger: Ledger) -> Clusters:
    """Which profiles (by place in the crowd's sequence, which must be sorted) are of one person."""
    profiles = crowd.profiles
    clusters = Clusters(len(profiles))
    ledger.decide(Label.PERSON, clusters, _references(profiles))
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        blocks[canonical_person(seen.mention.name)].append(number)
    for _, block in sorted(blocks.items()):
        if len(block) > 1:
            _Bearers(block, crowd, clusters, ledger).resolve()
    return clusters


def _references(profiles: Sequence[Profile]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        for reference in {*seen.mention.names, *seen.mention.refs}:
            index[reference].append(number)
    return index


class _Bearers:
    """All bearers of one name."""

    def __init__(self, block: list[int], crowd: Crowd, clusters: Clusters, ledger: Ledger) -> None:
        self.block, self.crowd, self.clusters, self.ledger = block, crowd, clusters, ledger
        self.profiles = crowd.profiles
        name = canonical_person(self.profiles[block[0]].mention.name)
        nations = frozenset[str]().union(*(self.profiles[i].nations for i in block))
        self.full = "·" in name or (len(nations) <= 1 and crowd.distinct(name))
        self.unmistakable = name in crowd.unmistakable
        abroad = sum(self.profiles[i].abroad for i in block)
        foreign = abroad > (0 if crowd.may_be_foreign(name) else len(block) / FEW)
        namesakes = math.inf if foreign else crowd.namesakes(name)
        self.one_bearer = namesakes <= NOBODY
        self.hardly = namesakes <= HARDLY.get(len(name), 0)
        self.rare = self.full or len(name) > RARE
        self.common = len(name) == COMMON
        self.least = HIGH if self.common else HIGH - 1

    def resolve(self) -> None:
        """Signs first, then careers, then whoever is only named; a name hardly borne twice is one person's at once."""
        if self.one_bearer:
            for i in self.block[1:]:
                self._join(self.block[0], i, "rare-name", "a name that hardly two people bear", 0.95)
            return
        self._by_signs()
        ranked = {self.clusters.find(i) for i in self.block if self.profiles[i].ranked}
        units = self._by_career(self._units([i for i in self.block if self.clusters.find(i) in ranked]))
        self._find_holders(units)
        settled = {self.clusters.find(root) for root in units}
        left = [i for i in self.block if self.clusters.find(i) not in settled]
        if self.hardly:
            self._take_for_one([*units, *left] if len(units) == 1 else left)
        self._by_prominence(left)
        self._by_story(left)
        self._by_words(left)
        self._leave_apart()

    def _by_signs(self) -> None:
        last: dict[str, int] = {}
        for i in sorted(self.block, key=lambda i: (self._day(i), i)):
            for sign in self.profiles[i].signs:
                before = last.get(sign, i)
                if not self.profiles[i].nations or self._day(i) - self._day(before) <= GENERATION:
                    self._join(before, i, "post", f"the same name and {sign}")
                last[sign] = i

    def _units(self, members: list[int]) -> dict[int, Unit]:
        """By the smallest member; all of a group's members in this name count."""
        return {root: Unit(self.profiles[i] for i in group) for root, group in sorted(self._groups(members).items())}

    def _groups(self, members: Sequence[int]) -> dict[int, list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for i in members:
            groups[self.clusters.find(i)].append(i)
        return groups

    def _by_career(self, units: dict[int, Unit]) -> dict[int, Unit]:
        """In order of time, those of a country first, each unit joins the nearest person it does not contradict; the
        people that come out.
        """
        people: dict[int, Unit] = {}
        for root in sorted(units, key=lambda r: (not units[r].nations, units[r].first, r)):
            near = sorted(
                people, key=lambda p: (people[p].begins_before(units[root]), people[p].distance(units[root]), p)
            )
            near = [] if units[root].in_two_places([people[p] for p in near]) else near
            joined = next((p for p in near if self._one_career(p, root, people[p], units[root])), None)
            if joined is None:
                people[root] = units[root]
            else:
                person = people.pop(joined)
                person.take(units[root])
                people[self.clusters.find(joined)] = person
        return people

    def _one_career(self, a: int, b: int, one: Unit, two: Unit) -> bool:
        contradiction = one.contradiction(two, full=self.full, hardly=self.hardly)
        if one.is_over(two) and not self.full:
            contradiction = contradiction or "one was out of office before the other came in"
        if contradiction and not self.unmistakable:
            self._refuse(a, b, "terms", f"the same name, but {contradiction}", 0.9)
            return False
        likely = self.rare or self.unmistakable or (self.hardly and one.may_become(two, 0))
        if likely or one.may_become(two, self.least):
            return self._join(a, b, "career", "the same name, posts one after the other", 0.9)
        if len((one.company & two.company) - self.crowd.everywhere) >= CIRCLE:
            return self._join(a, b, "company", "the same name among the same people", 0.8)
        if (like := self.crowd.surroundings.likeness(a, b)) >= LIKE:
            return self._join(a, b, "words", "the same name in the same words", like)
        self._refuse(a, b, "rank", "the same name, but posts too far apart in rank", 0.6)
        return False

    def _find_holders(self, units: dict[int, Unit]) -> None:
        """Mentions and groups without a telling post: each to the holder that one of its members means."""
        holders = Holders(units, self._groups(self.block), self.crowd, full=self.full)
        for group in self._groups([i for i in self.block if self.clusters.find(i) not in units]).values():
            found = next((f for f in map(holders.meant_by, group) if f), None)
            if found:
                self._join(found.root, group[0], "company", f"the same name, {found.reason}", found.score)

    def _take_for_one(self, found: Sequence[int]) -> None:
        """Bearers of a name that few can bear are one: office holders with whoever is called nothing else, villagers
        with villagers.
        """
        holders = [i for i in found if not self.profiles[i].ordinary]
        others = [i for i in found if self.profiles[i].ordinary]
        for same in (holders, others):
            for a, b in pairwise(same):
                if _called_alike(self.profiles[a].called, self.profiles[b].called):
                    self._join(a, b, "rare-name", "a name that hardly two people bear", 0.8)

    def _by_prominence(self, left: Sequence[int]) -> None:
        """A bare mention of a name that nearly always is one person's is that person's too; names of two characters are
        many people's.
        """
        first = max(self._groups(self.block).values(), key=lambda group: (len(group), group))
        if not self.common and len(first) >= MANY and len(first) >= NEARLY_ALL * len(self.block):
            for i in left:
                if not self.profiles[i].called:
                    self._join(first[0], i, "prominent", "the same name, which nearly always is one person's", 0.9)

    def _by_story(self, left: list[int]) -> None:
        """Mentions that no holder's is: the same story, the same paper's reporter, the same rare occupation."""
        seen: dict[tuple[str, str], int] = {}
        last: int | None = None
        for i in sorted(left, key=lambda i: (self._day(i), i)):
            if last is not None and self.full:
                self._join(last, i, "full-name", "a full name that hardly two people bear", 0.9)
            elif last is not None and self._one_story(last, i):
                self._join(last, i, "story", "the same name in the same story", 0.8)
            for sign in self._circle(i):
                self._join(seen.setdefault(sign, i), i, "circle", f"the same name, {sign[0]} {sign[1]}", 0.8)
            last = i

    def _one_story(self, a: int, b: int) -> bool:
        one, two = self.profiles[a], self.profiles[b]
        near = one.day is not None and two.day is not None and abs(one.day - two.day) <= STORY
        reports = REPORTER in one.called and REPORTER in two.called
        alike = one.paper == two.paper if reports else _called_alike(one.called, two.called)
        return near and alike

    def _circle(self, i: int) -> list[tuple[str, str]]:
        """What makes two mentions without post one person: reporters of one paper, called what few are called."""
        told = self.profiles[i]
        reports = [("reporter of", told.paper)] if REPORTER in told.called and told.paper else []
        return reports + [("called", noun) for noun in sorted(self.crowd.telling_nouns(told.called))]

    def _by_words(self, left: Sequence[int]) -> None:
        """Those still apart whose names stand in the same words, the most alike first."""
        neighbours = Neighbours(self.crowd.surroundings)
        pairs: list[tuple[float, int, int]] = []
        for b in left:
            pairs += ((score, a, b) for a, score in neighbours.likeness(b).items() if score >= LIKE)
            neighbours.add(b)
        for score, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
            self._join(a, b, "words", "the same name in the same words", score)

    def _leave_apart(self) -> None:
        """Say of each group that stays alone that nothing joins it to the one most often named."""
        first, *others = sorted(self._groups(self.block).values(), key=lambda group: (-len(group), group))
        for group in others:
            self._refuse(first[0], group[0], "apart", "the same name, but nothing else in common", 0.5)

    def _day(self, i: int) -> int:
        return self.profiles[i].day or 0

    def _join(self, a: int, b: int, rule: str, reason: str, score: float = 1.0) -> bool:
        if self.clusters.same(a, b):
            return True
        weight = self.clusters.smaller(a, b)
        same = self.clusters.join(a, b)
        self._record(a, b, same, rule, reason if same else f"kept apart although {reason}", score, weight)
        return same

    def _refuse(self, a: int, b: int, rule: str, reason: str, score: float) -> None:
        if not self.clusters.same(a, b):
            self._record(a, b, False, rule, reason, score, self.clusters.smaller(a, b))

    def _record(self, a: int, b: int, same: bool, rule: str, reason: str, score: float, weight: int) -> None:
        left, right = self.profiles[a].mention, self.profiles[b].mention
        self.ledger.compare(left, right, same=same, rule=rule, reason=reason, score=score, weight=weight)


def _called_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether what the two are called can be one person: 举重选手 and 男子举重冠军 have 举重 in common."""
    pairs = [{noun[i : i + 2] for noun in called for i in range(len(noun) - 1)} for called in (one, two)]
    return not (one and two) or bool(pairs[0] & pairs[1])
