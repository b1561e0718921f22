from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.embedded import EmbeddedStore
from kg.trace import Trace, trace_measure
from tests.gold_graph import gold_graph
from tests.small_graph import graph

COMPOSITE = "落地核酸+点对点转运+精准赋码"
CITY_108, CITY_119 = "太原市疫情防控工作领导小组第108次会议", "太原市疫情防控工作领导小组第119次会议"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("trace") / "graph.kgl")
    store.load(gold_graph())
    return store


@pytest.fixture(scope="module")
def composite(seeds: EmbeddedStore) -> Trace:
    return trace_measure(seeds, COMPOSITE)


def test_the_measure_comes_back_at_both_meetings_of_the_city(composite: Trace) -> None:
    whole = [step for step in composite.steps if step.relation == "whole"]
    assert [(step.meeting, step.chairs, step.verb) for step in whole] == [
        (CITY_108, ("韦韬",), "指出"),
        (CITY_119, ("张韬",), "强调"),
    ]
    assert all(step.wordings == (COMPOSITE,) and COMPOSITE in step.words for step in whole)


def test_its_parts_alone_are_demanded_by_the_province_before(composite: Trace) -> None:
    assert composite.parts == ("点对点转运", "精准赋码", "落地核酸")
    first, second = (step for step in composite.steps if step.relation == "part")
    assert (first.speaker, first.speaker_kind, first.measures) == ("林武", "Person", ("点对点转运",))
    assert (second.speaker, second.wordings) == ("林武", ("赋码管理",))
    assert composite.steps[:2] == (first, second)


def test_the_way_leads_from_the_city_to_the_province(composite: Trace) -> None:
    (leg,) = composite.way
    assert (leg.meeting, leg.conveyed) == (CITY_108, composite.steps[0].meeting)
    assert leg.verbs == ("传达学习",) and "传达学习" in leg.quotes[0]


def test_every_step_proves_itself_in_its_source(composite: Trace) -> None:
    for step in composite.steps:
        for entry, quote in zip(step.evidence, step.quotes, strict=True):
            source, _, span = entry.partition("#char=")
            start, end = map(int, span.split(","))
            assert (Path("seeds") / source).read_text(encoding="utf-8")[start:end] == quote


def test_what_is_not_there_is_answered_with_what_is(seeds: EmbeddedStore) -> None:
    trace = trace_measure(seeds, "落地核酸检测")
    assert not trace.found and trace.steps == () == trace.way
    assert COMPOSITE in trace.near and "落地核酸" in trace.near


def test_nothing_near_is_nothing(seeds: EmbeddedStore) -> None:
    assert trace_measure(seeds, "ZZZ").near == ()


def test_a_measure_mentioned_but_never_demanded_is_not_found(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "graph.kgl")
    store.load(graph("Article:报道 MENTIONS Measure:网格化"))
    trace = trace_measure(store, "网格化")
    assert not trace.found and trace.near == ("网格化",)


def test_of_a_demand_that_names_several_parts_each_line_shows_its_own(tmp_path: Path) -> None:
    from kg.pipeline import build_graph

    store = EmbeddedStore(tmp_path / "graph.kgl")
    store.load(build_graph(["docs/tutorial/news"]).graph)
    trace = trace_measure(store, "巡河打卡+问题清单+限期销号")
    lines = {line.measure: [turn.clause for turn in line.turns] for line in trace.lines}
    assert {"群众评议", "问题清单", "限期销号"} < lines.keys()
    assert all(name in clause for name in ("群众评议", "问题清单", "限期销号") for clause in lines[name])
