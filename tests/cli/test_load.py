import json
from pathlib import Path

from tests.cli.conftest import Kg


def counts(output: str) -> dict[str, dict[str, int]]:
    return {row["name"]: row for row in map(json.loads, output.splitlines())}


def test_the_second_load_creates_nothing(kg: Kg, graph_file: Path, tmp_path: Path) -> None:
    first = counts(kg("load", graph_file, "--to", tmp_path / "s.kgl").stdout)
    again = counts(kg("load", graph_file, "--to", tmp_path / "s.kgl").stdout)
    assert first["Meeting"]["created"] == first["Meeting"]["loaded"] > 0
    assert all((row["created"], row["changed"], row["deleted"]) == (0, 0, 0) for row in again.values())
    assert all(row["unchanged"] == row["loaded"] for row in again.values())


def test_the_default_store_is_in_the_users_data_folder(kg: Kg, graph_file: Path, own_environment: Path) -> None:
    assert kg("load", graph_file).exit_code == 0
    assert list(own_environment.rglob("*.kgl"))
    assert json.loads(kg("query", "chaired", "person=林武").stdout)["chair"] == "林武"


def test_a_store_that_does_not_answer_is_told_before_reading(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "store.kgl").write_text("no graph")
    result = kg("load", tmp_path / "absent.txt", "--to", tmp_path / "store.kgl")
    assert result.exit_code == 3
    assert "no graph file" in result.stderr
    assert "absent.txt" not in result.stderr


def test_a_broken_graph_file_is_named_and_the_rest_is_loaded(kg: Kg, graph_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(graph_file.read_bytes()[:3000])
    result = kg("load", graph_file, broken, "--to", tmp_path / "s.kgl")
    assert result.exit_code == 1
    assert f"{broken}:" in result.stderr
    assert counts(result.stdout)["Meeting"]["created"] > 0
