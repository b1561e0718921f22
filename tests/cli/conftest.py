"""The command line as a test calls it, and an embedded store that holds what is known to be right of the seed pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.export import jsonl
from tests.gold_graph import gold_graph

Kg = Callable[..., Result]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "graph.jsonl"
    with path.open("wb") as out:
        jsonl.write(gold_graph(), out)
    return path


@pytest.fixture(scope="session")
def store_file(graph_file: Path) -> Path:
    path = graph_file.with_name("store.kgl")
    result = CliRunner().invoke(app, ["load", str(graph_file), "--to", str(path)])
    assert result.exit_code == 0, result.output
    return path
