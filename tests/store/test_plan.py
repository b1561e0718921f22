"""A graph as rows: who stands behind what, and what is refused."""

import pytest

from kg.errors import UsageError
from kg.model import Label, Rel
from kg.store.groups import NodeGroup, RelGroup
from kg.store.plan import Plan
from tests.graphs import Fact, Thing, graph, mention

PERSON, MEETING = Thing(Label.PERSON, "林武"), Thing(Label.MEETING, "第78次会议")
POST, BODY = Thing(Label.POST, "省委书记"), Thing(Label.BODY, "省委")


def rows(made, group):
    plan = Plan(made)
    return list(plan.rows(group, {**plan.nodes(), **plan.relationships()}[group]))


def test_a_node_belongs_to_the_sources_of_its_relationships():
    made = graph([mention("一", PERSON, 1), mention("二", PERSON, 1)], attributed=False)
    (row,) = rows(made, NodeGroup(Label.PERSON))
    props = {"key": "person/林武", "name": "林武", "forms": "|林武|", "sources": ["一", "二"]}
    assert row == {"key": "person/林武", "props": props}


def test_every_name_of_a_node_stands_in_one_text():
    known = Thing(Label.PERSON, "林武", (("aliases", ("林书记", "林武同志")),))
    (row,) = rows(graph([mention("一", known, 1)]), NodeGroup(Label.PERSON))
    assert row["props"]["forms"] == "|林武|林书记|林武同志|"


@pytest.mark.parametrize(
    ("mentions", "sources"),
    [
        ([("一", POST), ("二", POST), ("二", BODY)], ["二"]),  # the source that speaks of both ends
        ([("一", POST), ("二", BODY)], ["一", "二"]),  # none does: whoever speaks of either
    ],
)
def test_a_conclusion_belongs_to_the_sources_behind_its_ends(mentions, sources):
    facts = [Fact(source, MEETING, Rel.HELD_BY, BODY, 1) for source, thing in mentions if thing is BODY]
    facts += [Fact(source, PERSON, Rel.HOLDS, POST, 1) for source, thing in mentions if thing is POST]
    made = graph([*facts, Fact("一", POST, Rel.OF, BODY, None)], attributed=False)
    (row,) = rows(made, RelGroup(Rel.OF, Label.POST, Label.BODY))
    assert row["props"] == {"sources": sources}


def test_rows_that_touch_one_hub_stand_side_by_side():
    things = [Thing(Label.PERSON, name) for name in "丙乙甲"]
    facts = [Fact("一", thing, Rel.ATTENDED, Thing(Label.MEETING, m), 1) for m in "12" for thing in things]
    attended = rows(graph(facts), RelGroup(Rel.ATTENDED, Label.PERSON, Label.MEETING))
    assert [row["to_key"] for row in attended] == ["meeting/1"] * 3 + ["meeting/2"] * 3


def test_articles_are_written_first():
    assert next(iter(Plan(graph([mention("一", PERSON, 1)])).nodes())) == NodeGroup(Label.ARTICLE)


def test_a_graph_without_sources_has_nothing_to_load():
    made = graph([Fact("一", POST, Rel.OF, BODY, None)], attributed=False)
    plan = Plan(made)
    assert plan.unsupported == ["body/省委", "post/省委书记"]
    assert not any(plan.nodes().values())
    assert not plan.relationships()


PROVED = {"evidence": ["一#char=1,2"], "quotes": ["话"]}


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda g: g.nodes["person/林武"].update(label="Evil) DETACH DELETE (n"), "none of Person"),
        (lambda g: g.nodes["person/林武"].update(colour="red"), "colour.*declares aliases, name"),
        (lambda g: g.add_edge("article/一", "person/林武", key="X]->() DELETE n//", **PROVED), "none of HOLDS"),
        (lambda g: g.add_edge("person/林武", "article/一", key="CHAIRED", **PROVED), "does not join Person to Article"),
        (lambda g: g.edges["article/一", "person/林武", "MENTIONS"].update(score=1.0), "score"),
    ],
)
def test_what_the_model_does_not_know_is_named(spoil, message):
    made = graph([mention("一", PERSON, 1)])
    spoil(made)
    with pytest.raises(UsageError, match=message):
        plan = Plan(made)
        for group, idents in {**plan.nodes(), **plan.relationships()}.items():
            list(plan.rows(group, idents))
