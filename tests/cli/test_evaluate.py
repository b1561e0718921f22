import json
from pathlib import Path

from tests.cli.conftest import Kg

GOLD = "tests/data/seeds_gold.jsonl"


def test_figures_of_each_family(kg: Kg, graph_file: Path) -> None:
    result = kg("eval", graph_file, GOLD, "--texts", "seeds")
    figures = {row["family"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert result.exit_code == 0
    assert figures["chaired"] == {
        "family": "chaired", "precision": 1.0, "recall": 1.0, "f1": 1.0, "tp": 3, "fp": 0, "fn": 0
    }  # fmt: skip
    assert figures["evidence"]["tp"] > 100


def test_the_misses_on_request(kg: Kg, graph_file: Path) -> None:
    rows = [json.loads(line) for line in kg("eval", graph_file, GOLD, "--errors").stdout.splitlines()]
    assert rows
    assert {row["verdict"] for row in rows} <= {"missed", "wrong"}


def test_a_text_that_cannot_be_read_is_named(kg: Kg, graph_file: Path) -> None:
    result = kg("eval", graph_file, GOLD, "--texts", "nowhere")
    assert result.exit_code == 1
    assert "nowhere: no such file" in result.stderr
    assert "chaired" in result.stdout


def test_a_gold_file_that_is_none_is_named(kg: Kg, graph_file: Path) -> None:
    result = kg("eval", graph_file, "README.md")
    assert result.exit_code == 1
    assert "README.md:1: not gold facts" in result.stderr
