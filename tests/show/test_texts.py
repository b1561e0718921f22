from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Rel
from kg.show import Edge, Picture, texts_for

TEXT = "本报讯(记者 甲)\n林武主持召开会议,\n强调要抓落实。"


def drawn(source: str, start: int, end: int, quote: str) -> Picture:
    return Picture(
        (), (Edge("person/林武", Rel.CHAIRED, "meeting/会", (f"{source}#char={start},{end}",), (quote,), {}),)
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_that_reads_as_quoted_is_found(page: Path) -> None:
    start, end = TEXT.index("林武"), len(TEXT)
    quote = "林武主持召开会议，强调要抓落实。"  # healed: the break is gone, the comma is full-width
    assert texts_for(drawn("page.txt", start, end, quote), [page]).found == {"page.txt": TEXT}


def test_a_text_that_was_changed_is_not_shown(page: Path) -> None:
    texts = texts_for(drawn("page.txt", 0, 5, "强调要抓落实"), [page])
    assert not texts.found and texts.changed == ("page.txt",)


def test_a_text_that_is_not_at_hand_is_missing(page: Path) -> None:
    texts = texts_for(drawn("other.txt", 0, 2, "本报"), [page])
    assert not texts.found and texts.missing == ("other.txt",)


def test_a_path_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (problem,) = texts_for(drawn("page.txt", 0, 2, "本报"), [tmp_path / "none.txt"]).problems
    assert "no such file" in str(problem)


def test_a_file_of_the_source_s_name_in_the_folder_is_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(page.parent)
    assert texts_for(drawn("page.txt", 0, 3, "本报讯")).found == {"page.txt": TEXT}


@pytest.mark.parametrize("source", ["../secret.txt", "/etc/passwd", "a\0b.txt", "x" * 5000 + ".txt", "", "."])
def test_no_name_of_a_source_leads_out_of_the_folder(source: str, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = page.parent / "inside"
    folder.mkdir()
    (page.parent / "secret.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    texts = texts_for(drawn(source, 0, 3, "本报讯"))
    assert not texts.found and texts.missing == (source,)


def test_records_of_a_jsonl_are_found_by_their_id(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": "r1", "text": "林武主持会议。"}\n{"id": "r2", "text": "无关。"}\n', encoding="utf-8")
    assert texts_for(drawn("r1", 0, 6, "林武主持会议"), [path]).found == {"r1": "林武主持会议。"}
