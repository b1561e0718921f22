"""What a graph says about one source, and which of its persons and meetings are which of the gold's.

Only facts with evidence in the source count, so a graph over many sources can be held against the gold of a few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePath
from typing import Any, NamedTuple

from kg.evaluate.gold import Gold
from kg.evaluate.names import SAME_MEETING, alike, norm
from kg.graph import Graph
from kg.model import Label, Rel
from kg.statement import Span

_EVIDENCE = re.compile(r"(?P<source>.+)#char=(?P<start>\d+),(?P<end>\d+)")


class Fact(NamedTuple):
    """One relationship, by one piece of its evidence."""

    start: str
    rel: Rel
    end: str
    properties: Mapping[str, Any]
    span: Span


def facts_by_source(graph: Graph) -> dict[str, list[Fact]]:
    """All facts of a graph by the name of the source that proves them."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for start, end, rel, properties in graph.edges(keys=True, data=True):
        for entry in properties.get("evidence", ()):
            if place := _EVIDENCE.fullmatch(entry):
                span = Span(int(place["start"]), int(place["end"]))
                found[source_name(place["source"])].append(Fact(start, Rel(rel), end, properties, span))
    return found


def source_name(source: str) -> str:
    """A source's id without folders in front."""
    return PurePath(source).name


class Reading:
    """The facts a graph has from one source, beside the gold's."""

    def __init__(self, graph: Graph, facts: list[Fact], gold: Gold) -> None:
        self.graph, self.facts, self.gold = graph, facts, gold

    def of(self, rel: Rel) -> list[Fact]:
        """The facts of one type."""
        return [fact for fact in self.facts if fact.rel is rel]

    def nodes(self, label: Label) -> list[str]:
        """The nodes of a label that some fact of this source touches, sorted."""
        touched = {key for fact in self.facts for key in (fact.start, fact.end)}
        return sorted(key for key in touched if self.label(key) == label)

    def label(self, key: str) -> str:
        """A node's label."""
        return str(self.graph.nodes[key]["label"])

    def names(self, key: str) -> list[str]:
        """Every printed form of a node: its name, its aliases, a post's title."""
        node = self.graph.nodes[key]
        forms = [node.get("name"), *node.get("aliases", ()), node.get("role")]
        return [form for form in forms if form]

    def norms(self, key: str) -> list[str]:
        """`names`, normalised."""
        return [norm(name) for name in self.names(key)]

    def first_norm(self, key: str) -> str:
        """The node's own name, normalised; its key where it has no name."""
        return next(iter(self.norms(key)), key)

    @cached_property
    def known_persons(self) -> set[str]:
        """The gold's persons, the optional ones too."""
        return {norm(name) for name in self.gold.persons + self.gold.persons_optional}

    def person(self, key: str) -> str:
        """The gold's name of a person where it has one, else the graph's."""
        return next((name for name in self.norms(key) if name in self.known_persons), self.first_norm(key))

    def speaker(self, key: str) -> str:
        """Who speaks; a meeting that speaks for itself is 会议."""
        return "会议" if self.label(key) == Label.MEETING else self.person(key)

    @cached_property
    def refs(self) -> dict[str, str]:
        """The gold's `ref` of each meeting node that is one of the gold's: best pairs first, one to one."""
        pairs = []
        for key in self.nodes(Label.MEETING):
            for meeting in self.gold.meetings:
                likeness = max((alike(a, b) for a in meeting.names for b in self.names(key)), default=0.0)
                pairs.append((-likeness, meeting.ref, key))
        refs: dict[str, str] = {}
        for minus_likeness, ref, key in sorted(pairs):
            if -minus_likeness >= SAME_MEETING and key not in refs and ref not in refs.values():
                refs[key] = ref
        return refs

    @cached_property
    def meeting_names(self) -> dict[str, str]:
        """The gold's canonical name of each `ref`."""
        return {meeting.ref: meeting.names[0] for meeting in self.gold.meetings}

    @cached_property
    def optional_meetings(self) -> set[str]:
        """The canonical names of the meetings that need not be found."""
        return {meeting.names[0] for meeting in self.gold.meetings if meeting.optional}

    def meeting(self, key: str) -> str:
        """The gold's canonical name of a meeting node; `?` and its own name where it is none of the gold's."""
        if ref := self.refs.get(key):
            return self.meeting_names[ref]
        return f"?{next(iter(self.names(key)), key)}"
