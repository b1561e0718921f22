"""Rows of a canned query as a table whose names lead to their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from kg.cli.rows import PROOF, cell
from kg.model import Label
from kg.web.addresses import page_of
from kg.web.library import Library
from kg.web.proofs import Proofs, of_row
from kg.web.rows import ref_by_name

_LABELS: Mapping[str, Label] = {  # columns that name things, where no column of keys stands beside them
    **dict.fromkeys(("person", "chair", "chairs", "other", "instead_of"), Label.PERSON),
    **dict.fromkeys(("meeting", "meetings", "previous", "start", "where_raised"), Label.MEETING),
    **dict.fromkeys(("body", "bodies"), Label.BODY),
    **dict.fromkeys(("measure", "measures", "parts", "variants", "part", "wording"), Label.MEASURE),
    "post": Label.POST,
    "document": Label.DOCUMENT,
}
_PLURALS = {"chairs": "chair_keys", "bodies": "body_keys", "measures": "measure_keys", "name": "key"}


class Text(msgspec.Struct, frozen=True):
    """A value in a cell; `address` is that of its page, empty where it has none."""

    text: str
    address: str = ""


class Line(msgspec.Struct, frozen=True):
    """A row: its cells, each with one or more values, and its proofs."""

    cells: tuple[tuple[Text, ...], ...]
    proofs: Proofs


class Table(msgspec.Struct, frozen=True):
    """Rows with the columns that are filled, without those of evidence and of keys."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: int


def table(library: Library, rows: Sequence[Mapping[str, Any]], most: int = 200) -> Table:
    """The first rows as a table."""
    columns = [column for column in (rows[0] if rows else ()) if not _is_hidden(column)]
    filled = tuple(column for column in columns if any(row[column] not in (None, "", []) for row in rows))
    lines = (
        Line(tuple(tuple(_texts(library, row, one)) for one in filled), of_row(library, dict(row)))
        for row in rows[:most]
    )
    return Table(filled, tuple(lines), len(rows))


def _is_hidden(column: str) -> bool:
    return column in PROOF or column == "key" or column.endswith(("_key", "_keys"))


def _texts(library: Library, row: Mapping[str, Any], column: str) -> Iterator[Text]:
    value = row[column]
    values = value if isinstance(value, list) else [value]
    keys = row.get(_PLURALS.get(column, f"{column}_key"))
    keys = keys if isinstance(keys, list) else [keys] * len(values)
    for one, key in zip(values, keys, strict=False):
        text = cell(one, "、")
        yield Text(text, page_of(key) if key else _address(library, row, column, text))


def _address(library: Library, row: Mapping[str, Any], column: str, text: str) -> str:
    label = str(row.get(f"{column}_kind") or _LABELS.get(column, ""))
    return ref_by_name(library, label, text, row.get("date")).address if label and text else ""
