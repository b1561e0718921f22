"""Rows on stdout in the format asked for: a table to a terminal, JSON Lines to a pipe, unless told otherwise."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from kg.language import heading, tr


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
SHORT = len("2022-05-25")
Rows = Sequence[Mapping[str, Any]]
PROOF = ("evidence", "quotes")  # parallel lists: places in the sources, and what stands there
PROOFS_SHOWN = 3  # of one row in a table; the other formats give all


def row_format(asked: RowFormat | None) -> RowFormat:
    """The format asked for, else the one that suits where stdout goes."""
    return asked or (RowFormat.TABLE if sys.stdout.isatty() else RowFormat.JSONL)


def print_rows(rows: Rows, columns: Sequence[str], form: RowFormat | None) -> None:
    """Print the columns of the rows, in this order; a row may hold lists and maps."""
    form = row_format(form)
    if form is RowFormat.TABLE:
        _print_table(rows, columns)
        return
    ordered = [{column: row.get(column) for column in columns} for row in rows]
    typer.echo(_WRITERS[form](ordered, columns), nl=False)


def as_json(value: Any, *, indent: int = 0) -> bytes:
    """A value (structs, too) as one JSON text on a line of its own, or indented."""
    import msgspec  # not needed for help

    encoded = msgspec.json.encode(value)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded) + b"\n"


def _json(rows: Rows, columns: Sequence[str]) -> bytes:  # noqa: ARG001 - a row names its own columns
    return as_json(rows, indent=2)


def _jsonl(rows: Rows, columns: Sequence[str]) -> bytes:  # noqa: ARG001
    return b"".join(map(as_json, rows))


def _csv(rows: Rows, columns: Sequence[str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")  # a file for Unix tools; spreadsheets take it, too
    writer.writerow(columns)
    writer.writerows([cell(row[column], " | ") for column in columns] for row in rows)
    return text.getvalue().encode()


_WRITERS = {RowFormat.JSON: _json, RowFormat.JSONL: _jsonl, RowFormat.CSV: _csv}


def _print_table(rows: Rows, columns: Sequence[str]) -> None:
    """A table of what fits into one, and below it, by row number, the sentences that prove each row."""
    from rich import box
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    proven = "evidence" in columns
    numbered = [{"#": number, **row} for number, row in enumerate(rows, 1)]
    asked = (["#"] if proven else []) + [column for column in columns if column not in PROOF]
    cells = {column: [cell(row.get(column), "\n") for row in numbered] for column in asked}
    filled = {column: texts for column, texts in cells.items() if any(texts)}
    headers = (Column(heading(column), overflow="fold", no_wrap=_is_short(texts)) for column, texts in filled.items())
    table = Table(*headers, box=box.SIMPLE_HEAD, pad_edge=False)
    for row_cells in zip(*filled.values(), strict=True):
        table.add_row(*map(Text, row_cells))
    console = Console(highlight=False)
    console.print(table if rows else Text(tr("No rows.")))
    if proven:
        for line in proof_lines(rows, console.width):
            console.print(Text(line))


def _is_short(texts: Sequence[str]) -> bool:
    """Whether a column is one of dates, numbers and names, which a narrow terminal should not break."""
    from rich.cells import cell_len

    return max(cell_len(line) for text in texts for line in text.split("\n")) <= SHORT


def proof_lines(rows: Rows, width: int) -> list[str]:
    """The first sentences that prove each row, each with its place below it; rows proved by the same share them."""
    from rich.cells import chop_cells

    numbers: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for number, row in enumerate(rows, 1):
        pairs = zip(row["evidence"] or (), row["quotes"] or (), strict=True)
        numbers.setdefault(tuple(pairs), []).append(number)
    lines = []
    for proofs, proved in numbers.items():
        lines.append(" ".join(f"[{number}]" for number in proved))
        for place, quote in proofs[:PROOFS_SHOWN]:
            lines += [f"  {part}" for part in chop_cells(f"“{' '.join(quote.split())}”", width - 2)] + [f"    {place}"]
        if (more := len(proofs) - PROOFS_SHOWN) > 0:
            lines.append(f"    {tr('… and {n} more', n=more)}")
    return lines


def cell(value: object, separator: str) -> str:
    """A value as text: nothing for None, list items joined, maps as JSON, numbers with at most three decimals."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, list | tuple):
        return separator.join(cell(item, separator) for item in value)
    return as_json(value).decode().strip() if isinstance(value, dict) else str(value)
