"""`kg extract … --format …` on the seed pages, for every format there is."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.export import formats, jsonl
from tests.export.conforming import same

FILES = sorted(set(formats()) - {"csv"})


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.jsonl"
    assert CliRunner().invoke(app, ["extract", "seeds", "-o", str(path)]).exit_code == 0
    return path


def test_the_formats_of_the_command_line_are_there() -> None:
    assert FILES == ["cypher", "ftm", "gexf", "graphml", "jsonl"]


@pytest.mark.parametrize("form", FILES)
def test_a_format_is_written_to_stdout_and_by_the_name_of_the_file(form: str, graph_file: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["extract", str(graph_file), "--format", form])
    named = CliRunner().invoke(app, ["extract", str(graph_file), "-o", str(tmp_path / f"seeds.{form}")])
    assert (told.exit_code, named.exit_code) == (0, 0)
    assert (tmp_path / f"seeds.{form}").read_bytes() == told.stdout_bytes
    assert "韦韬" in told.stdout


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_graph_of_the_seed_pages_is_read_back(form: str, graph_file: Path, tmp_path: Path) -> None:
    path = tmp_path / f"seeds.{form}"
    CliRunner().invoke(app, ["extract", str(graph_file), "-o", str(path)])
    assert same(importlib.import_module(f"kg.export.{form}").read(path), jsonl.read(graph_file))


def test_csv_needs_a_folder(graph_file: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["extract", str(graph_file), "--format", "csv"]).exit_code == 2
    CliRunner().invoke(app, ["extract", str(graph_file), "--format", "csv", "-o", str(tmp_path / "csv")])
    assert (tmp_path / "csv" / "Person.csv").exists()
