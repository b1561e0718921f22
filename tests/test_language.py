"""The interface in Chinese: everything said has its Chinese, and nothing in the catalogue is stale."""

import ast
import inspect
import re
import string
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
import typer

from kg import errors, language
from kg.cli import app, doctor, evaluate, load, resolve
from kg.language import Language, catalogue, heading, help_text, of_locale, paragraphs, tr, use
from kg.queries import all_queries
from kg.resolve.check import Figures

MEND = "write it into kg/locale/zh.toml"


def said() -> Iterator[str]:
    """Every text that the code gives to `tr`."""
    for path in Path("kg").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                text = node.args[0]
                assert isinstance(text, ast.Constant), f"{path}:{node.lineno}: tr() takes the text itself, {MEND}"
                yield text.value


TELLING = {"say", "Problem", "InputError"}  # and every other error of ours


def untold() -> Iterator[str]:
    """Places where an error or message is given words of one language."""
    known = TELLING | {name for name, one in vars(errors).items() if isinstance(one, type)}
    for path in Path("kg").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
                words = [part for argument in node.args for part in literal(argument)]
                if any(" " in word.strip() for word in words):
                    yield f"{path}:{node.lineno}"


def literal(node: ast.AST) -> Iterator[str]:
    """The words of a text that stands in the code, filled in or not; nothing of a call's."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp):
        for child in ast.iter_child_nodes(node):
            yield from literal(child)


def test_no_message_is_in_one_language_only() -> None:
    assert list(untold()) == [], "give the text to tr()"


def commands() -> Iterator[tuple[Any, typer.Context]]:
    def below(command: Any, context: typer.Context) -> Iterator[tuple[Any, typer.Context]]:
        yield command, context
        for child in getattr(command, "commands", {}).values():
            yield from below(child, typer.Context(child, info_name=child.name, parent=context))

    root = typer.main.get_command(app)
    yield from below(root, typer.Context(root, info_name="kg"))


def helped() -> Iterator[str]:
    """Every paragraph of a help page."""
    for command, context in commands():
        texts = [inspect.cleandoc(command.help or "")]
        texts += [line.partition("  # ")[2] for line in (command.epilog or "").splitlines()]
        for parameter in command.get_params(context):
            texts.append(getattr(parameter, "help", None) or "")
            shown = getattr(parameter, "show_default", "")
            texts.append(shown if isinstance(shown, str) else "")
        for text in texts:
            yield from paragraphs(text)


def columns() -> set[str]:
    """Every column of a table, but those told below it."""
    queries = all_queries().values()
    found = {column for query in queries for column in query.columns}
    found |= {*doctor.Check._fields, *load._COLUMNS, *resolve._COLUMNS, *Figures._fields}
    found |= {"parameter", "type", "default", "about", "name", "title", "parameters"}
    found |= {"kind", "verdict", "a", "b", "in_a", "in_b", "why", "item", "source"} | set(_figures())
    keys = {column for column in found if "_key" in column}
    return (found | {column.partition("_key")[0] for column in keys} | {"_key"}) - keys - {"evidence", "quotes"}


def _figures() -> list[str]:
    from kg.evaluate import Tally

    return list(evaluate._figures({"persons": Tally()})[0])


@pytest.mark.parametrize(("section", "used"), [("text", said), ("help", helped), ("column", columns)])
def test_everything_said_has_its_chinese_and_nothing_is_stale(section: str, used: Any) -> None:
    asked, known = set(used()), set(catalogue()[section])
    assert sorted(asked - known) == [], f"no Chinese: {MEND}, section [{section}]"
    assert sorted(known - asked) == [], "used nowhere: remove it from kg/locale/zh.toml"


@pytest.mark.parametrize("section", ["text", "help", "column", "parser"])
def test_what_is_filled_in_is_the_same_in_both(section: str) -> None:
    def names(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text)}

    unlike = [en for en, zh in catalogue()[section].items() if names(en) - {None} != names(zh) - {None}]
    assert unlike == []


def test_the_chinese_is_chinese() -> None:
    same = {"F1", "jsonl、graphml、gexf、csv、cypher、ftm"}
    texts = [zh for section in catalogue().values() for zh in section.values()]
    assert [zh for zh in texts if not re.search(r"[㐀-鿿：]", zh) and zh not in same] == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses(environment: dict[str, str], expected: str) -> None:
    assert of_locale(environment) == expected


def test_a_language_holds_where_it_was_chosen_and_not_beside() -> None:
    beside = copy_context()
    beside.run(use, Language.ZH)
    assert beside.run(tr, "No rows.") == "没有结果。"
    assert beside.run(heading, "chair") == "主持人"
    assert tr("No rows.") == "No rows."


def test_help_paragraphs_are_told_apart() -> None:
    assert help_text("one\n  line\n\ntwo") == "one line\n\ntwo"
    assert language.paragraphs("") == []
