from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import Claimed
from kg.graph import Graph, GraphBuilder, build, merged, without_hints
from kg.model import Label, Rel
from kg.resolve import Derived, Node, Resolution
from kg.resolve.resolution import article_id
from kg.statement import Extraction
from tests.statements import extraction

FIRST = extraction(
    "a.txt",
    {"p0": "韦韬", "m0": "第119次会议"},
    [
        (Rel.SPOKE_AT, "p0", "m0", 5, {"verb": ["讲话"], "_sentence": 3}),
        (Rel.SPOKE_AT, "p0", "m0", 50, {"verb": ["强调"], "order": 2}),
    ],
)
SECOND = extraction("b.txt", {"p0": "韦韬", "m0": "第119次会议"}, [(Rel.SPOKE_AT, "p0", "m0", 9, {"order": 1})])
SPOKE = ("person/韦韬", "meeting/第119次会议", "SPOKE_AT")


def by_name(extractions: Iterable[Extraction], *derived: Derived) -> Resolution:
    """A resolution that takes equal names of one label for one thing."""
    keys, nodes = {}, {}
    for one in extractions:
        mine = keys[article_id(one)] = {}
        for entity in (one.article, *one.entities):
            mine[entity.local] = f"{entity.label.lower()}/{entity.name}"
            nodes[mine[entity.local]] = Node(entity.label, {"name": entity.name, **entity.props})
    return Resolution(keys, nodes, list(derived))


def graph_of(*extractions: Extraction) -> Graph:
    return build(extractions, by_name(extractions))


def same(one: Graph, other: Graph) -> bool:
    return list(one.nodes(data=True)) == list(other.nodes(data=True)) and list(one.edges(keys=True, data=True)) == list(
        other.edges(keys=True, data=True)
    )


def test_one_relationship_holds_all_its_evidence() -> None:
    edge = graph_of(FIRST, SECOND).edges[SPOKE]
    assert edge["evidence"] == ["a.txt#char=5,10", "a.txt#char=50,55", "b.txt#char=9,14"]
    assert edge["quotes"] == ["a.txt@5", "a.txt@50", "b.txt@9"]
    assert (edge["verb"], edge["order"]) == (["强调", "讲话"], 1)


def test_what_stages_whisper_to_each_other_stays_out() -> None:
    assert without_hints({"order": 1, "_sentence": 3}) == {"order": 1}
    assert "_sentence" not in graph_of(FIRST).edges[SPOKE]


def test_nodes_have_label_and_properties() -> None:
    assert graph_of(FIRST).nodes["article/a.txt"] == {
        "label": "Article", "name": "a.txt", "path": "a.txt", "date": "2022-05-26"
    }  # fmt: skip


def test_each_source_keeps_its_own_claim_where_they_differ() -> None:
    graph = graph_of(FIRST, SECOND)
    assert len(graph.edges[SPOKE]["claims"]) == 2
    assert "claims" not in graph_of(FIRST).edges[SPOKE]


def test_the_order_of_the_articles_never_shows() -> None:
    assert same(graph_of(FIRST, SECOND), graph_of(SECOND, FIRST))


def test_an_article_told_twice_changes_nothing() -> None:
    assert same(graph_of(FIRST, SECOND), graph_of(FIRST, SECOND, FIRST))


def test_graphs_of_parts_merge_into_the_graph_of_all() -> None:
    assert same(merged([graph_of(SECOND), graph_of(FIRST)]), graph_of(FIRST, SECOND))


def test_conclusions_of_resolving_are_facts_too() -> None:
    variant = Derived(Rel.VARIANT_OF, "measure/六稳工作", "measure/六稳", props={"score": 0.9, "reason": ["suffix"]})
    nodes = {key: Node(Label.MEASURE, {"name": key}) for key in ("measure/六稳工作", "measure/六稳")}
    graph = build([], Resolution({}, nodes, [variant]))
    assert graph.edges["measure/六稳工作", "measure/六稳", "VARIANT_OF"] == {"score": 0.9, "reason": ["suffix"]}


def test_a_conclusion_from_all_sources_is_every_sources_claim() -> None:
    seen = Derived(Rel.SPOKE_AT, *SPOKE[:2], props={"list_complete": False})
    both = [FIRST, SECOND]
    edge = build(both, by_name(both, seen)).edges[SPOKE]
    assert edge["list_complete"] is False
    assert Claimed.read(edge).properties(Rel.SPOKE_AT) == edge
    assert Claimed.read(edge).without({"a.txt"}).properties(Rel.SPOKE_AT)["list_complete"] is False


def test_what_joins_a_thing_to_itself_is_left_out() -> None:
    builder = GraphBuilder()
    builder.node("measure/六稳", Label.MEASURE, {"name": "六稳"})
    builder.fact("measure/六稳", Rel.VARIANT_OF, "measure/六稳", {"score": 1.0})
    assert builder.finish().number_of_edges() == 0


def test_ends_must_be_what_the_model_allows() -> None:
    builder = GraphBuilder()
    builder.node("person/甲", Label.PERSON, {"name": "甲"})
    builder.node("body/乙", Label.BODY, {"name": "乙"})
    builder.fact("person/甲", Rel.CHAIRED, "body/乙", {})
    with pytest.raises(ValueError, match="body/乙 is Body, not Meeting"):
        builder.finish()


def test_a_relationship_needs_both_its_nodes() -> None:
    builder = GraphBuilder()
    builder.node("person/甲", Label.PERSON, {"name": "甲"})
    builder.fact("person/甲", Rel.CHAIRED, "meeting/乙", {})
    with pytest.raises(ValueError, match="meeting/乙 is no node"):
        builder.finish()


def test_a_key_has_one_label() -> None:
    builder = GraphBuilder()
    builder.node("x", Label.PERSON, {"name": "甲"})
    with pytest.raises(ValueError, match="x is a Person and cannot be a Body"):
        builder.node("x", Label.BODY, {"name": "甲"})


def test_a_property_nobody_declared_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        merged([graph_with(colour="red"), graph_with(colour="blue")])


def graph_with(**properties: str) -> Graph:
    builder = GraphBuilder()
    builder.node("person/甲", Label.PERSON, {"name": "甲", **properties})
    return builder.finish()


names = st.sampled_from(["甲", "乙", "丙"])
facts = st.tuples(
    st.sampled_from([f"{letter}.txt" for letter in "abcdef"]), names, names, st.integers(0, 3), st.integers(1, 3),
    st.lists(st.sampled_from(["讲话", "强调"]), min_size=1),
)  # fmt: skip


@given(told=st.lists(facts, max_size=6, unique_by=lambda fact: fact[0]), seed=st.randoms())
def test_any_order_and_any_batching_give_one_graph(told, seed) -> None:
    articles = [
        extraction(source, {"p0": who, "m0": where}, [(Rel.SPOKE_AT, "p0", "m0", at, {"order": order, "verb": verb})])
        for source, who, where, at, order, verb in told
    ]
    whole = build(articles, by_name(articles))
    seed.shuffle(articles)
    cut = len(articles) // 2
    assert same(whole, build(articles, by_name(articles)))
    assert same(whole, merged([graph_of(*articles[:cut]), graph_of(*articles[cut:])]))
