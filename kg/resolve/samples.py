"""Merged nodes to read by eye: the largest and some chosen by chance, with what was taken for one.

    for merged in samples(graph, Label.PERSON, largest=10, chosen=10, seed=7): print(merged.name, merged.forms)

The choice is that of the seed alone, whatever the order in which the graph was made.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import NamedTuple

from kg.graph import Graph
from kg.model import Label, Rel

_SHOWN = 6  # forms and places shown of a node


class Merged(NamedTuple):
    """A node that several articles name: how many, its printed `forms` by frequency, what it is linked to (a person's
    posts), and some of the places, the first and the last among them.
    """

    label: str
    name: str
    key: str
    articles: int
    forms: list[str]
    links: list[str]
    evidence: list[str]
    quotes: list[str]


def samples(graph: Graph, label: Label, *, largest: int, chosen: int, seed: int) -> list[Merged]:
    """The nodes of one label most articles name, then others by chance; all are named in two articles at least."""
    articles = Counter(
        node for _, node, rel in graph.edges(keys=True) if rel == Rel.MENTIONS and graph.nodes[node]["label"] == label
    )
    merged = sorted((key for key, n in articles.items() if n > 1), key=lambda key: (-articles[key], key))
    rest = sorted(merged[largest:])
    keys = merged[:largest] + random.Random(seed).sample(rest, min(chosen, len(rest)))
    return [_merged(graph, label, key, articles[key]) for key in keys]


def _merged(graph: Graph, label: Label, key: str, articles: int) -> Merged:
    proofs: list[tuple[str, str]] = []
    for _, _, rel, told in graph.in_edges(key, keys=True, data=True):
        if rel == Rel.MENTIONS:
            proofs += zip(told["evidence"], told["quotes"], strict=True)
    proofs.sort()
    forms = Counter(form for _, form in proofs)
    shown = [form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]]
    posts = Counter(
        str(graph.nodes[post]["name"]) for _, post, rel in graph.out_edges(key, keys=True) if rel == Rel.HOLDS
    )
    few = proofs if len(proofs) <= _SHOWN else [proofs[i * (len(proofs) - 1) // (_SHOWN - 1)] for i in range(_SHOWN)]
    name = str(graph.nodes[key]["name"])
    return Merged(str(label), name, key, articles, shown, sorted(posts), [e for e, _ in few], [q for _, q in few])
