"""Precision, recall and F1 of a graph against gold facts, family by family and source by source.

    tallies = evaluate(graph, read_gold(path), texts)
    tallies["chaired"].f1, tallies["chaired"].misses

A family is counted over all sources together (micro-average). Only facts with evidence in a gold source count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from kg.evaluate import demands, sittings
from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.names import norm
from kg.evaluate.reading import Fact, Reading, facts_by_source, source_name
from kg.evaluate.verdict import Item, Verdict
from kg.graph import Graph
from kg.model import ROLES, Rel

__all__ = ["FAMILIES", "Miss", "Tally", "evaluate", "read_gold"]

FAMILIES: Mapping[str, Callable[[Reading], Verdict]] = {
    "persons": sittings.persons,
    "posts": sittings.posts,
    "meetings": sittings.meetings,
    "meeting_dates": sittings.meeting_dates,
    **{rel.lower(): partial(sittings.roles, rel) for rel in ROLES},
    "conveyed": sittings.conveyed,
    "adopted": sittings.adopted,
    "measures": demands.measures,
    "measure_links": demands.measure_links,
    "documents": demands.documents,
    "targets": demands.targets,
    "directives": demands.directives,
}


class Miss(NamedTuple):
    """A gold item that was not found, or a found one that the gold does not have."""

    verdict: Literal["missed", "wrong"]
    source: str
    item: str


@dataclass
class Tally:
    """Counts of one family: true positives, false positives, false negatives, and each miss."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, source: str, verdict: Verdict) -> None:
        """Count one source's items."""
        missed = verdict.expected - verdict.found
        wrong = verdict.found - verdict.expected - verdict.optional
        self.tp += len(verdict.expected & verdict.found)
        self.fn += len(missed)
        self.fp += len(wrong)
        self.misses += [Miss("missed", source, text) for text in sorted(map(_printed, missed))]
        self.misses += [Miss("wrong", source, text) for text in sorted(map(_printed, wrong))]

    @property
    def precision(self) -> float:
        """Share of what was found that is right; where nothing was found, 1 if nothing was to be found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float(not self.fn)

    @property
    def recall(self) -> float:
        """Share of what was to be found that was found; 1 where nothing was to be found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def evaluate(graph: Graph, golds: Iterable[Gold], texts: Mapping[str, str]) -> dict[str, Tally]:
    """Count each family over all `golds`; `texts` (source name → text) adds the family `evidence`."""
    facts = facts_by_source(graph)
    tallies = {family: Tally() for family in FAMILIES}
    for gold in golds:
        name = source_name(gold.id)
        said = Reading(graph, facts.get(name, []), gold)
        for family, judge in FAMILIES.items():
            tallies[family].add(gold.id, judge(said))
        if name in texts:
            _add_evidence(tallies.setdefault("evidence", Tally()), said, texts[name])
    return tallies


def _add_evidence(tally: Tally, said: Reading, text: str) -> None:
    """Each span must lie in the text, and name the person whose role or post it is to prove."""
    for fact in said.facts:
        start, end = fact.span
        span = norm(text[start:end])
        proves = 0 <= start < end <= len(text) and (not _names_person(fact) or _named(said, fact, span))
        tally.tp += proves
        tally.fp += not proves
        if not proves:
            item = _printed((fact.rel, *said.names(fact.start)[:1], f"[{start},{end}]", span[:40]))
            tally.misses.append(Miss("wrong", said.gold.id, item))


def _names_person(fact: Fact) -> bool:
    return fact.rel in (*ROLES, Rel.HOLDS)


def _named(said: Reading, fact: Fact, span: str) -> bool:
    return any(name in span for name in said.norms(fact.start))


def _printed(item: Item) -> str:
    return " · ".join(part or "–" for part in item)
