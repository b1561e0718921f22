import json
from pathlib import Path

import pytest

from kg import pipeline
from kg.export import formats, jsonl
from tests.cli.conftest import Kg

NEWS = "本报讯（记者 李明）5月25日，市委书记韦韬主持召开市委常委会会议。会议指出，要做好防汛工作。"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_the_graph_goes_to_stdout_and_the_rest_to_stderr(kg: Kg, page: Path) -> None:
    result = kg("extract", page)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert any(line["type"] == "relationship" and line["label"] == "CHAIRED" for line in lines)
    assert "sources: 1," in result.stderr


def test_a_file_holds_what_stdout_shows(kg: Kg, page: Path, tmp_path: Path) -> None:
    assert kg("extract", page, "-o", tmp_path / "graph.jsonl").stdout == ""
    assert (tmp_path / "graph.jsonl").read_text(encoding="utf-8") == kg("extract", page).stdout
    assert {path.name for path in tmp_path.iterdir()} == {"page.txt", "graph.jsonl"}


def test_an_extracted_graph_is_extracted_again_unchanged(kg: Kg, page: Path, tmp_path: Path) -> None:
    kg("extract", page, "-o", tmp_path / "graph.jsonl")
    assert kg("extract", tmp_path / "graph.jsonl").stdout == kg("extract", page).stdout


def test_bad_inputs_are_named_and_the_rest_is_done(kg: Kg, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "only-heading.txt").write_text("目 录", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(f'{{"id":"1","text":"{NEWS}"}}\n{{"id":', encoding="utf-8")
    names = ("bad.txt", "only-heading.txt", "c.jsonl", "absent.txt")
    result = kg("extract", page, *(tmp_path / name for name in names))
    assert result.exit_code == 1
    assert {json.loads(line)["id"] for line in result.stdout.splitlines()} >= {"article/page.txt", "article/1"}
    for words in (
        "bad.txt:1: not UTF-8",
        "only-heading.txt: no article found",
        "c.jsonl:2: not a record",
        "absent.txt: no such",
    ):
        assert words in result.stderr
    assert "Inputs that could not be read: 4; the rest was done." in result.stderr


def test_a_format_that_is_not_there_lists_those_that_are(kg: Kg, page: Path) -> None:
    result = kg("extract", page, "--format", "parquet")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in formats())


def test_a_file_that_cannot_be_written_is_named(kg: Kg, page: Path, tmp_path: Path) -> None:
    result = kg("extract", page, "-o", tmp_path / "no" / "graph.jsonl")
    assert result.exit_code == 2
    assert "graph.jsonl cannot be written: No such file" in result.stderr


def test_an_interrupted_run_leaves_with_130_and_no_file(
    kg: Kg, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build_graph", interrupt)
    assert kg("extract", page, "-o", tmp_path / "graph.jsonl").exit_code == 130
    assert not (tmp_path / "graph.jsonl").exists()


def test_a_failure_while_writing_leaves_no_half_file(
    kg: Kg, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jsonl, "write_parts", full)
    result = kg("extract", page, "-o", tmp_path / "graph.jsonl")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def test_judgements_are_written_and_followed(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    merged = kg("extract", "seeds", "--judgements", file).stdout
    found = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    (alike,) = [one for one in found if one["by"] == "rule:lookalike" and one["label"] == "Person"]
    assert reporters(merged) == {"person/殷雪鸢"}
    decision = alike | {"same": False, "by": "editor", "reason": "two reporters", "when": "2024-01-01"}
    file.write_text(json.dumps(decision, ensure_ascii=False), encoding="utf-8")
    assert reporters(kg("extract", "seeds", "--judgements", file).stdout) == {"person/殷雪鸢", "person/殷雪莺"}
    assert "two reporters" in file.read_text(encoding="utf-8")


def reporters(graph: str) -> set[str]:
    return {
        line["id"] for line in map(json.loads, graph.splitlines()) if line["id"] in ("person/殷雪莺", "person/殷雪鸢")
    }
