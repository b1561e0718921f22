import gzip
import lzma
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.metadata import Metadata
from kg.source.reader import read, read_file
from kg.source.record import Problem, Source


def only(path: Path) -> Source | Problem:
    (item,) = read([path])
    return item


def problem(path: Path) -> Problem:
    item = only(path)
    assert isinstance(item, Problem)
    return item


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_page_is_one_source_named_by_its_file(tmp_path: Path) -> None:
    path = write(tmp_path / "page.txt", "会议召开。")
    assert only(path) == Source(id="page.txt", text="会议召开。", path=str(path))


@given(text=st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_text_is_never_altered(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = write(tmp_path_factory.mktemp("page") / "page.txt", text)
    item = only(path)
    assert isinstance(item, Source)
    assert item.text == text


@pytest.mark.parametrize("text", ["一\r\n二\r三\n", "﻿开头", "全角１２３　空格"])
def test_line_ends_marks_and_widths_stay(tmp_path: Path, text: str) -> None:
    item = only(write(tmp_path / "page.md", text))
    assert isinstance(item, Source)
    assert item.text == text


def test_packed_files_keep_the_plain_name(tmp_path: Path) -> None:
    write(tmp_path / "one.txt.gz", gzip.compress("甲".encode()))
    write(tmp_path / "two.txt.xz", lzma.compress("乙".encode()))
    assert [(item.id, item.text) for item in read([tmp_path]) if isinstance(item, Source)] == [
        ("one.txt", "甲"),
        ("two.txt", "乙"),
    ]


def test_records_carry_their_own_metadata(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": "正文",
        "date": "2012-07-02",
        "title": "题",
        "source": "新闻联播",
        "jurisdiction": "山西省",
    }
    path = write(tmp_path / "corpus.jsonl", b"\n" + msgspec.json.encode(record) + b"\n")
    assert only(path) == Source(
        id="7",
        text="正文",
        date="2012-07-02",
        title="题",
        publisher="新闻联播",
        jurisdiction="山西省",
        path=str(path),
        line=2,
    )


def test_what_a_record_leaves_out_is_filled(tmp_path: Path) -> None:
    path = write(tmp_path / "corpus.jsonl", '{"id":"a","text":"正文","date":null}')
    (item,) = read_file(path, Metadata(date="2020-01", publisher="山西日报", jurisdiction="山西省"))
    assert isinstance(item, Source)
    assert (item.date, item.publisher, item.jurisdiction) == ("2020-01", "山西日报", "山西省")


def test_every_bad_input_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "bad-utf8.txt", "第一行\n第二".encode() + "行".encode("gb18030"))
    write(tmp_path / "binary.txt", b"\x89PNG\n\x00\x01")
    write(tmp_path / "empty.txt", " \n　\n")
    write(tmp_path / "good.txt", "正文")
    write(tmp_path / "mixed.jsonl", b'{"id":"1","text":"x"}\n{"id":"2"\n{"id":"3"}\n\xff\n{"id":"4","text":"y"}\n')
    write(tmp_path / "broken.txt.gz", b"\x1f\x8b\x08\x00nonsense")
    items = list(read([tmp_path, tmp_path / "absent.txt", write(tmp_path / "page.pdf", b"%PDF")]))
    assert [item.id for item in items if isinstance(item, Source)] == ["good.txt", "1", "4"]
    found = {(Path(item.path).name, item.line): item.reason for item in items if isinstance(item, Problem)}
    expected = {
        ("bad-utf8.txt", 2): "not UTF-8",
        ("binary.txt", 2): "zero byte",
        ("empty.txt", 0): "empty",
        ("mixed.jsonl", 2): "not a record",
        ("mixed.jsonl", 3): "`text`",
        ("mixed.jsonl", 4): "not UTF-8",
        ("broken.txt.gz", 0): "cannot be read",
        ("absent.txt", 0): "no such file",
        ("page.pdf", 0): "not a kind of file",
    }
    assert found.keys() == expected.keys()
    for place, words in expected.items():
        assert words in found[place]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ('{"id":" ","text":"x"}', "id is empty"),
        ('{"id":"1","text":" "}', "text is empty"),
        ('{"id":"1","text":"x","date":"2012/07/02"}', "date must look like"),
        ('{"id":"1","text":["x"]}', "Expected `str`"),
        ("[]", "Expected `object`"),
        ('{"id":"1","text":"\\ud800"}', "not a record"),
    ],
)
def test_a_record_of_no_use_is_a_problem(tmp_path: Path, record: str, words: str) -> None:
    found = problem(write(tmp_path / "c.jsonl", record))
    assert found.line == 1
    assert words in found.reason


def test_an_empty_corpus_is_a_problem(tmp_path: Path) -> None:
    assert problem(write(tmp_path / "c.jsonl", "\n\n")).reason == "empty"


def test_a_folder_without_sources_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "photo.png", b"x")
    write(tmp_path / ".hidden.txt", "x")
    assert "no .txt, .md, .jsonl file" in problem(tmp_path).reason


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "page.txt", "正文")
    assert len(list(read([path, tmp_path, tmp_path / ".." / tmp_path.name / "page.txt"]))) == 1


def test_two_sources_of_one_id_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = write(tmp_path / "page.txt", "甲"), write(tmp_path / "b" / "page.txt", "乙")
    source, clash = read([first, second])
    assert isinstance(source, Source)
    assert isinstance(clash, Problem)
    assert clash.path == str(second)
    assert str(first) in clash.reason


def test_a_broken_table_is_told_once_and_the_pages_are_read(tmp_path: Path) -> None:
    write(tmp_path / "sources.toml", '["*.txt"]\ndate = "yesterday"')
    write(tmp_path / "a.txt", "甲")
    write(tmp_path / "b.txt", "乙")
    told, *pages = read([tmp_path])
    assert isinstance(told, Problem)
    assert told.path.endswith("sources.toml")
    assert [page.id for page in pages if isinstance(page, Source)] == ["a.txt", "b.txt"]


def test_the_seed_pages_have_date_and_jurisdiction() -> None:
    pages = [item for item in read(["seeds"]) if isinstance(item, Source)]
    assert [(page.date, page.jurisdiction) for page in pages] == [
        ("2022-04-06", "山西省太原市"),
        ("2022-05-26", "山西省太原市"),
    ]
