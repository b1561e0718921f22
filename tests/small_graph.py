"""Small graphs for tests, told fact by fact.

    graph(
        "Person:林武 CHAIRED Meeting:第78次会议",
        ("Meeting:第78次会议", {"date": "2022-04-04"}),
    )

Each line's evidence is its own text, in a source called `made-up`.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.model import Label, node_key

Fact = str | tuple[str, dict[str, Any]]
SOURCE = "made-up"


def graph(*facts: Fact) -> nx.MultiDiGraph[str]:
    """`"Label:name TYPE Label:name"` makes a relationship, `"Label:name"` a node; with a dict: its properties."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for position, fact in enumerate(facts):
        words, props = (fact, {}) if isinstance(fact, str) else fact
        start, *rest = words.split(" ")
        key = _node(made, start)
        if not rest:
            made.nodes[key].update(props)
            continue
        rel, end = rest
        proof = {"evidence": [f"{SOURCE}#char={position},{position + 1}"], "quotes": [words]}
        made.add_edge(key, _node(made, end), rel, **(proof | props))
    return made


def _node(made: nx.MultiDiGraph[str], written: str) -> str:
    label, _, name = written.partition(":")
    key = node_key(Label(label), name)
    if key not in made:
        made.add_node(key, label=label, name=name, **({"text": name} if label == "Directive" else {}))
    return key
