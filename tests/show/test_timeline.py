from __future__ import annotations

from kg.show import picture, timeline, trace_of, trace_timeline
from kg.store.embedded import EmbeddedStore
from kg.trace import trace_measure
from tests.small_graph import graph

COMPOSITE = "落地核酸+点对点转运+精准赋码"


def test_meetings_and_articles_stand_in_time_and_what_has_no_year_last() -> None:
    made = graph(
        ("Meeting:乙会", {"date": "2022-05-25"}),
        ("Meeting:甲会", {"date": "2022-04-04"}),
        ("Meeting:某会", {"date": "XXXX-04-04"}),
        ("Article:报道", {"date": "2022-04"}),
        "Meeting:无日会",
        "Person:林武",
    )
    assert [(moment.date, moment.title) for moment in timeline(picture(made))] == [
        ("2022-04", "报道"),
        ("2022-04-04", "甲会"),
        ("2022-05-25", "乙会"),
        ("", "无日会"),
        ("XXXX-04-04", "某会"),
    ]


def test_the_demands_of_a_trace_are_nodes_of_its_picture(seeds: EmbeddedStore) -> None:
    drawn = picture(trace_of(seeds, COMPOSITE).graph)
    moments = trace_timeline(drawn, trace_measure(seeds, COMPOSITE))
    keys = {node.key for node in drawn.nodes}
    assert moments and all(moment.key in keys for moment in moments)
    assert [moment.date for moment in moments] == sorted(moment.date for moment in moments)
    changed = ["".join(piece.text for piece in moment.pieces if piece.kind == "new") for moment in moments]
    assert "从严执行管控措施" in changed
