import subprocess
import sys
from pathlib import Path

import pytest
import typer

from kg import __version__, errors
from kg.cli import app
from kg.errors import KgError
from tests.cli.conftest import Kg

COMMANDS = sorted(typer.main.get_command(app).commands)
HEAVY = {"networkx", "kglite", "neo4j", "jieba", "rich.console", "msgspec", "importlib.metadata"}
HEAVY |= {"kg.graph", "kg.extract", "kg.resolve", "kg.queries"}


def test_help_needs_nothing_heavy() -> None:
    code = "import atexit, sys, kg.cli; atexit.register(lambda: print(*sys.modules)); kg.cli.main()"
    call = [sys.executable, "-c", code, "--lang", "zh", "--help"]
    loaded = set(subprocess.run(call, capture_output=True, text=True, check=True).stdout.split())
    assert "typer" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(kg: Kg, command: str) -> None:
    result = kg(command, "--help")
    assert result.exit_code == 0
    assert typer.main.get_command(app).commands[command].help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"kg {command}" in Path("README.md").read_text(encoding="utf-8")


def test_the_version(kg: Kg) -> None:
    assert kg("--version").stdout == f"kg {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["extract"], ["eval", "one"], ["query"]])
def test_a_wrong_call_is_usage(kg: Kg, arguments: list[str]) -> None:
    assert kg(*arguments).exit_code == 2


def leaves(error: type[KgError]) -> list[type[KgError]]:
    return [leaf for child in error.__subclasses__() for leaf in [child, *leaves(child)]]


def test_every_error_of_ours_is_a_message_and_an_exit_code() -> None:
    assert {error.__name__: error.exit_code for error in leaves(KgError)} == {
        "InputError": 1,
        "UsageError": 2,
        "QueryError": 2,
        "UnknownQuery": 2,
        "BadParameter": 2,
        "StoreError": 3,
        "StoreUnreachable": 3,
        "StoreRefused": 3,
        "SchemaChanged": 3,
    }


def test_the_tree_of_errors_is_drawn_whole() -> None:
    drawn = errors.__doc__ or ""
    assert all(f" {error.__name__} " in drawn for error in leaves(KgError))


def test_python_m_kg_is_kg() -> None:
    result = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout == f"kg {__version__}\n"
