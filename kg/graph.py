"""Statements and a resolution → one NetworkX `MultiDiGraph`.

Node id = the node's `key`; node attributes = `label`, `name` and the properties of `kg.model.NODES`. Edge key =
relationship type; edge attributes = the declared properties, `evidence` and `quotes` (parallel lists in the order of
the evidence strings), and `claims` where sources say different things (see `kg.claims`). Between two nodes stands one
relationship of a type, however many articles tell it. The order in which facts come in never shows in the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from kg.claims import BOOKKEEPING, CLAIMS, EVIDENCE, SOURCES, Claimed, Claims, declared, proofs_of, stored_form
from kg.collector import collector_paused
from kg.model import RELS, Label, Merge, Properties, Property, Rel, Value, merge_properties
from kg.shelf import FactRow, FactRows
from kg.statement import Extraction, evidence_ref

if TYPE_CHECKING:
    from kg.resolve import Resolution

Graph: TypeAlias = "nx.MultiDiGraph[str]"  # node ids and edge keys are str
_BOOKKEEPING = {name: Property("LIST<STRING>", Merge.UNION, "see kg.claims") for name in (SOURCES, CLAIMS)}


@dataclass
class _Fact:
    """A relationship under construction: what each source claims, what none is named for, and the proofs."""

    claims: Claims = field(default_factory=dict)
    unsourced: Properties = field(default_factory=dict)
    proofs: dict[str, str] = field(default_factory=dict)

    def add(self, rel: Rel, told: Mapping[str, Value]) -> None:
        claimed = Claimed.read(told)
        unsourced = {} if claimed.claims else {n: v for n, v in told.items() if n not in BOOKKEEPING}
        for source, claim in claimed.claims.items():
            merge_properties(self.claims.setdefault(source, {}), claim, declared(rel))
        merge_properties(self.unsourced, _sorted_lists(unsourced), declared(rel))
        for entry, quote in claimed.proofs.items():
            self.proofs[entry] = min(quote, self.proofs.get(entry, quote))

    def properties(self, rel: Rel) -> Properties:
        """The stored form; what no source is named for is a conclusion from all of them, so each one claims it."""
        if not self.claims:
            return self.unsourced
        for claim in self.claims.values():
            merge_properties(claim, self.unsourced, declared(rel))
        return Claimed(self.claims, self.proofs).properties(rel)


class GraphBuilder:
    """Collects nodes and facts in any order, the same ones any number of times; gives them sorted, or as a graph.

    Facts wait on disk, so that an archive's graph can be written without ever being in memory.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[Label, Properties]] = {}
        self._rows = FactRows()

    def node(self, key: str, label: Label, properties: Mapping[str, Value]) -> None:
        """Add a node, or more properties of one; ValueError where the key already has another label."""
        known, into = self._nodes.setdefault(key, (label, {}))
        if known is not label:
            raise ValueError(f"{key} is a {known} and cannot be a {label} too")
        merge_properties(into, _sorted_lists(properties), {**declared(label), **_BOOKKEEPING})

    def fact(self, start: str, rel: Rel, end: str, properties: Mapping[str, Value]) -> None:
        """Add a relationship, or more evidence and properties of one; `properties` holds `evidence` and `quotes` too.

        What joins a node to itself once its ends are resolved says nothing and is left out.
        """
        proofs_of(properties)  # whoever gives a quote too few learns it here, not at the end
        if start != end:
            self._rows.add(start, rel, end, dict(properties))

    def nodes(self) -> Iterator[tuple[str, Label, Properties]]:
        """The nodes in the order of their keys."""
        for key in sorted(self._nodes):
            yield key, *self._nodes[key]

    def label(self, key: str) -> Label:
        """The label of a node."""
        return self._nodes[key][0]

    def facts(self) -> Iterator[FactRow]:
        """Each relationship once, in the order of start, end, type; ValueError names one whose ends the model does not
        allow.
        """
        for (start, rel, end), rows in groupby(self._rows, key=itemgetter(0, 1, 2)):
            self._check_ends(start, rel, end)
            yield start, rel, end, _told(rel, [told for *_, told in rows])

    @collector_paused()
    def finish(self) -> Graph:
        """The graph, in the order of its keys; ValueError as in `facts`."""
        graph: Graph = nx.MultiDiGraph()
        for key, label, properties in self.nodes():
            graph.add_node(key, label=str(label), **properties)
        for start, rel, end, properties in self.facts():
            graph.add_edge(start, end, key=str(rel), **properties)
        return graph

    def _check_ends(self, start: str, rel: Rel, end: str) -> None:
        for key, allowed in ((start, RELS[rel].starts), (end, RELS[rel].ends)):
            label = self._nodes[key][0] if key in self._nodes else None
            if label not in allowed:
                raise ValueError(f"({start})-[{rel}]->({end}): {key} is {label or 'no node'}, not {'|'.join(allowed)}")


def _told(rel: Rel, rows: list[Properties]) -> Properties:
    """What the rows of one relationship say together; most have one row, which is as it will be stored already."""
    if len(rows) == 1 and rows[0].get(EVIDENCE):
        return stored_form(rel, rows[0], frozenset())
    fact = _Fact()
    for told in rows:
        fact.add(rel, told)
    return fact.properties(rel)


def build(extractions: Iterable[Extraction], resolution: Resolution) -> Graph:
    """The graph of all `extractions`, their entities taken for what `resolution` says they are."""
    return built(extractions, resolution).finish()


def built(extractions: Iterable[Extraction], resolution: Resolution) -> GraphBuilder:
    """The same, not put together yet."""
    builder = GraphBuilder()
    for key, (label, properties) in resolution.nodes.items():
        builder.node(key, label, properties)
    for extraction in extractions:
        for said in extraction.statements:
            start, end = resolution.key(extraction, said.start), resolution.key(extraction, said.end)
            proof: Properties = {"evidence": [evidence_ref(extraction.source, said.evidence)], "quotes": [said.quote]}
            builder.fact(start, said.rel, end, without_hints(said.props) | proof)
    for derived in resolution.derived:
        proof = {"evidence": list(derived.evidence), "quotes": list(derived.quotes)}
        builder.fact(derived.start, derived.rel, derived.end, derived.props | proof)
    return builder


def merged(graphs: Iterable[Graph]) -> Graph:
    """One graph with the nodes, facts and evidence of all; keys say what is the same."""
    return joined(graphs).finish()


def joined(graphs: Iterable[Graph]) -> GraphBuilder:
    """The same, not put together yet."""
    builder = GraphBuilder()
    for graph in graphs:
        for key, attributes in graph.nodes(data=True):
            builder.node(key, *split_label(attributes))
        for start, end, rel, attributes in graph.edges(keys=True, data=True):
            builder.fact(start, Rel(rel), end, attributes)
    return builder


def split_label(attributes: Mapping[str, Any]) -> tuple[Label, Properties]:
    """A node's attributes as its label and the rest."""
    return Label(attributes["label"]), {name: value for name, value in attributes.items() if name != "label"}


def without_hints(properties: Mapping[str, Value]) -> Properties:
    """The properties that are the graph's, without what one stage whispers to the next (`_…`)."""
    return {name: value for name, value in properties.items() if not name.startswith("_")}


def _sorted_lists(properties: Mapping[str, Value]) -> Properties:
    """Lists as sets in order, as merging leaves them, so that one telling and two look the same."""
    return {name: sorted(set(value)) if isinstance(value, list) else value for name, value in properties.items()}
