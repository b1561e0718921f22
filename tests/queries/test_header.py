from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError, UnknownQuery
from kg.queries import all_queries, describe, find, for_browser
from kg.queries.header import Query, read_query

GOOD = """\
// 会议 · Meetings
// parameters.name = { type = "string", about = "名称 · name" }
// parameters.year = { type = "date", default = "", about = "年 · year" }
// columns = ["name"]
// example.parameters = { name = "会" }
// example.first = { name = "例会" }
// a note is not allowed here: everything above the statement is the header
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "meetings.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_is_read_into_what_a_query_asks_and_gives(tmp_path: Path) -> None:
    text = GOOD.replace(GOOD.splitlines()[-1] + "\n", "") + "\nMATCH (m:Meeting)\n// why\nRETURN m.name AS name\n"
    query = read_query(written(tmp_path, text))
    assert (query.name, query.title_zh, query.title_en) == ("meetings", "会议", "Meetings")
    assert [(p.name, p.type, p.required) for p in query.parameters] == [
        ("name", "string", True),
        ("year", "date", False),
    ]
    assert query.cypher == "MATCH (m:Meeting)\n// why\nRETURN m.name AS name"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// 会议 · Meetings", "// Meetings", "first line"),
        ("// columns", "// colums", "unknown field `colums`"),
        ('type = "date"', 'type = "day"', "Invalid enum value 'day'"),
        (', about = "名称 · name"', "", "missing required field `about`"),
        ('// example.first = { name = "例会" }', "", "missing required field `first`"),
        ("// a note", "// a note = ", "line 7"),
    ],
)
def test_a_wrong_header_is_told_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    good = GOOD if "a note" in old else GOOD.replace(GOOD.splitlines()[-1] + "\n", "")
    path = written(tmp_path, good.replace(old, new) + "RETURN 1 AS name\n")
    with pytest.raises(QueryError, match=said) as caught:
        read_query(path)
    assert str(path) in str(caught.value)


def test_an_empty_file_is_no_query(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="first line"):
        read_query(written(tmp_path, ""))


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownQuery, match="chaired"):
        find("chairs")


@pytest.mark.parametrize("name", ["../schema/001_keys", "/etc/passwd", "", ".", "..", "chaired.cypher"])
def test_a_name_never_leaves_the_folder(name: str) -> None:
    with pytest.raises(UnknownQuery):
        find(name)


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_a_description_tells_names_types_and_an_example(query: Query) -> None:
    told = describe(query)
    assert told["name"] == query.name
    assert all(part.strip() for part in told["title"].split(" · "))
    assert {p["name"] for p in told["parameters"]} >= told["example"]["parameters"].keys()
    assert set(told["columns"]) >= told["example"]["first"].keys() != set()
    assert {"evidence", "quotes"} <= set(told["columns"])
    assert all(" · " in p["about"] for p in told["parameters"])


def test_the_text_for_browser_carries_its_parameters() -> None:
    text = for_browser(find("chaired"), {"person": '林"武', "ordinal": 78})
    first, empty, title = text.splitlines()[:3]
    assert first.startswith(":params {") and r'person: "林\"武"' in first and "ordinal: 78" in first
    assert not empty and title == "// 谁主持了会议 · Who chaired which meeting"
