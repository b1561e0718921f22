"""`kg resolve`: what was judged is listed, decided and taken back, and a rebuild follows it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from tests.cli.conftest import Kg

ONE, TWO = "殷雪莺", "殷雪鸢"  # one reporter, misread by a machine


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The judgements of the seed pages."""
    folder = tmp_path_factory.mktemp("judged")
    arguments = ["extract", "seeds", "-o", "seeds.jsonl", "--judgements", "judgements.jsonl"]
    result = CliRunner().invoke(app, [str(folder / one) if one.endswith(".jsonl") else one for one in arguments])
    assert result.exit_code == 0, result.output
    return folder / "judgements.jsonl"


@pytest.fixture
def file(judged: Path, tmp_path: Path) -> Path:
    """A copy to decide in."""
    return Path(shutil.copy(judged, tmp_path))


def alike(kg: Kg, file: Path) -> list[dict[str, Any]]:
    """What is listed of the two names."""
    return [row for row in rows(kg("resolve", "list", "殷", "-J", file)) if row["by"] == "rule:lookalike"]


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def reporters(kg: Kg, file: Path) -> set[str]:
    """The reporters' nodes of a rebuild that follows the file."""
    nodes = rows(kg("extract", "seeds", "--judgements", file))
    return {node["id"] for node in nodes if node.get("id", "") in (f"person/{ONE}", f"person/{TWO}")}


def test_a_listed_verdict_tells_both_sides_and_why(kg: Kg, file: Path) -> None:
    (found,) = alike(kg, file)
    assert sorted(found["quotes"]) == [ONE, TWO]
    assert (found["label"], found["verdict"]) == ("Person", "same")
    assert all("#char=" in reference for reference in found["evidence"])


def test_the_list_can_be_cut_and_is_in_order_of_worth(kg: Kg, file: Path) -> None:
    found = rows(kg("resolve", "list", "-J", file, "-n", 3))
    worth = [row["mentions"] * (1 - row["score"]) for row in found]
    assert len(found) <= 3 and worth == sorted(worth, reverse=True)


def test_show_tells_all_that_was_judged_of_a_name(kg: Kg, file: Path) -> None:
    found = rows(kg("resolve", "show", ONE, "-J", file))
    assert found and all(ONE in row["quotes"] for row in found)


def test_different_splits_and_undo_brings_back_the_rules_verdict(kg: Kg, file: Path) -> None:
    assert reporters(kg, file) == {f"person/{TWO}"}
    (made,) = rows(kg("resolve", "different", ONE, TWO, "-J", file, "--by", "li", "-r", "two reporters"))
    assert (made["verdict"], made["by"], made["reason"]) == ("different", "li", "two reporters")
    assert reporters(kg, file) == {f"person/{ONE}", f"person/{TWO}"}
    assert [row["by"] for row in rows(kg("resolve", "undo", TWO, ONE, "-J", file))] == ["li"]
    assert reporters(kg, file) == {f"person/{TWO}"}


def test_a_later_decision_replaces_the_earlier_one(kg: Kg, file: Path) -> None:
    kg("resolve", "different", ONE, TWO, "-J", file, "--by", "li")
    kg("resolve", "same", ONE, TWO, "-J", file, "--by", "wang")
    decided = [row for row in rows(kg("resolve", "show", ONE, "-J", file)) if not row["by"].startswith("rule:")]
    assert [(row["verdict"], row["by"]) for row in decided] == [("same", "wang")]


def test_a_decided_pair_is_listed_no_more(kg: Kg, file: Path) -> None:
    (open_,) = alike(kg, file)
    rows(kg("resolve", "same", *open_["evidence"], "-J", file))
    assert not alike(kg, file)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["same", ONE, ONE], "are one reference"),
        (["undo", ONE, "无名氏"], "Nobody decided on"),
    ],
)
def test_what_decides_nothing_is_said(kg: Kg, file: Path, arguments: list[str], words: str) -> None:
    result = kg("resolve", *arguments, "-J", file)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_file_that_is_not_there_is_said_with_what_makes_it(kg: Kg, tmp_path: Path) -> None:
    result = kg("resolve", "list", "-J", tmp_path / "none.jsonl")
    assert result.exit_code == 2
    assert "kg extract SOURCES --judgements" in result.stderr


def test_a_spoilt_line_is_named(kg: Kg, file: Path) -> None:
    file.write_text("{}\n", encoding="utf-8")
    result = kg("resolve", "list", "-J", file)
    assert result.exit_code == 1
    assert "judgements.jsonl:1: not a judgement" in result.stderr


PAGES = [
    {"id": "a", "date": "2016-01-05", "source": "山西日报", "text": "山西省委书记王儒林主持召开会议。"},
    {"id": "b", "date": "2016-02-01", "source": "山西日报", "text": "山西省委书记李文山主持召开会议。"},
    {"id": "c", "date": "2016-06-05", "source": "山西日报", "text": "山西省委书记王儒林主持召开会议。"},
    {"id": "d", "date": "2016-07-05", "source": "山西日报", "text": "山西省委书记李文山主持召开会议。"},
]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(json.dumps(page, ensure_ascii=False) for page in PAGES), encoding="utf-8")
    return path


def test_report_tells_what_does_not_fit_together(kg: Kg, pages: Path) -> None:
    (found,) = rows(kg("resolve", "report", pages))
    assert found["kind"] == "holders"
    assert "王儒林 and 李文山 are both called 山西省委书记" in found["what"]
    assert [entry.partition("#")[0] for entry in found["evidence"]] == ["a", "b"]


def pair(a: tuple[str, str], b: tuple[str, str], same: bool, kind: str = "person") -> dict[str, Any]:
    left, right = ({"article": article, "surface": surface} for article, surface in (a, b))
    return {"kind": kind, "a": left, "b": right, "same": same, "why": "read"}


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    judged = [
        pair(("a", "王儒林"), ("c", "王儒林"), True),
        pair(("a", "王儒林"), ("b", "李文山"), False),
        pair(("a", "王儒林"), ("d", "李文山"), True),
        pair(("a", "主持"), ("b", "李文山"), False),
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in judged), encoding="utf-8")
    return path


def test_check_counts_right_wrong_and_not_found(kg: Kg, pages: Path, pairs: Path) -> None:
    (figures,) = rows(kg("resolve", "check", pairs, pages))
    assert (figures["kind"], figures["pairs"], figures["wrong"], figures["not_found"]) == ("person", 4, 1, 1)
    assert (figures["accuracy"], figures["precision"], figures["recall"]) == (0.5, 1.0, 0.5)


def test_check_prints_each_wrong_pair(kg: Kg, pages: Path, pairs: Path) -> None:
    found = rows(kg("resolve", "check", pairs, pages, "--errors"))
    assert [row["verdict"] for row in found] == ["different, but same", "not found"]


def test_check_takes_a_graph_file_and_the_texts_beside_it(kg: Kg, pages: Path, pairs: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    kg("extract", pages, "-o", graph)
    (figures,) = rows(kg("resolve", "check", pairs, graph, "--texts", pages))
    assert (figures["accuracy"], figures["not_found"]) == (0.5, 1)
    assert kg("resolve", "check", pairs, graph).exit_code == 2  # no texts: nothing could be found


def test_a_pair_that_is_none_is_named(kg: Kg, pages: Path, pairs: Path) -> None:
    pairs.write_text('{"kind": "cat"}\n', encoding="utf-8")
    result = kg("resolve", "check", pairs, pages)
    assert result.exit_code == 1
    assert "pairs.jsonl:1: not a judged pair" in result.stderr


def test_sample_shows_what_was_taken_for_one(kg: Kg, pages: Path) -> None:
    found = rows(kg("resolve", "sample", pages, "--largest", 1, "--chosen", 1))
    assert [(row["name"], row["articles"]) for row in found] == [("李文山", 2), ("王儒林", 2)]
    assert all(row["links"] == ["山西省委书记"] for row in found)
