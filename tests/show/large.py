"""A made-up graph of thousands of nodes, shaped like a real one: cities whose people meet, demands for measures."""

from __future__ import annotations

import random
from datetime import date, timedelta

import networkx as nx

from kg.model import Label, Rel, node_key

CITIES = 20
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平"


def large_graph(size: int = 5000, seed: int = 7) -> nx.MultiDiGraph[str]:
    """`size` nodes: a tenth each meetings and articles, a twentieth measures, a third each people and demands."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    people = [_person(graph, chance, n) for n in range(size * 35 // 100)]
    measures = [_node(graph, Label.MEASURE, f"措施{n}号") for n in range(size // 20)]
    meetings = [_meeting(graph, n) for n in range(size // 10)]
    for n, meeting in enumerate(meetings):
        article = _node(graph, Label.ARTICLE, f"报道{n}", date=graph.nodes[meeting]["date"], path=f"报道{n}.txt")
        _edge(graph, article, Rel.REPORTS, meeting, n)
        own = people[n % CITIES :: CITIES]
        _edge(graph, chance.choice(own[:3]), Rel.CHAIRED, meeting, n)
        for person in chance.sample(own, 8):
            _edge(graph, person, Rel.ATTENDED, meeting, n)
    while len(graph) < size:
        n = chance.randrange(len(meetings))
        demand = _node(
            graph, Label.DIRECTIVE, f"要做好第{len(graph)}项工作。", text=f"要做好第{len(graph)}项工作。", verb="强调"
        )
        _edge(graph, demand, Rel.GIVEN_AT, meetings[n], n)
        own = measures if chance.random() < 0.1 else measures[n % CITIES :: CITIES]
        _edge(graph, demand, Rel.CALLS_FOR, chance.choice(own), n)
    return graph


def _person(graph: nx.MultiDiGraph[str], chance: random.Random, number: int) -> str:
    return _node(graph, Label.PERSON, chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2)) + str(number))


def _meeting(graph: nx.MultiDiGraph[str], number: int) -> str:
    day = date(2020, 1, 1) + timedelta(days=2 * number)
    return _node(graph, Label.MEETING, f"某市常务会议第{number}次会议", ordinal=number, date=day.isoformat())


def _node(graph: nx.MultiDiGraph[str], label: Label, name: str, **properties: object) -> str:
    key = node_key(label, name)
    graph.add_node(key, label=str(label), name=name, **properties)
    return key


def _edge(graph: nx.MultiDiGraph[str], start: str, rel: Rel, end: str, source: int) -> None:
    quote = f"{start}——{rel}——{end}"
    proof = {"evidence": [f"报道{source}.txt#char=0,{len(quote)}"], "quotes": [quote]}
    graph.add_edge(start, end, key=str(rel), **proof)
