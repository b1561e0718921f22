"""CSV for `neo4j-admin database import`: the quickest way to put an archive into a new Neo4j database.

A file for each label and each relationship type between two labels, and `import.args`, which names them all. In the
folder, with the server stopped:

    neo4j-admin database import full neo4j --overwrite-destination @import.args

What stands there is what `kg load` would have stored, so a later `kg load` goes on from it (and adds constraints and
indexes, which an import does not make).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.claims import CLAIMS, EVIDENCE, FORMS, KEY, QUOTES, SOURCES, declared
from kg.graph import Graph
from kg.model import Value
from kg.store.groups import Group, NodeGroup, Row
from kg.store.plan import Plan

BETWEEN_ITEMS = "\x1f"  # the unit separator: printed text has commas and semicolons, but never this
OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string")
ARGUMENTS = "import.args"
_TYPES = {"STRING": "string", "LIST<STRING>": "string[]", "INTEGER": "long", "FLOAT": "double", "BOOLEAN": "boolean"}


def write_folder(graph: Graph, folder: Path) -> None:
    """Write the files into `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = Plan(graph)
    arguments = list(OPTIONS)
    for group, idents in {**plan.nodes(), **plan.relationships()}.items():
        if idents:
            name = f"{'-'.join(group)}.csv"
            _write(folder / name, group, plan.rows(group, idents))
            arguments.append(f"--{group.counted}={group.kind}=./{name}")  # 2026.x takes no bare file name
    (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")


def _write(path: Path, group: Group, rows: Iterable[Row]) -> None:
    columns = _columns(group)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_line(columns.values()))
        out.writelines(_line(_cells(row, columns)) for row in rows)


def _columns(group: Group) -> Mapping[str, str]:
    """Each property, and each end, with its column's head."""
    own = {name: f"{name}:{_TYPES[prop.kind]}" for name, prop in declared(group.kind).items()}
    lists = (SOURCES, CLAIMS) if isinstance(group, NodeGroup) else (EVIDENCE, QUOTES, SOURCES, CLAIMS)
    forms = {FORMS: f"{FORMS}:string"} if "aliases" in own and isinstance(group, NodeGroup) else {}
    ends = {KEY: f"{KEY}:ID"} if isinstance(group, NodeGroup) else {"from_key": ":START_ID", "to_key": ":END_ID"}
    return ends | own | forms | {name: f"{name}:string[]" for name in lists}


def _cells(row: Row, columns: Iterable[str]) -> Iterator[str | None]:
    for name in columns:
        value = row["props"].get(name, row.get(name))
        yield None if value is None else _cell(value)


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return BETWEEN_ITEMS.join(value) if isinstance(value, list) else str(value)


def _line(cells: Iterable[str | None]) -> str:
    """A line of the file. A missing value is an empty cell, an empty text a quoted one: the import tells them apart."""
    return ",".join("" if cell is None else f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells) + "\n"
