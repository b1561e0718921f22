"""A Cypher script: constraints and indexes, then the graph.

    cypher-shell -u neo4j -d neo4j --format plain -f graph.cypher

What stands there is what `kg load` would have stored, so a later `kg load` goes on from it. Meant for a database of its
own: where it holds a node or relationship already, the script's properties replace its. Running it again changes
nothing. It keeps to what Neo4j and the embedded store both take.

A statement writes many nodes (or relationships) that have the same properties. It holds them as columns, since Neo4j
takes a list of plain literals for one parameter, and so compiles a statement once for all that look alike; rows as maps
take it ten times as long. A property that is a list itself is one long column, and where in it each row's part begins:

    WITH {key: ["person/林武", "person/韦韬"], aliases: ["林书记", "韦韬同志", "韦书记"], aliases_from: [0, 1, 3]}
    AS column
    UNWIND range(0, 1) AS i
    MERGE (n:Person {key: column.key[i]}) SET n = {…, aliases: column.aliases[column.aliases_from[i]..…]};

Quotes, backslashes, line ends and control characters are escaped, so no text of a source can end its quotes; labels,
types and property names are the model's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, BinaryIO

from kg.graph import Graph
from kg.store.groups import Group, NodeGroup, Row
from kg.store.plan import Plan
from kg.store.schema import schema_files

ROWS = 2000  # of a statement
_ESCAPES = str.maketrans(
    {'"': '\\"', "\\": r"\\"} | {chr(code): f"\\u{code:04x}" for code in range(0x20)}  # the embedded engine knows no \b
)
_ANY_STORE = "any"  # none is called so: only the schema files that are meant for every store


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the script to a binary stream; UsageError names what is not of the shape told in `kg.model`."""
    out.writelines(f"{statement};\n".encode() for statement in statements(graph))


def statements(graph: Graph) -> Iterator[str]:
    """The statements of the script, in order."""
    for file in schema_files(_ANY_STORE):
        yield from file.statements
    plan = Plan(graph)
    for group, idents in {**plan.nodes(), **plan.relationships()}.items():
        for rows in _alike(plan.rows(group, idents)):
            yield _statement(group, rows)


def _alike(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in lists whose rows have the same properties."""
    waiting: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        shape = tuple(sorted(row["props"]))
        waiting[shape].append(row)
        if len(waiting[shape]) == ROWS:
            yield waiting.pop(shape)
    yield from waiting.values()


def _statement(group: Group, rows: list[Row]) -> str:
    columns = {name: [row[name] for row in rows] for name in rows[0] if name != "props"}
    properties = {name: [row["props"][name] for row in rows] for name in sorted(rows[0]["props"])}
    listed = ",\n".join(_column(name, column) for name, column in (columns | properties).items())
    values = ", ".join(f"{name}: {_value(name, column)}" for name, column in properties.items())
    return f"WITH {{\n{listed}\n}} AS column\nUNWIND range(0, {len(rows) - 1}) AS i\n{_merge(group)} = {{{values}}}"


def _merge(group: Group) -> str:
    if isinstance(group, NodeGroup):
        return f"MERGE (n:{group.label} {{key: column.key[i]}}) SET n"
    return (
        f"MATCH (a:{group.start} {{key: column.from_key[i]}}) MATCH (b:{group.end} {{key: column.to_key[i]}}) "
        f"MERGE (a)-[r:{group.rel}]->(b) SET r"
    )


def _column(name: str, column: list[Any]) -> str:
    if not isinstance(column[0], list):
        return f"{name}: {_literal(column)}"
    begins = [0, *accumulate(map(len, column))]
    return f"{name}: {_literal([item for part in column for item in part])},\n{name}_from: {_literal(begins)}"


def _value(name: str, column: list[Any]) -> str:
    if not isinstance(column[0], list):
        return f"column.{name}[i]"
    return f"column.{name}[column.{name}_from[i]..column.{name}_from[i + 1]]"


def _literal(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    return str(value).lower() if isinstance(value, bool) else repr(value)
