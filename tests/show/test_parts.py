from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.show import Part, around, find, picture, said_by, size, trace_of, whole
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from tests.gold_graph import gold_graph
from tests.small_graph import graph

COMPOSITE = "落地核酸+点对点转运+精准赋码"


def stored(folder: Path, *facts: str) -> EmbeddedStore:
    store = EmbeddedStore(folder / "graph.kgl")
    store.load(graph(*facts))
    return store


def names(part: Part) -> set[str]:
    return {node["name"] for _, node in part.graph.nodes(data=True)}


def test_the_whole_is_what_was_loaded(seeds: EmbeddedStore) -> None:
    given, found = gold_graph(), whole(seeds).graph
    assert set(found) == {key for key in given if given.degree(key)}
    assert {edge[:3] for edge in found.edges(keys=True)} == {edge[:3] for edge in given.edges(keys=True)}
    for start, end, rel, told in given.edges(keys=True, data=True):
        assert sorted(found.edges[start, end, rel]["evidence"]) == sorted(told["evidence"])
    assert size(seeds) == len(found)


def test_around_a_node_stands_what_it_is_joined_to(tmp_path: Path) -> None:
    store = stored(
        tmp_path,
        "Person:林武 CHAIRED Meeting:甲会",
        "Person:张韬 ATTENDED Meeting:甲会",
        "Meeting:甲会 HELD_BY Body:省委",
    )
    assert names(around(store, ["person/林武"])) == {"林武", "甲会"}
    assert names(around(store, ["person/林武"], hops=2)) == {"林武", "甲会", "张韬", "省委"}


def test_too_much_around_a_node_is_counted_and_articles_go_first(tmp_path: Path) -> None:
    people = [f"Person:人{n} ATTENDED Meeting:甲会" for n in range(5)]
    store = stored(tmp_path, *people, "Article:报道 REPORTS Meeting:甲会")
    part = around(store, ["meeting/甲会"], most=4)
    assert names(part) == {"甲会", "人0", "人1", "人2"} and part.left_out == 3
    assert "报道" not in names(around(store, ["meeting/甲会"], most=6))


def test_a_mention_is_drawn_for_what_was_asked_for_alone(tmp_path: Path) -> None:
    store = stored(
        tmp_path,
        "Person:林武 CHAIRED Meeting:甲会",
        "Article:报道 MENTIONS Person:林武",
        "Article:报道 MENTIONS Meeting:甲会",
    )
    drawn = picture(around(store, ["person/林武"]).graph)
    assert [(edge.type, edge.end) for edge in drawn.edges] == [
        ("MENTIONS", "person/林武"),
        ("CHAIRED", "meeting/甲会"),
    ]


@pytest.mark.parametrize(("query", "given", "wanted"), [
    ("chaired", {"person": "张韬"}, {"张韬", "太原市疫情防控工作领导小组第119次会议"}),
    ("posts", {"person": "韦韬"}, {"韦韬", "太原市委书记", "山西省委常委", "太原市委", "山西省委"}),
])  # fmt: skip
def test_a_query_s_picture_holds_what_its_rows_name(
    seeds: EmbeddedStore, query: str, given: dict[str, str], wanted: set[str]
) -> None:
    assert names(said_by(seeds, query, given)) >= wanted
    assert "林武" not in names(said_by(seeds, query, given))


def test_a_query_without_rows_draws_nothing(seeds: EmbeddedStore) -> None:
    assert not said_by(seeds, "chaired", {"person": "查无此人"}).graph


def test_a_trace_holds_demands_speakers_chairs_and_the_way(seeds: EmbeddedStore) -> None:
    part = trace_of(seeds, COMPOSITE)
    assert {COMPOSITE, "落地核酸", "点对点转运", "精准赋码", "林武", "韦韬", "张韬"} <= names(part)
    types = {rel for _, _, rel in part.graph.edges(keys=True)}
    assert {"CALLS_FOR", "GIVEN_AT", "HAS_PART", "CONVEYED", "CHAIRED"} <= types
    assert not trace_of(seeds, "查无此措施").graph


def test_a_name_a_key_an_alias_and_a_part_of_a_name_are_found(seeds: EmbeddedStore) -> None:
    assert find(seeds, "韦韬") == find(seeds, "person/韦韬") == ["person/韦韬"]
    assert find(seeds, "第119次会议") == ["meeting/太原市疫情防控工作领导小组第119次会议@2022-05-25"]


@pytest.mark.parametrize("text", ["查无此人", "person/查无此人", "/"])
def test_what_is_not_there_is_said(seeds: EmbeddedStore, text: str) -> None:
    with pytest.raises(UsageError, match="Nothing in the graph is called"):
        find(seeds, text)


def test_part_of_several_names_lists_them(seeds: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match=r"part of several names[\s\S]*person/"):
        find(seeds, "张")


PARTS: list[Callable[[Store], Part]] = [
    whole,
    lambda store: around(store, ["person/韦韬"], hops=2, most=40),
    lambda store: said_by(store, "attended", {"meeting": "第119次会议"}),
    lambda store: trace_of(store, COMPOSITE),
]


def test_both_stores_give_the_same_pictures(seeds: EmbeddedStore, neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(gold_graph())
    for part in PARTS:
        one, other = part(seeds), part(neo4j_store)
        assert one.left_out == other.left_out
        assert nx.utils.graphs_equal(_plain(one.graph), _plain(other.graph))
    assert find(neo4j_store, "第119次会议") == find(seeds, "第119次会议")


def _plain(made: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """As it is drawn, so without what a store adds of its own."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn = picture(made)
    plain.add_nodes_from((node.key, {"node": node}) for node in drawn.nodes)
    plain.add_edges_from((edge.start, edge.end, edge.type, {"edge": edge}) for edge in drawn.edges)
    return plain
