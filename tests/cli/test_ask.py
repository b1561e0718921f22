import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

KEYS = ["question", "found", "answer", "rows", "evidence", "query", "parameters", "cypher", "readings"]


def test_a_program_gets_one_object(kg: Kg, store_file: Path) -> None:
    told = json.loads(kg("ask", "谁主持了第119次会议？", "--to", store_file, "--format", "json").stdout)
    assert list(told) == KEYS
    assert (told["found"], told["query"], told["rows"][0]["chair"]) == (True, "chaired", "张韬")
    proof = told["evidence"][0]
    page = Path("seeds", proof["source"]).read_text(encoding="utf-8")
    assert page[slice(*proof["span"])] == proof["quote"]


def test_a_reader_gets_sentence_table_proof_and_cypher(kg: Kg, store_file: Path) -> None:
    shown = kg("ask", "who", "chaired", "the", "108th", "meeting?", "--to", store_file, "--format", "table").stdout
    places = [shown.index(part) for part in ("was chaired by 韦韬.", "as_posts", "[1]", "#char=", "MATCH (p:Person)")]
    assert places == sorted(places)


def test_a_refusal_is_no_error(kg: Kg, store_file: Path) -> None:
    result = kg("ask", "谁主持了第200次会议？", "--to", store_file, "--format", "table")
    assert result.exit_code == 0
    assert result.stdout.startswith("不能回答：图谱里没有符合“第200次”的会议")


def test_rows_as_csv(kg: Kg, store_file: Path) -> None:
    lines = kg("ask", "韦韬主持过哪些会议？", "--to", store_file, "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("date,meeting,chair") and "韦韬" in lines[1]
    assert kg("ask", "王小明是谁", "--to", store_file, "--format", "csv").stdout.strip() == ""


def test_questions_from_a_pipe_are_answered_line_by_line(store_file: Path) -> None:
    from typer.testing import CliRunner

    from kg.cli import app

    asked = "谁主持了第119次会议？\n\n第108次会议谁主持\n"
    result = CliRunner().invoke(app, ["ask", "--to", str(store_file)], input=asked)
    assert [json.loads(line)["rows"][0]["chair"] for line in result.stdout.splitlines()] == ["张韬", "韦韬"]


def test_last_year_counts_from_the_day_given(kg: Kg, store_file: Path) -> None:
    def told(today: str) -> bool:
        result = kg("ask", "去年谁是太原市市长？", "--to", store_file, "--today", today, "--format", "json")
        return bool(json.loads(result.stdout)["found"])

    assert told("2023-05-01") and not told("2026-05-01")


@pytest.mark.parametrize("day", ["yesterday", "2023-13-01"])
def test_a_wrong_day_is_told(kg: Kg, store_file: Path, day: str) -> None:
    result = kg("ask", "谁", "--to", store_file, "--today", day)
    assert result.exit_code == 2 and "Write a day such as 2022-06-01" in result.stderr
