"""The generated pages: complete, and seen to be stale when they are."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
import typer

from kg.cli import app
from kg.model import NODES, RELS
from tools import write_docs


def page(name: str) -> str:
    return "\n".join(write_docs.PAGES[name]())


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an empty docs/."""
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(write_docs, "ROOT", tmp_path)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["write_docs", *arguments])
    return write_docs.main()


def test_pages_are_written_and_then_current(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "--check") == len(write_docs.PAGES)
    assert not list((root / "docs").iterdir())
    assert run(monkeypatch) == 0
    assert {path.name for path in (root / "docs").iterdir()} == set(write_docs.PAGES)
    assert run(monkeypatch, "--check") == 0


def test_a_stale_page_is_told_with_what_differs(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch)
    path = root / "docs" / "model.md"
    path.write_text(path.read_text(encoding="utf-8").replace("# The graph model", "# A model"), encoding="utf-8")
    assert run(monkeypatch, "--check") == 1
    assert "-# A model\n+# The graph model\n" in capsys.readouterr().out


def test_every_label_type_and_property_is_there() -> None:
    told = page("model.md")
    assert all(f"### `{kind}`" in told for kind in (*NODES, *RELS))
    assert "`(:Meeting)-[:CONVEYED]->(:Meeting|Document)`" in told
    assert "| `ordinal` | `INTEGER` | the smallest | number in the series |" in told
    assert "| `list_complete` | `BOOLEAN` | true if all are |" in told


def test_every_command_is_there_and_none_looks_like_one_to_run() -> None:
    told = page("cli.md")
    assert all(f"## `kg {name}`" in told for name in typer.main.get_command(app).commands)
    assert "`-o, --output <path>`" in told
    assert "```console" not in told


def test_every_rule_is_there_with_its_example() -> None:
    told = page("rules.md")
    for path in write_docs.RULES.glob("*.toml"):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            assert f"| `{rule['name']}` |" in told
            assert rule["example"].replace("|", "\\|") in told


def test_a_table_has_no_empty_columns_and_no_stray_bars() -> None:
    table = write_docs._table(("a", "b", "c"), [("1|2", "", "x"), ("3", "", "")])
    assert table == "| a | c |\n| --- | --- |\n| 1\\|2 | x |\n| 3 |  |\n"
    assert write_docs._table(("a",), []) == ""
