"""People: one node while posts, bodies and dates allow it; two where they contradict.

Only people of one name are compared here (`lookalikes` and `short_names` join names). Inside a name: a shared post or
body joins; high posts one after the other are a career; posts of different bodies at one time are two people; a
mention without any post joins whoever it keeps company with, or the only bearer of the name; else it stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Label
from kg.resolve.careers import Unit
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import HIGH, REPORTER, Profile

STORY = 3  # days in which a name that comes back is the same story's
TOP = 9  # a rank whose holders the news names without title
EVERYWHERE = 0.002  # share of all mentions above which a name is in everybody's company
GENERATION = 1500  # days after which a family name abroad may come back with another bearer
CIRCLE = 2  # shared names that make a shared circle
TELLING = 3  # characters beyond which what a person is called tells them (体操选手, not 选手)


def cluster(profiles: Sequence[Profile], ledger: Ledger) -> Clusters:
    """Which profiles (by place in the sequence, which must be sorted) are of one person."""
    clusters = Clusters(len(profiles))
    ledger.decide(Label.PERSON, clusters, _references(profiles))
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        blocks[seen.mention.name].append(number)
    everywhere = frozenset(name for name, block in blocks.items() if len(block) > max(20, EVERYWHERE * len(profiles)))
    for _, block in sorted(blocks.items()):
        _Bearers(block, profiles, clusters, ledger, everywhere).resolve()
    return clusters


def _references(profiles: Sequence[Profile]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        for reference in {*seen.mention.names, *seen.mention.refs}:
            index[reference].append(number)
    return index


class _Bearers:
    """All bearers of one name."""

    def __init__(
        self,
        block: list[int],
        profiles: Sequence[Profile],
        clusters: Clusters,
        ledger: Ledger,
        everywhere: frozenset[str],
    ) -> None:
        self.block, self.profiles, self.clusters, self.ledger = block, profiles, clusters, ledger
        self.everywhere = everywhere
        name = profiles[block[0]].mention.name
        self.rare = len(name) > 3 or "·" in name
        self.least = HIGH if len(name) == 2 else HIGH - 1

    def resolve(self) -> None:
        """Signs first, then careers, then whoever is only named."""
        self._by_signs()
        units = self._units([i for i in self.block if self.profiles[i].signs])
        self._by_career(units)
        self._only_named([i for i in self.block if not self.profiles[i].signs], units)

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
        groups: dict[int, list[Profile]] = defaultdict(list)
        for i in members:
            groups[self.clusters.find(i)].append(self.profiles[i])
        return {root: Unit(group) for root, group in sorted(groups.items())}

    def _by_career(self, units: dict[int, Unit]) -> None:
        """In order of time each unit joins the first person it does not contradict; `units` keeps the people."""
        people: list[int] = []
        for root in sorted(units, key=lambda r: (units[r].first, r)):
            fitting = (p for p in people if self._one_career(p, root, units))
            person = next(fitting, None)
            if person is None:
                people.append(root)
            else:
                units[person].take(units.pop(root))

    def _one_career(self, a: int, b: int, units: Mapping[int, Unit]) -> bool:
        contradiction = units[a].contradiction(units[b])
        if contradiction:
            self._refuse(a, b, "terms", f"the same name, but {contradiction}")
            return False
        if self.rare or units[a].may_become(units[b], self.least):
            return self._join(a, b, "career", "the same name, posts one after the other", 0.9)
        self._refuse(a, b, "rank", "the same name, but posts too far apart in rank")
        return False

    def _only_named(self, named: list[int], units: dict[int, Unit]) -> None:
        """Mentions without a telling post: the best fitting office holder, else those of the same circle or story."""
        left = [i for i in named if not self._finds_holder(i, units)]
        seen: dict[tuple[str, str], int] = {}
        last: int | None = None
        for i in sorted(left, key=lambda i: (self._day(i), i)):
            if last is not None and (self.rare or self._one_story(last, i)):
                self._join(last, i, "story", "the same name in the same story", 0.8)
            for sign in self._circle(i):
                self._join(seen.setdefault(sign, i), i, "circle", f"the same name, {sign[0]} {sign[1]}", 0.8)
            last = i

    def _finds_holder(self, i: int, units: dict[int, Unit]) -> bool:
        told = self.profiles[i]
        fitting = {root: self._fit(told, unit) for root, unit in units.items()}
        best = max(fitting, key=lambda root: (fitting[root], -root), default=None)
        if best is None or fitting[best] <= 0:
            return False
        return self._join(best, i, "company", "the same name, among the same people or the only office holder", 0.8)

    def _fit(self, told: Profile, unit: Unit) -> float:
        """How well a mention without post fits an office holder; 0 and less is not at all."""
        if told.ordinary and not told.called & unit.called:
            return 0
        shared = len((told.company & unit.company) - self.everywhere)
        near = told.day is not None and any(abs(told.day - day) <= STORY for day in unit.days)
        alone = "·" in told.mention.name and not told.called
        return shared / CIRCLE + near / 2 + (unit.rank == TOP or alone) - 0.9

    def _day(self, i: int) -> int:
        return self.profiles[i].day or 0

    def _one_story(self, a: int, b: int) -> bool:
        one, two = self.profiles[a], self.profiles[b]
        near = one.day is not None and two.day is not None and abs(one.day - two.day) <= STORY
        reports = REPORTER in one.called and REPORTER in two.called
        alike = one.paper == two.paper if reports else one.called & two.called or not (one.called and two.called)
        return near and bool(alike)

    def _circle(self, i: int) -> list[tuple[str, str]]:
        """What makes two mentions without post one person: reporters of one paper, called alike in so many words."""
        told = self.profiles[i]
        reports = [("reporter of", told.paper)] if REPORTER in told.called and told.paper else []
        return reports + [("called", noun) for noun in sorted(told.called) if len(noun) > TELLING]

    def _join(self, a: int, b: int, rule: str, reason: str, score: float = 1.0) -> bool:
        if self.clusters.same(a, b):
            return True
        same = self.clusters.join(a, b)
        self._record(a, b, same, rule, reason if same else f"kept apart although {reason}", score)
        return same

    def _refuse(self, a: int, b: int, rule: str, reason: str) -> None:
        if not self.clusters.same(a, b):
            self._record(a, b, False, rule, reason, 1.0)

    def _record(self, a: int, b: int, same: bool, rule: str, reason: str, score: float) -> None:
        left, right = self.profiles[a].mention, self.profiles[b].mention
        self.ledger.record(
            Label.PERSON, left.ref, right.ref, same=same, rule=rule, reason=reason, score=score,
            when=max(left.published, right.published), evidence=(left.ref, right.ref),
        )  # fmt: skip
