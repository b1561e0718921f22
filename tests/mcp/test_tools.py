"""What the tools say of themselves and what they answer, asked by the SDK's own client (which checks every answer
against the tool's output schema)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp.client import Client

from kg.mcp.tools import MOST, offered
from kg.queries import all_queries
from kg.queries.header import Query
from tests.mcp.conftest import Talk

TalkTo = Callable[[Talk], Any]
TOOLS = {name: one.tool for name, one in offered().items()}
QUERIES = [query for query in all_queries().values() if query.name != "trace"]
MEASURE = "落地核酸+点对点转运+精准赋码"


def call(talk: TalkTo, tool: str, **given: Any) -> Any:
    async def conversation(client: Client) -> Any:
        return await client.call_tool(tool, given)

    return talk(conversation)


def test_there_is_a_tool_for_every_query_and_for_ask_and_trace(talk: TalkTo) -> None:
    async def conversation(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in talk(conversation)}
    assert tools.keys() == {*all_queries(), "ask", "trace"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint and not tool.annotations.destructive_hint
        assert tool.title and tool.description and tool.input_schema and tool.output_schema


@pytest.mark.parametrize("name", TOOLS)
def test_its_schemas_are_schemas(name: str) -> None:
    for schema in (TOOLS[name].input_schema, TOOLS[name].output_schema):
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_its_input_schema_takes_the_example_and_refuses_a_stranger(query: Query) -> None:
    taken = Draft202012Validator(TOOLS[query.name].input_schema)
    assert taken.is_valid(query.example.parameters)
    assert not taken.is_valid(query.example.parameters | {"stranger": "x"})
    assert set(TOOLS[query.name].input_schema["required"]) == {p.name for p in query.parameters if p.required}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_the_example_has_its_rows_with_their_evidence(talk: TalkTo, query: Query) -> None:
    told = call(talk, query.name, **query.example.parameters)
    assert not told.is_error
    first = told.structured_content["rows"][0]
    assert first | query.example.first == first
    assert len(first["evidence"]) == len(first["quotes"]) > 0
    assert told.structured_content["total"] == len(told.structured_content["rows"])


def test_a_question_is_answered_with_its_evidence(talk: TalkTo) -> None:
    told = call(talk, "ask", question="谁主持了第119次会议？").structured_content
    assert told["found"] and "张韬" in told["answer"] and "张韬主持" in told["evidence"][0]["quote"]
    assert told["query"] == "chaired" and "MATCH" in told["cypher"]
    refused = call(talk, "ask", question="谁主持了第300次会议？").structured_content
    assert not refused["found"] and refused["rows"] == []


def test_the_whole_trace_is_one_answer(talk: TalkTo) -> None:
    told = call(talk, "trace", measure=MEASURE).structured_content
    assert sorted(told["parts"]) == ["点对点转运", "精准赋码", "落地核酸"]
    assert {"whole", "part"} == {step["relation"] for step in told["steps"]}
    assert len(told["way"]) == 1
    assert call(talk, "trace", measure="落地核酸检测").structured_content["near"]


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("attended", {"role": "CHAIR"}, "CHAIRED, SPOKE_AT, REPORTED_AT, ATTENDED"),
        ("chaired", {"since": "gestern"}, "2022-05-25"),
        ("chaired", {"ordinal": "viele"}, "whole number"),
        ("chaired", {"who": "韦韬"}, "meeting (string)"),
        ("posts", {"person": 5}, "give text"),
        ("person", {}, "person needs person"),
        ("ask", {}, "question is missing"),
        ("ask", {"question": "谁？", "today": "gestern"}, "2022-06-01"),
        ("trace", {"measure": " "}, "measure is missing"),
        ("chairs", {}, "chaired"),
    ],
)
def test_a_wrong_call_is_an_error_of_the_tool_that_says_what_is_right(
    talk: TalkTo, tool: str, given: dict[str, Any], said: str
) -> None:
    told = call(talk, tool, **given)
    assert told.is_error and told.structured_content is None
    assert said in told.content[0].text


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("posts", {"person": "韦涛"}, "No person is called 韦涛; names like it: 韦韬"),
        ("trace_way", {"measure": "精准赋马"}, "精准赋码"),
        ("facts", {"key": "person/nobody"}, "`named` finds keys"),
        ("chaired", {"since": "2030"}, "No rows."),
    ],
)
def test_an_answer_without_rows_says_which_names_have_some(
    talk: TalkTo, tool: str, given: dict[str, Any], said: str
) -> None:
    told = call(talk, tool, **given)
    assert not told.is_error and told.structured_content["rows"] == []
    assert said in told.structured_content["note"]


def test_a_long_answer_is_cut_and_says_so(talk: TalkTo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.mcp.tools.MOST", 5)
    told = call(talk, "demands").structured_content
    assert MOST > 5 == len(told["rows"]) < told["total"]
    assert f"first 5 of {told['total']}" in told["note"]


@pytest.mark.parametrize("words", ["' OR 1=1 //", '"}) DETACH DELETE n //', "$meeting", "\\", "`", "\u0000", "%00"])
def test_cypher_in_a_parameter_is_only_text(talk: TalkTo, words: str) -> None:
    assert call(talk, "chaired", meeting=words).structured_content["rows"] == []
    assert call(talk, "node", key=f"person/{words}").structured_content["rows"] == []
    assert call(talk, "sittings", meeting="第119次").structured_content["total"] == 1
