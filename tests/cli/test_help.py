import shlex
from collections.abc import Iterator

import pytest
import typer
from rich.cells import cell_len

from kg.cli import app
from kg.cli.help import wrapped
from tests.cli.conftest import Kg
from tests.test_language import commands

CALLS = [context.command_path.split()[1:] for _, context in commands()]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_help_page_has_examples_and_fits(
    kg: Kg, call: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = kg("--lang", language, *call, "--help").stdout
    told, _, shown = page.partition({"en": "Examples:", "zh": "示例："}[language])
    assert shown.strip().startswith("kg ")
    assert [line for line in told.splitlines() if cell_len(line) > 80] == []
    assert "Usage:" in told if language == "en" else "用法：" in told


def examples() -> Iterator[str]:
    for command, _ in commands():
        yield from (line.partition("  # ")[0].strip() for line in (command.epilog or "").splitlines())


@pytest.mark.parametrize("example", sorted(set(examples())))
def test_examples_are_calls_that_are_understood(example: str) -> None:
    """Each is read by the command's own parser: no option in it is unknown, nothing is missing."""
    program, *arguments = shlex.split(example.partition(" | ")[0].partition(" < ")[0])
    assert program == "kg"
    command, context = typer.main.get_command(app), None
    while getattr(command, "commands", None) and arguments:
        context = typer.Context(command, info_name=command.name, parent=context)
        name, *arguments = arguments
        command = command.commands[name]
    command.make_context(command.name, arguments, parent=context)


def test_wide_characters_count_twice_and_punctuation_never_begins_a_line() -> None:
    lines = wrapped("把官方新闻读成知识图谱：谁主持了哪次会议，提出了什么要求。", 12)
    assert all(cell_len(line) <= 14 for line in lines)
    assert not [line for line in lines if line[0] in "，。："]
    assert "".join(lines) == "把官方新闻读成知识图谱：谁主持了哪次会议，提出了什么要求。"
    assert wrapped("words are kept whole", 9) == ["words are", "kept", "whole"]
    assert wrapped("", 10) == []


def test_no_colours_to_a_pipe(kg: Kg) -> None:
    assert "\x1b" not in kg("--help").stdout
