"""A part of the graph as what is drawn: plain values, in the order of their keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from kg.claims import BOOKKEEPING
from kg.model import Label, Properties, Rel
from kg.show.style import caption

if TYPE_CHECKING:
    from kg.graph import Graph

_TOLD_APART = BOOKKEEPING | {"name"}


class Node(msgspec.Struct, frozen=True):
    """A node; `caption` is what stands in its circle, `properties` are all but key, name and bookkeeping."""

    key: str
    label: Label
    name: str
    caption: str
    properties: Properties


class Edge(msgspec.Struct, frozen=True):
    """A relationship between two nodes of the picture; `evidence` and `quotes` are parallel."""

    start: str
    type: Rel
    end: str
    evidence: tuple[str, ...]
    quotes: tuple[str, ...]
    properties: Properties


class Picture(msgspec.Struct, frozen=True):
    """What is drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that the evidence of the drawn relationships names."""
        return frozenset(entry.partition("#char=")[0] for edge in self.edges for entry in edge.evidence)


def picture(graph: Graph) -> Picture:
    """The picture of a graph, such as `kg.show.parts` or `kg.pipeline.build_graph` give."""
    nodes = tuple(_node(key, graph.nodes[key]) for key in sorted(graph))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    return Picture(nodes, tuple(_edge(start, end, rel, attributes) for start, end, rel, attributes in edges))


def _node(key: str, attributes: Mapping[str, Any]) -> Node:
    label = Label(attributes["label"])
    name = str(attributes.get("name", key))
    return Node(key, label, name, caption(label, attributes), _own(attributes))


def _edge(start: str, end: str, rel: str, attributes: Mapping[str, Any]) -> Edge:
    evidence, quotes = (_texts(attributes.get(name)) for name in ("evidence", "quotes"))
    return Edge(start, Rel(rel), end, evidence, quotes, _own(attributes))


def _own(attributes: Mapping[str, Any]) -> Properties:
    return {name: value for name, value in sorted(attributes.items()) if name not in _TOLD_APART}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
