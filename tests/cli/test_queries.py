import json
from pathlib import Path

import pytest

from kg.cli.queries import parse_parameters
from kg.errors import UsageError
from kg.queries import all_queries
from tests.cli.conftest import Kg


def test_the_list_gives_what_a_program_needs(kg: Kg) -> None:
    listed = json.loads(kg("queries", "--format", "json").stdout)
    assert [query["name"] for query in listed] == list(all_queries())
    for query in listed:
        assert list(query) == ["name", "title", "parameters", "columns", "example"]
        assert query["example"].keys() == {"parameters", "first"}


def test_a_table_of_queries_shows_what_each_asks_for(kg: Kg) -> None:
    shown = kg("queries", "--format", "table").stdout
    assert "Who chaired which meeting" in shown
    assert "谁主持了会议" in kg("--lang", "zh", "queries", "--format", "table").stdout
    assert "[meeting] [ordinal]" in shown


def test_one_query_is_explained(kg: Kg) -> None:
    shown = kg("queries", "chaired", "--format", "table").stdout
    assert "kg query chaired" in shown
    assert "CHAIRED" in shown
    assert "CHAIRED" in json.loads(kg("queries", "chaired").stdout)["cypher"]


def test_a_query_answers_with_its_proof(kg: Kg, store_file: Path) -> None:
    result = kg("query", "chaired", "meeting=第119次会议", "--to", store_file)
    row = json.loads(result.stdout)
    assert (result.exit_code, row["chair"]) == (0, "张韬")
    assert "张韬主持" in row["quotes"][0]


def test_a_table_puts_the_proof_below(kg: Kg, store_file: Path) -> None:
    shown = kg("query", "chaired", "person=林武", "--to", store_file, "--format", "table").stdout
    assert "林武主持召开省委第七十八次疫情防控专题会" in shown
    assert "000_ab0f9fe375525ce3.txt#char=" in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chaird"], "Did you mean chaired"),
        (["chaired", "meeting"], "KEY=VALUE"),
        (["chaired", "colour=red"], "colour"),
        (["chaired", "ordinal=many"], "whole number"),
        (["trace"], "needs measure"),
    ],
)
def test_a_wrong_call_is_told_before_a_store_is_opened(kg: Kg, arguments: list[str], words: str) -> None:
    result = kg("query", *arguments, "--to", "/nowhere/store.kgl")
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_parameters_may_hold_signs_of_equality() -> None:
    assert parse_parameters(["measure=a=b", " person =林武"]) == {"measure": "a=b", "person": "林武"}
    with pytest.raises(UsageError):
        parse_parameters(["=x"])
