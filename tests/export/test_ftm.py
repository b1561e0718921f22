"""FollowTheMoney entities, held against what that project tells of its schemata (tests/data/ftm_schema.json)."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from kg.export import ftm
from kg.graph import Graph
from kg.model import NODES, Label
from tests.export.conforming import graphs
from tests.gold_graph import gold_graph
from tests.small_graph import graph

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "ftm_schema.json").read_text(encoding="utf-8"))
SHAPES = {  # what that format accepts of a type
    "entity": r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?",
    "date": r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?",
    "country": r"cn",
}
HELD = graph(
    ("Person:韦韬 HOLDS Post:太原市委书记", {"first_seen": "XXXX-04-04", "last_seen": "2022-05-26"}),
    "Post:太原市委书记 OF Body:太原市委",
    "Body:太原市委 PART_OF Body:山西省委",
    ("Body:太原市委", {"kind": "party", "region": "140100 太原市"}),
    ("Post:太原市委书记", {"role": "市委书记"}),
    ("Article:一", {"path": "made-up", "headline": "韦韬主持", "date": "2022-05-26", "reporters": ["李明"]}),
    "Article:一 MENTIONS Person:韦韬",
    ("Article:二", {"path": "made-up"}),
    "Meeting:第108次会议",
)


def entities(made: Graph) -> dict[str, dict[str, Any]]:
    out = io.BytesIO()
    ftm.write(made, out)
    return {entity["key"]: entity for entity in map(json.loads, out.getvalue().splitlines())}


def faults(found: dict[str, dict[str, Any]]) -> list[str]:
    """What that format would not take."""
    schemata = {entity["id"]: SCHEMA[entity["schema"]] for entity in found.values()}
    wrong = []
    for key, entity in found.items():
        schema, properties = SCHEMA[entity["schema"]], entity["properties"]
        wrong += [f"{key}: no {name}" for name in schema["required"] if name not in properties and key.split("/")[1]]
        for name, values in properties.items():
            kind, wanted = schema["properties"][name]
            wrong += [f"{key}: {name}={v}" for v in values if not re.fullmatch(SHAPES.get(kind, ".+"), v, re.DOTALL)]
            if kind == "entity":
                wrong += [f"{key}: {name}={v}" for v in values if wanted not in schemata[v]["kinds"]]
    return wrong


def test_seeds_are_as_the_format_wants_them() -> None:
    found = entities(gold_graph())
    assert {entity["schema"] for entity in found.values()} >= {
        "Person",
        "Position",
        "PublicBody",
        "Occupancy",
        "Article",
    }
    assert faults(found) == []


@settings(deadline=None)
@given(made=graphs())
def test_any_graph_gives_entities_the_format_knows(made: Graph) -> None:
    wrong = [fault for fault in faults(entities(made)) if ": no name" not in fault]  # an arbitrary name may be empty
    assert wrong == []


def test_a_faulty_entity_is_seen() -> None:
    found = entities(HELD)
    found["person/韦韬"]["schema"] = "Organization"
    assert any("holder=" in fault for fault in faults(found))


def test_who_held_what_when_and_who_says_so() -> None:
    found = entities(HELD)
    held = found["person/韦韬|HOLDS|post/太原市委书记"]["properties"]
    assert held == {
        "holder": [ftm.entity_id("person/韦韬")],
        "post": [ftm.entity_id("post/太原市委书记")],
        "date": ["2022-05-26"],
        "description": ["Person:韦韬 HOLDS Post:太原市委书记"],
        "recordId": ["made-up#char=0,1"],
        "proof": [ftm.entity_id("article/一")],
    }
    assert found["post/太原市委书记"]["properties"] == {
        "name": ["太原市委书记"],
        "weakAlias": ["市委书记"],
        "organization": [ftm.entity_id("body/太原市委")],
        "country": ["cn"],
        "subnationalArea": ["140100 太原市"],
    }
    assert found["body/太原市委"]["properties"]["parent"] == [ftm.entity_id("body/山西省委")]
    assert found["article/一"]["properties"]["author"] == ["李明"]
    assert "meeting/第108次会议" not in found


@pytest.mark.parametrize(
    ("kind", "schema"),
    [("party", "Organization"), ("government", "PublicBody"), ("enterprise", "Company"), ("", "Organization")],
)
def test_a_body_is_what_its_kind_says(kind: str, schema: str) -> None:
    made = graph(("Body:某", {"kind": kind} if kind else {}))
    assert entities(made)["body/某"]["schema"] == schema


def test_kinds_of_bodies_are_the_models() -> None:
    assert all(re.search(rf"\b{kind}\b", NODES[Label.BODY].comment) for kind in ftm.BODY_SCHEMATA)
