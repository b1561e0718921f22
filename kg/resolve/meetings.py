"""Meetings: one node for all reports and recollections of a sitting, two for two sittings of one series.

Blocks, never pairs: a numbered sitting is found by series, term and number; an unnumbered one by its series and day;
a recollection without a day goes to the nearest sitting of its series. One organ's two wordings of one number
(省委第七十八次专题会, 省委第七十八次疫情防控专题会) are compared inside the block of organ and number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.model import Label
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger
from kg.resolve.reports import Report, most_in_a_year, runs
from kg.resolve.rewordings import Block, rewordings
from kg.resolve.seasons import season, year_of
from kg.resolve.sittings import Sitting

NUMBERED_SPAN = 45  # days one numbered sitting may last, announcements dated by their own article left aside
LASTS = 2  # days a rare meeting may last: some reports date it from its first day, some from its last
OFTEN = 6  # sittings within a year that make a series frequent
BACK = {True: 45, False: 400}  # days back a recollection without a date may reach, by whether the series is frequent
FRESH = 60  # days back that a report of a sitting held now may reach
AHEAD = {True: 3, False: 60}  # days ahead an announcement may reach


def cluster(reports: Sequence[Report], ledger: Ledger) -> Clusters:
    """Which reports (by place in the sequence, which must be sorted) are of one sitting."""
    clusters = Clusters(len(reports))
    ledger.decide(Label.MEETING, clusters, _references(reports))
    linker = _Linker(reports, clusters, ledger)
    numbered, unnumbered = _blocks(reports)
    for sitting, block in sorted(numbered.items()):
        linker.number(f"{sitting.series} {sitting.ordinal}", block)
    for longer, shorter, score in rewordings(numbered):
        linker.reword(longer, shorter, score)
    for (series, _, _), block in sorted(unnumbered.items()):
        linker.series(series, block)
    return clusters


def _references(reports: Sequence[Report]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(reports):
        for reference in {*told.mention.names, *told.mention.refs}:
            index[reference].append(number)
    return index


def _blocks(reports: Sequence[Report]) -> tuple[Block, Block]:
    blocks: dict[bool, dict[Sitting, list[int]]] = {True: defaultdict(list), False: defaultdict(list)}
    for number, told in enumerate(reports):
        for sitting in told.sittings:
            blocks[bool(sitting.ordinal)][sitting].append(number)
    return blocks[True], blocks[False]


class _Linker:
    """Joins reports block by block, in a fixed order, and records why."""

    def __init__(self, reports: Sequence[Report], clusters: Clusters, ledger: Ledger) -> None:
        self.reports, self.clusters, self.ledger = reports, clusters, ledger

    def number(self, name: str, block: list[int]) -> None:
        """Same series, term and number: one sitting, unless months lie between its dates."""
        dated = [i for i in block if self.reports[i].day is not None and self.reports[i].mention.flag("_held")]
        undated = sorted(set(block) - set(dated))
        held = runs(dated, self._day, NUMBERED_SPAN)
        for run in held or [undated]:
            self._join_all(run, "number", f"the same series and number: {name}")
        self._refuse_neighbours(held, "number", f"the same number, but months lie between: {name}")
        for i in undated if held else ():
            earlier, later = self._around(i, held)
            self._join((earlier or later)[0], i, "number", f"the same series and number: {name}")

    def reword(self, longer: list[int], shorter: list[int], score: float) -> None:
        """One organ's same number under a longer and a shorter name, at dates that agree."""
        for a in longer[:1]:
            for b in shorter[:1]:
                if abs(self._when(a) - self._when(b)) <= NUMBERED_SPAN:
                    self._join(a, b, "reworded", "one organ's same number, one name shortens the other", score)

    def series(self, series: str, block: list[int]) -> None:
        """Same series: one sitting a day (some days for a rare one); recollections go to the nearest."""
        dated = [i for i in block if self.reports[i].day is not None]
        often = ":" in series or most_in_a_year(map(self._day, dated)) >= OFTEN
        held = runs(dated, self._day, 0 if often else LASTS)
        for run in held:
            self._join_all(run, "day", f"the same series and day: {series}")
        self._refuse_neighbours(held, "day", f"two days of one series: {series}")
        recalled = [i for i in block if self._is_recollection(i)]
        begins = None if often else season(self._day(run[0]) for run in held)
        if begins is None:
            self._recall(series, recalled, held, often)
        else:
            self._recall_of_the_year(series, recalled, held, begins)

    def _is_recollection(self, i: int) -> bool:
        told = self.reports[i]
        return told.day is None and not told.numbered and not told.date

    def _recall(self, series: str, undated: list[int], held: list[list[int]], often: bool) -> None:
        """A mention without a date is the nearest sitting's; those left are one while articles follow each other."""
        left = []
        for i in undated:
            run = self._reachable(i, held, often)
            if run:
                self._join(run[0], i, "recalled", f"the nearest sitting of {series}", 0.8)
            else:
                left.append(i)
        for run in runs(left, self._published, BACK[False]) if not often else []:
            for sitting in self._reported_apart(run):
                self._join_all(sitting, "undated", f"no date told, articles close in time: {series}")

    def _reported_apart(self, run: list[int]) -> list[list[int]]:
        """The articles in order of time, cut where a sitting is held anew long after one was."""
        found: list[list[int]] = [[]]
        held: int | None = None
        for i in run:
            if self.reports[i].mention.flag("_held"):
                if held is not None and self._published(i) - held > FRESH:
                    found.append([])
                held = self._published(i)
            found[-1].append(i)
        return found

    def _recall_of_the_year(self, series: str, undated: list[int], held: list[list[int]], begins: int) -> None:
        """A mention without a date of a yearly series is of the last season's sitting, reported or not."""
        years: dict[int, int] = {year_of(self._day(run[0]), begins): run[0] for run in held}
        for i in sorted(undated, key=lambda i: (self._published(i), i)):
            if self.reports[i].published is not None:
                first = years.setdefault(year_of(self._published(i), begins), i)
                self._join(first, i, "season", f"the last season's sitting of {series}", 0.8)

    def _reachable(self, i: int, held: list[list[int]], often: bool) -> list[int] | None:
        """The sitting a mention without a date means: the last one before the article, or one it announces."""
        published = self.reports[i].published
        if published is None:
            return held[0] if len(held) == 1 else None
        earlier, later = self._around(i, held)
        back = min(BACK[often], FRESH) if self.reports[i].mention.flag("_held") else BACK[often]
        if earlier and published - self._day(earlier[-1]) <= back:
            return earlier
        return later if later and self._day(later[0]) - published <= AHEAD[often] else None

    def _around(self, i: int, held: list[list[int]]) -> tuple[list[int], list[int]]:
        """The sittings before and after an article appeared; empty where there is none."""
        at = bisect_right(held, self._published(i), key=lambda run: self._day(run[0]))
        return held[at - 1] if at else [], held[at] if at < len(held) else []

    def _day(self, i: int) -> int:
        return self.reports[i].day or 0

    def _published(self, i: int) -> int:
        return self.reports[i].published or 0

    def _when(self, i: int) -> int:
        return self._day(i) or self._published(i)

    def _join_all(self, run: list[int], rule: str, reason: str) -> None:
        for i in run[1:]:
            self._join(run[0], i, rule, reason)

    def _join(self, a: int, b: int, rule: str, reason: str, score: float = 1.0) -> None:
        """Join two reports and record it, or record that something keeps them apart."""
        if self.clusters.same(a, b):
            return
        weight = self.clusters.smaller(a, b)
        same = self.clusters.join(a, b)
        self._record(a, b, same, rule, reason if same else f"kept apart although {reason}", score, weight)

    def _refuse_neighbours(self, held: list[list[int]], rule: str, reason: str) -> None:
        for earlier, later in pairwise(held):
            if self.clusters.forbid(earlier[0], later[0]):
                self._record(earlier[0], later[0], False, rule, reason, 1.0, min(len(earlier), len(later)))

    def _record(self, a: int, b: int, same: bool, rule: str, reason: str, score: float, weight: int) -> None:
        left, right = self.reports[a].mention, self.reports[b].mention
        self.ledger.compare(left, right, same=same, rule=rule, reason=reason, score=score, weight=weight)
