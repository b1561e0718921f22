"""Nodes and relationships out of a store, as a NetworkX graph like that of `kg.graph`.

A store is asked in two steps: keys first, then the properties of what is kept; so a much-shared node costs its keys
only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Label, Rel
from kg.queries import Asked
from kg.store.groups import NodeGroup, RelGroup

if TYPE_CHECKING:
    from kg.graph import Graph

Ident = tuple[str, Rel, str]  # start, type, end
OUT, BACK = "-[r{}]->", "<-[r{}]-"
_ENDS = "RETURN startNode(r).key AS from_key, type(r) AS rel, endNode(r).key AS to_key"
_LABELS = {label.lower(): label for label in Label}


def label_of(key: str) -> Label | None:
    """The label that a key tells: `person/林武` → Person; None where it is no key."""
    prefix, slash, _ = key.partition("/")
    return _LABELS.get(prefix) if slash else None


def touching(store: Asked, keys: Iterable[str], arrow: str, rel: Rel | None = None) -> set[Ident]:
    """The relationships (of a type) that leave the nodes (`OUT`) or reach them (`BACK`)."""
    pattern = arrow.format(f":{rel}" if rel else "")
    found: set[Ident] = set()
    for label, group in _by_label(keys):
        text = f"UNWIND $keys AS key MATCH (a:{label} {{key: key}}){pattern}(b) {_ENDS}"
        rows = store.run(text, {"keys": group})
        found |= {(row["from_key"], Rel(row["rel"]), row["to_key"]) for row in rows}
    return found


def neighbours(store: Asked, keys: Iterable[str]) -> set[tuple[str, str]]:
    """Key and name of every node that a relationship joins to one of these."""
    found: set[tuple[str, str]] = set()
    for label, group in _by_label(keys):
        text = f"UNWIND $keys AS key MATCH (a:{label} {{key: key}})--(b) RETURN DISTINCT b.key AS key, b.name AS name"
        found |= {(row["key"], row["name"]) for row in store.run(text, {"keys": group})}
    return found


def between(store: Asked, keys: Iterable[str], mentions_of: Iterable[str] | None = None) -> Graph:
    """The nodes of these keys that the store has, and the relationships between them.

    With `mentions_of`, a mention is left out unless it is of one of these nodes, or made by one.
    """
    graph: Graph = nx.MultiDiGraph()
    for label, group in _by_label(keys):
        rows = store.run(NodeGroup(label).stored, {"rows": [[key] for key in group]})
        graph.add_nodes_from((row["key"], row["props"] | {"label": str(label)}) for row in rows)
    inside = {ident for ident in touching(store, graph, OUT) if ident[2] in graph}
    if mentions_of is not None:
        wanted = {*mentions_of}
        inside = {ident for ident in inside if ident[1] is not Rel.MENTIONS or {ident[0], ident[2]} & wanted}
    for (rel, start, end), idents in groupby(sorted(inside, key=_group), key=_group):
        ends = [[one, other] for one, _, other in idents]
        for row in store.run(RelGroup(Rel(rel), Label(start), Label(end)).stored, {"rows": ends}):
            graph.add_edge(row["from_key"], row["to_key"], key=rel, **row["props"])
    return graph


def _by_label(keys: Iterable[str]) -> Iterator[tuple[Label, list[str]]]:
    known = sorted((str(label), key) for key in set(keys) if (label := label_of(key)))
    for name, pairs in groupby(known, key=lambda pair: pair[0]):
        yield Label(name), [key for _, key in pairs]


def _group(ident: Ident) -> tuple[str, str, str]:
    start, rel, end = ident
    return str(rel), str(label_of(start)), str(label_of(end))
