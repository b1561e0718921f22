"""Rows on stdout in the format asked for: a table to a terminal, JSON Lines to a pipe, unless told otherwise."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer


class RowFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[
    RowFormat | None,
    typer.Option("--format", "-f", help="How to print rows.", show_default="table to a terminal, jsonl to a pipe"),
]
Rows = Sequence[Mapping[str, Any]]


def print_rows(rows: Rows, columns: Sequence[str], form: RowFormat | None) -> None:
    """Print the columns of the rows, in this order; a row may hold lists and maps."""
    form = form or (RowFormat.TABLE if sys.stdout.isatty() else RowFormat.JSONL)
    if form is RowFormat.TABLE:
        _print_table(rows, columns)
        return
    ordered = [{column: row.get(column) for column in columns} for row in rows]
    typer.echo(_WRITERS[form](ordered, columns), nl=False)


def _json(rows: Rows, columns: Sequence[str]) -> bytes:  # noqa: ARG001 - a row names its own columns
    return msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n"


def _jsonl(rows: Rows, columns: Sequence[str]) -> bytes:  # noqa: ARG001
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _csv(rows: Rows, columns: Sequence[str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(row[column], " | ") for column in columns] for row in rows)
    return text.getvalue().encode()


_WRITERS = {RowFormat.JSON: _json, RowFormat.JSONL: _jsonl, RowFormat.CSV: _csv}


def _print_table(rows: Rows, columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell(row.get(column), "\n")) for column in columns))
    Console().print(table)


def cell(value: object, separator: str) -> str:
    """A value as text: nothing for None, list items joined, maps as JSON, numbers with at most three decimals."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, list | tuple):
        return separator.join(cell(item, separator) for item in value)
    return msgspec.json.encode(value).decode() if isinstance(value, dict) else str(value)
