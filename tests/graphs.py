"""Synthetic graphs of the shape `kg.model` tells, made of facts that sources state.

`graph(facts)` merges facts the way the package's own builder does, by the declared rules, but with code of its own, and
says on each element which source said what: so a store's content can be held against what was stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import networkx as nx

from kg.claims import claim_properties, declared
from kg.graph import Graph
from kg.model import Label, Rel, merge_properties, node_key
from kg.store import Store

Content = tuple[dict[str, tuple[str, dict[str, Any]]], dict[tuple[str, str, str], dict[str, Any]]]


class Thing(NamedTuple):
    """A node as one source sees it."""

    label: Label
    name: str
    props: tuple[tuple[str, Any], ...] = ()

    @property
    def key(self) -> str:
        return node_key(self.label, self.name)


class Fact(NamedTuple):
    """A relationship as one source states it; `at` is where its proof starts, None for a conclusion without one."""

    source: str
    start: Thing
    rel: Rel
    end: Thing
    at: int | None = 0
    props: tuple[tuple[str, Any], ...] = ()


def article(source: str) -> Thing:
    return Thing(Label.ARTICLE, source, (("path", source), ("headline", f"{source}的报道")))


def mention(source: str, thing: Thing, at: int) -> Fact:
    return Fact(source, article(source), Rel.MENTIONS, thing, at)


def graph(facts: Iterable[Fact], *, attributed: bool = True) -> Graph:
    """The facts as a graph. Not `attributed`: as from a file that only has merged values."""
    nodes: dict[str, Label] = {}
    said: dict[Any, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    proofs: dict[tuple[str, str, Rel], dict[str, str]] = defaultdict(dict)
    for fact in facts:
        for thing in (fact.start, fact.end):
            nodes[thing.key] = thing.label
            claim = {"name": thing.name, **_lists(thing.props)}
            merge_properties(said[thing.key][fact.source], claim, declared(thing.label))
        edge = (fact.start.key, fact.end.key, fact.rel)
        merge_properties(said[edge][fact.source], _lists(fact.props), declared(fact.rel))
        if fact.at is not None:
            proofs[edge][f"{fact.source}#char={fact.at},{fact.at + 9}"] = f"{fact.source}第{fact.at}字起"
    made: Graph = nx.MultiDiGraph()
    for key, label in nodes.items():
        made.add_node(key, label=str(label), **_properties(label, said[key], {}, attributed))
    for edge in [edge for edge in said if isinstance(edge, tuple)]:
        start, end, rel = edge
        made.add_edge(start, end, key=str(rel), **_properties(rel, said[edge], proofs[edge], attributed))
    return made


def _lists(props: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, tuple | frozenset) else value for name, value in props}


def _properties(
    kind: Label | Rel, said: dict[str, dict[str, Any]], proofs: dict[str, str], attributed: bool
) -> dict[str, Any]:
    properties: dict[str, Any] = claim_properties(kind, said, proofs)
    if not attributed:
        properties = {name: value for name, value in properties.items() if name not in ("sources", "claims")}
    return properties


def content(store: Store) -> Content:
    """Everything in a store: nodes by key, relationships by their ends and type."""
    nodes = {
        row["key"]: (str(label), row["props"])
        for label in Label
        for row in store.run(f"MATCH (n:{label}) RETURN n.key AS key, properties(n) AS props")
    }
    relationships = {
        (row["start"], str(rel), row["stop"]): row["props"]
        for rel in Rel
        for row in store.run(f"MATCH (a)-[r:{rel}]->(b) RETURN a.key AS start, b.key AS stop, properties(r) AS props")
    }
    return nodes, relationships


def bulk(articles: int, *, per_article: int = 12) -> Graph:
    """A larger graph in the proportions of a real archive: hubs that every article mentions, and its own demands."""
    facts: list[Fact] = []
    body = Thing(Label.BODY, "山西省委")
    for number in range(articles):
        source = f"S{number:06}"
        person, meeting = Thing(Label.PERSON, f"人{number % 200}"), Thing(Label.MEETING, f"第{number}次会议")
        facts += [mention(source, thing, at) for at, thing in enumerate((person, meeting, body))]
        facts.append(Fact(source, meeting, Rel.HELD_BY, body, 40))
        facts.append(Fact(source, person, Rel.ATTENDED, meeting, 50, (("verb", ("出席",)), ("order", 1))))
        for item in range(per_article):
            demand = Thing(Label.DIRECTIVE, f"{source}-{item}", (("text", f"要做好第{item}项工作" * 4), ("item", item)))
            facts.append(Fact(source, person, Rel.ISSUED, demand, 100 + item, (("verb", ("强调",)),)))
            facts.append(Fact(source, demand, Rel.GIVEN_AT, meeting, 100 + item))
    return graph(facts)
