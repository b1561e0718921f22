from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg
from tests.show.test_page import DATA

COMPOSITE = "落地核酸+点对点转运+精准赋码"


def drawn(path: Path) -> dict[str, object]:
    (data,) = DATA.findall(path.read_text(encoding="utf-8"))
    read: dict[str, object] = json.loads(data)
    return read


def names(path: Path) -> set[str]:
    return {node["name"] for node in drawn(path)["nodes"]}  # type: ignore[attr-defined]


def test_a_node_is_written_as_a_page(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = kg("show", "韦韬", "--to", store_file, "-o", out, "--texts", "seeds", "--lang", "zh")
    assert result.exit_code == 0 and result.stdout == f"{out}\n"
    assert "个节点" in result.stderr and "--texts" not in result.stderr
    data = drawn(out)
    assert (data["lang"], data["title"]) == ("zh", "韦韬")
    assert data["texts"].keys() == {"000_ab0f9fe375525ce3.txt", "004_106f38b497a622a6.txt"}  # type: ignore[attr-defined]
    assert "林武" not in names(out)


def test_texts_that_are_not_at_hand_are_said_to_be_missing(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    result = kg("show", "韦韬", "--to", store_file, "-o", tmp_path / "page.html")
    assert "Not at hand" in result.stderr and "--texts" in result.stderr
    assert drawn(tmp_path / "page.html")["texts"] == {}


def test_a_query_a_trace_and_the_whole_are_drawn(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert kg("show", "--query", "chaired", "person=张韬", "--to", store_file, "-o", out).exit_code == 0
    assert "张韬" in names(out) and "林武" not in names(out)
    assert kg("show", "--trace", COMPOSITE, "--to", store_file, "-o", out).exit_code == 0
    assert COMPOSITE in names(out)
    assert any(moment["pieces"] for moment in drawn(out)["timeline"])  # type: ignore[attr-defined]
    assert kg("show", "--to", store_file, "-o", out).exit_code == 0
    assert len(names(out)) > 60


def test_trace_writes_its_picture_besides(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "trace.html"
    result = kg("trace", COMPOSITE, "--to", store_file, "--format", "table", "--picture", out)
    assert result.exit_code == 0 and str(out) in result.stdout and "The way it went" in result.stdout
    assert COMPOSITE in names(out)


def test_the_page_can_go_to_a_pipe(kg: Kg, store_file: Path) -> None:
    assert kg("show", "韦韬", "--to", store_file, "-o", "-").stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["查无此人"], "Nothing in the graph is called"),
        (["张"], "part of several names"),
        (["--trace", "查无此措施"], "No demand names"),
        (["韦韬", "--trace", COMPOSITE], "Give one of"),
        (["--query", "chaired", "person=查无此人"], "nothing to draw"),
        (["--query", "no_such"], "no query called"),
        (["--query", "chaired", "韦韬"], "KEY=VALUE"),
        (["韦韬", "--lang", "fr"], "fr"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(
    kg: Kg, store_file: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    out = tmp_path / "page.html"
    result = kg("show", *arguments, "--to", store_file, "-o", out)
    assert result.exit_code == 2 and message in result.stderr
    assert not out.exists()


def test_a_page_that_cannot_be_written_is_said(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    result = kg("show", "韦韬", "--to", store_file, "-o", tmp_path / "none" / "page.html")
    assert result.exit_code == 1 and "cannot be written" in result.stderr


def test_a_graph_too_large_to_draw_is_not_drawn_unasked(
    kg: Kg, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.cli.show.SMALL", 10)
    out = tmp_path / "page.html"
    result = kg("show", "--to", store_file, "-o", out)
    assert result.exit_code == 2 and "--all" in result.stderr
    assert kg("show", "--all", "--to", store_file, "-o", out).exit_code == 0 and len(names(out)) > 60


def test_nodes_left_out_are_counted(kg: Kg, store_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = kg("show", "韦韬", "--most", "3", "--to", store_file, "-o", out)
    assert "left out" in result.stderr and drawn(out)["left_out"]


def test_the_language_follows_the_locale(
    kg: Kg, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    kg("show", "韦韬", "--to", store_file, "-o", tmp_path / "page.html")
    assert drawn(tmp_path / "page.html")["lang"] == "zh"
