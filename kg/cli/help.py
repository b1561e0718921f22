"""A command's help: what it does, how it is called, examples; in the user's language, wide characters counted as two.

Plain text and not boxes: it is there at once (drawing boxes would load all of `rich`), reads well through a pager, and
can be copied.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

import typer
from rich.cells import cell_len

from kg.language import help_text, tr

WIDEST = 110
_NAMES = 26  # columns at most for the names of a list; a longer one has a line of its own
_WIDE = "⺀-〿㐀-鿿＀-￯“”‘’…"
_PIECE = re.compile(rf"\s+|[\[(（“‘《]*[{_WIDE}][，。、；：！？）」』》”’\])]*|[^\s{_WIDE}]+")
_EXTRA = re.compile(r"(default|env var): (.*)")


def page(command: Any, context: typer.Context, width: int) -> str:
    """The whole help of a command (typer's classes for one and for a group have no common public one)."""
    usage = f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}"
    arguments, options = (list(_records(command, context, kind)) for kind in ("argument", "option"))
    parts = [
        _paragraphs(help_text(inspect.cleandoc(command.help or "")), width),
        f"{_head(tr('Usage'))} {usage}",
        _section(tr("Commands"), _commands(command, context), width),
        _section(tr("Arguments"), arguments, width),
        _section(tr("Options"), options, width),
        _examples(command.epilog or ""),
    ]
    return "\n\n".join(part for part in parts if part)


def examples(*lines: str) -> str:
    """Calls to show at the end of a help page, as a typer `epilog`; `kg …  # what it does`."""
    return "\n".join(f"    {line}" for line in lines)


def _records(command: Any, context: typer.Context, kind: str) -> Iterator[tuple[str, str]]:
    """The names of each parameter, and what there is to say about it."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and parameter.param_type_name == kind:
            told = getattr(parameter, "help", None) or ""
            extras = record[1].removeprefix(told).strip().removeprefix("[").removesuffix("]")
            notes = "; ".join(_extra(extra) for extra in extras.split("; ") if extra)
            yield record[0], f"{help_text(told)}{f'  [{notes}]' if notes else ''}"


def _extra(note: str) -> str:
    """A note typer adds, in the user's language: `default: 1`, `env var: X`, `required`."""
    match = _EXTRA.fullmatch(note)
    if not match:
        return tr("required") if note == "required" else note
    value = match[2].removeprefix("(").removesuffix(")") if match[2].startswith("(") else match[2]
    return f"{tr('default') if match[1] == 'default' else tr('env var')}: {help_text(value)}"


def _commands(command: Any, context: typer.Context) -> list[tuple[str, str]]:
    if not isinstance(command, typer.core.TyperGroup):
        return []
    found = ((name, command.get_command(context, name)) for name in command.list_commands(context))
    return [(name, _first_sentence(one.help or "")) for name, one in found if one and not one.hidden]


def _first_sentence(text: str) -> str:
    told = help_text(inspect.cleandoc(text)).split("\n\n")[0]
    return re.split(r"(?<=[.。])(?:\s|$)|: |：", told)[0].rstrip(".。")


def _examples(epilog: str) -> str:
    """The examples, their comments in the user's language."""
    if not epilog:
        return ""
    calls = [line.strip().partition("  # ") for line in epilog.splitlines()]
    widest = max(cell_len(call) for call, _, _ in calls)
    lines = (
        f"  {call}{' ' * (widest - cell_len(call))}  # {help_text(why)}" if why else f"  {call}"
        for call, _, why in calls
    )
    return "\n".join([_head(tr("Examples")), *lines])


def _section(title: str, rows: list[tuple[str, str]], width: int) -> str:
    if not rows:
        return ""
    names = min(_NAMES, max(cell_len(name) for name, _ in rows))
    lines: list[str] = []
    for name, told in rows:
        first, *more = wrapped(told, width - names - 4) or [""]
        gap = " " * (names - cell_len(name))
        lines += [f"  {name}{gap}  {first}"] if cell_len(name) <= names else [f"  {name}", f"{'':{names + 4}}{first}"]
        lines += [f"{'':{names + 4}}{line}" for line in more]
    return "\n".join([_head(title), *map(str.rstrip, lines)])


def _paragraphs(text: str, width: int) -> str:
    return "\n\n".join("\n".join(wrapped(paragraph, width)) for paragraph in text.split("\n\n"))


def _head(title: str) -> str:
    return typer.style(f"{title}{tr(':')}", bold=True)


def wrapped(text: str, width: int) -> list[str]:
    """A text as lines of at most that many columns; Chinese breaks anywhere but before closing punctuation."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if cell_len(line + piece.rstrip()) > width and line:
            lines, line = [*lines, line.rstrip()], ""
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterable[str]:
    return (match[0] for match in _PIECE.finditer(text))
