"""Loading a graph, the same on every store: its sources' part of the store becomes exactly what the graph says.

The store is the sum of what each source said when it was last loaded. So a load needs three passes: make what is
missing, re-join what other sources speak of too, take back what these sources no longer say. Each batch stands for
itself and repeating it changes nothing, so a load that was cut off is resumed by running it again. One loader at a
time: two that share a node could each overlook what the other adds to it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kg.claims import KEY, Claimed
from kg.collector import collector_paused
from kg.model import Label, Rel
from kg.store import groups, last
from kg.store.groups import Group, Ident, NodeGroup, RelGroup, Row
from kg.store.plan import Plan, identified
from kg.store.report import Counts, LoadReport, Progress, Step

if TYPE_CHECKING:
    from kg.graph import Graph

BATCH = 5000
Item = TypeVar("Item")


class Backend(Protocol):
    """What loading asks of a store."""

    def write(self, cypher: str, rows: Sequence[Any]) -> Mapping[str, int]:
        """Run a statement over `$rows` in one transaction: `nodes_created`, `relationships_deleted`, and so on."""

    def read(self, cypher: str, parameters: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        """The rows of a statement, with no property in `properties(…)` that the engine adds of itself."""


def load(
    backend: Backend,
    graph: Graph,
    sources: Iterable[str] = (),
    progress: Progress | None = None,
    mark: str | None = None,
) -> LoadReport:
    """Load a graph. `sources` are read ones that it may hold nothing of: all theirs is taken back.

    `mark` is `last.checksum` of both, where the caller has it already.
    """
    with collector_paused():
        began, sources = time.perf_counter(), list(sources)
        mark = mark or last.checksum(graph, sources)
        done = last.report(backend, mark)
        if done is None:
            last.forget(backend)
            done = _Load(backend, graph, sources, progress).run()
            last.note(backend, mark, done)
        done.seconds = time.perf_counter() - began
        return done


class _Load:
    """One load of one graph: its plan, what the store knew before, and what has been done."""

    def __init__(self, backend: Backend, graph: Graph, sources: Iterable[str], progress: Progress | None) -> None:
        self._backend = backend
        self._plan = Plan(graph)
        self._sources = frozenset(self._plan.sources | {*sources})
        self._progress = progress or (lambda _: None)
        asked = backend.read(groups.SOURCES_KNOWN, {"sources": sorted(self._sources)})
        self._known = {row["source"] for row in asked}  # the store may hold something of these
        self._report = LoadReport(
            sources=len(self._sources), replaced=len(self._known), unsupported=self._plan.unsupported
        )

    def run(self) -> LoadReport:
        """Load, and tell what was done."""
        bare = self._plan.sources - self._plan.article_sources
        self._backend.write(groups.SOURCES_NOTE, [{"key": source} for source in sorted(bare)])
        self._put("nodes", self._plan.nodes())
        self._put("relationships", self._plan.relationships())
        if self._known:
            self._take_back()
            self._backend.write(groups.SOURCES_FORGET, [{"key": source} for source in sorted(self._known - bare)])
        return self._report

    def _put(self, phase: str, due: Mapping[Group, list[Ident]]) -> None:
        done, total = 0, sum(map(len, due.values()))
        for group, idents in due.items():
            for batch in ahead(batches(self._plan.rows(group, idents))):
                self._put_batch(group, batch)
                done += len(batch)
                self._progress(Step(phase, done, total))

    def _put_batch(self, group: Group, batch: list[Row]) -> None:
        found = self._stored(group, map(group.ident, batch)) if self._known else {}
        missing = [row for row in batch if group.ident(row) not in found] if found else batch
        created = self._make(group, missing)
        if created < len(missing):  # other sources speak of some
            found |= self._stored(group, map(group.ident, missing))
        counts = self._counts(group)
        counts.loaded += len(batch)
        counts.created += created
        if found:
            self._rewrite(group, found, {group.ident(row): row for row in batch})

    def _make(self, group: Group, rows: list[Row]) -> int:
        if not rows:
            return 0
        columns = sorted({name for row in rows for name in row["props"]} - {KEY})
        return self._backend.write(group.merge(columns), [group.values(row, columns) for row in rows])[
            f"{group.counted}_created"
        ]

    def _stored(self, group: Group, idents: Iterable[Ident]) -> dict[Ident, Row]:
        found = self._backend.read(group.stored, {"rows": [list(ident) for ident in idents]})
        return {group.ident(row): row for row in found}

    def _take_back(self) -> None:
        """Remove what known sources said before and do not say now; relationships first, then bare nodes."""
        known = dict.fromkeys(sorted(self._known), True)
        before = {**self._relationships_behind(known), **self._nodes_behind(known)}
        done, total = 0, sum(map(len, before.values()))
        for group, idents in before.items():
            for batch in batches(idents):
                self._rewrite(group, self._stored(group, batch), {})
                done += len(batch)
                self._progress(Step("superseded", done, total))

    def _rewrite(self, group: Group, found: Mapping[Ident, Row], wanted: Mapping[Ident, Row]) -> None:
        """Replace our sources' part of stored elements by the wanted one; what nobody claims any more goes."""
        changed, gone = [], []
        for ident, stored in found.items():
            row = wanted.get(ident)
            if row and row["props"] == stored["props"]:
                continue
            left = Claimed.read(stored["props"]).without(self._sources)
            joined = left.joined(Claimed.read(row["props"])) if row else left
            if not joined.claims:
                gone.append(stored)
                continue
            properties = joined.properties(group.kind)
            if isinstance(group, NodeGroup):
                properties = identified(group.label, stored["key"], properties)
            if properties != stored["props"]:
                changed.append(stored | {"props": properties})
        self._apply(group, changed, gone)

    def _apply(self, group: Group, changed: list[Row], gone: list[Row]) -> None:
        counts = self._counts(group)
        if changed:
            self._backend.write(group.replace, changed)
            counts.changed += len(changed)
        if gone:
            counts.deleted += self._backend.write(group.delete, gone)[f"{group.counted}_deleted"]

    def _nodes_behind(self, known: Mapping[str, bool]) -> dict[Group, list[Ident]]:
        stale: dict[Group, list[Ident]] = {}
        for label in Label:
            group = NodeGroup(label)
            idents = map(group.ident, self._backend.read(groups.nodes_behind(label), {"known": known}))
            stale[group] = [ident for ident in idents if not self._plan.has(group, ident)]
        return stale

    def _relationships_behind(self, known: Mapping[str, bool]) -> dict[Group, list[Ident]]:
        stale: dict[Group, list[Ident]] = defaultdict(list)
        for rel in Rel:
            for row in self._backend.read(groups.rels_behind(rel), {"known": known}):
                group = RelGroup(rel, Label(row["start_label"]), Label(row["end_label"]))
                if not self._plan.has(group, group.ident(row)):
                    stale[group].append(group.ident(row))
        return stale

    def _counts(self, group: Group) -> Counts:
        if isinstance(group, NodeGroup):
            return self._report.nodes[group.label.value]
        return self._report.relationships[group.rel.value]


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The items, each made while the one before is at work: rows are made while the server is busy with others."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = maker.submit(next, items, None)
            yield item


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """Items in lists of `size`."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
