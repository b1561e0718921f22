import csv
import io
import json

import pytest
from rich.cells import cell_len

from kg.cli.rows import RowFormat, cell, print_rows, proof_lines, row_format

ROWS = [
    {
        "chair": "林武",
        "as_posts": ["省委书记", "组长"],
        "order": 1,
        "evidence": ["a.txt#char=0,7"],
        "quotes": ["林武主持。"],
    },
    {"chair": "张韬", "as_posts": [], "order": None, "evidence": ["a.txt#char=0,7"], "quotes": ["林武主持。"]},
]
COLUMNS = ("chair", "as_posts", "order", "evidence", "quotes")


def printed(form: RowFormat | None, capsys: pytest.CaptureFixture[str], rows=ROWS, columns=COLUMNS) -> str:
    print_rows(rows, columns, form)
    return capsys.readouterr().out


def test_json_lines_to_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert row_format(None) is RowFormat.JSONL
    assert [json.loads(line) for line in printed(None, capsys).splitlines()] == ROWS


def test_a_table_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert row_format(None) is RowFormat.TABLE
    assert row_format(RowFormat.CSV) is RowFormat.CSV


def test_json_is_one_list_and_keeps_the_columns_order(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(RowFormat.JSON, capsys, columns=("order", "chair")))
    assert [list(row.items()) for row in rows] == [
        [("order", 1), ("chair", "林武")],
        [("order", None), ("chair", "张韬")],
    ]


def test_csv_joins_lists(capsys: pytest.CaptureFixture[str]) -> None:
    header, first, second = csv.reader(io.StringIO(printed(RowFormat.CSV, capsys)))
    assert header == list(COLUMNS)
    assert first == ["林武", "省委书记 | 组长", "1", "a.txt#char=0,7", "林武主持。"]
    assert second[:3] == ["张韬", "", ""]


def test_no_rows_are_told_in_a_table_and_empty_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No rows." in printed(RowFormat.TABLE, capsys, rows=[])
    assert printed(RowFormat.JSONL, capsys, rows=[]) == ""
    assert json.loads(printed(RowFormat.JSON, capsys, rows=[])) == []


def test_wide_characters_are_aligned(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    rows = [{"name": "林武", "post": "省委书记"}, {"name": "Bach", "post": "主席"}, {"name": "古铁雷斯", "post": "x"}]
    lines = printed(RowFormat.TABLE, capsys, rows, ("name", "post")).splitlines()
    starts = [cell_len(line[: line.index(word)]) for line, word in zip(lines[3:6], ["省委", "主席", "x"], strict=True)]
    assert len(set(starts)) == 1


def test_brackets_in_a_name_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    assert "[red]名[/red]" in printed(RowFormat.TABLE, capsys, [{"name": "[red]名[/red]"}], ("name",))


def test_rows_with_the_same_proof_share_it() -> None:
    assert proof_lines(ROWS, 80) == ["[1] [2]", "  “林武主持。”", "    a.txt#char=0,7"]


def test_long_proofs_fold_and_many_are_counted() -> None:
    row = {"evidence": [f"a.txt#char={n},{n + 9}" for n in range(5)], "quotes": ["要" * 30] * 5}
    lines = proof_lines([row], 20)
    assert all(cell_len(line) <= 20 for line in lines if "要" in line)
    assert lines[-1] == "    … and 2 more"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0.98765, "0.988"),
        (1.0, "1"),
        (0, "0"),
        (["甲", "乙"], "甲;乙"),
        ({"a": "甲"}, '{"a":"甲"}'),
        (True, "True"),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    assert cell(value, ";") == text
