"""Graphs as GraphML and GEXF can hold them, and back: a value there is one text, number or truth value.

- A list is the text of a JSON array.
- A character XML cannot hold, or does not keep, is `_xHHHH_`, as in Office Open XML; an underscore that would be read
  as the start of one is `_x005F_`.
- `type` is a node's label (Person); `label`, which drawing programs show, is its name, or a relationship's type.

`kg.model` tells the type of each column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from xml.etree.ElementTree import ParseError

import msgspec
import networkx as nx

from kg.claims import CLAIMS, EVIDENCE, QUOTES, SOURCES, declared
from kg.errors import InputError, UsageError
from kg.graph import Graph, GraphBuilder
from kg.language import tr
from kg.model import Label, Properties, Rel, Value, rel_id
from kg.source import files

LABEL, TYPE = SHOWN = "label", "type"
XML_TYPES = {"STRING": "string", "LIST<STRING>": "string", "INTEGER": "long", "FLOAT": "double", "BOOLEAN": "boolean"}
_UNFIT = re.compile(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]|_(?=x[0-9A-F]{4})")
_ESCAPED = re.compile(r"_x([0-9A-F]{4})_")

Columns = Mapping[str, str]  # name → Cypher type
Cells = Mapping[str, str]


class FlatNode(NamedTuple):
    """A node, in texts that may stand in a file as they are."""

    key: str
    cells: Cells


class FlatEdge(NamedTuple):
    """A relationship, in texts that may stand in a file as they are."""

    id: str
    start: str
    end: str
    cells: Cells


def _columns(kinds: Iterable[Label | Rel], shown: Iterable[str], lists: Iterable[str]) -> Columns:
    own = {name: prop.kind for kind in kinds for name, prop in declared(kind).items()}
    return dict.fromkeys(shown, "STRING") | own | dict.fromkeys(lists, "LIST<STRING>")


NODE_COLUMNS = _columns(Label, (LABEL, TYPE), (SOURCES, CLAIMS))
EDGE_COLUMNS = _columns(Rel, (LABEL,), (EVIDENCE, QUOTES, SOURCES, CLAIMS))


def nodes(graph: Graph) -> Iterator[FlatNode]:
    """The nodes in the order of their keys; UsageError names a property `kg.model` does not declare."""
    for key in sorted(graph):
        properties = dict(graph.nodes[key])
        shown = {TYPE: properties.pop(LABEL), LABEL: properties.get("name", key)}
        yield FlatNode(escape(key), _cells(key, shown | properties, NODE_COLUMNS))


def edges(graph: Graph) -> Iterator[FlatEdge]:
    """The relationships in the order of their ends and types; UsageError as with `nodes`."""
    for start, end, rel in sorted(graph.edges(keys=True)):
        ident = rel_id(start, Rel(rel), end)
        cells = _cells(ident, {LABEL: rel, **graph.edges[start, end, rel]}, EDGE_COLUMNS)
        yield FlatEdge(escape(ident), escape(start), escape(end), cells)


def read(path: Path, parse: Callable[[BinaryIO], nx.Graph[str]]) -> Graph:
    """The graph in a file (also .gz, .xz) that `write` has written; InputError where it holds none."""
    try:
        with files.open_bytes(path) as stream:
            return _restored(parse(stream))
    except files.READ_ERRORS as error:
        raise InputError(str(path), tr("cannot be read: {error}", error=error)) from error
    except (ParseError, nx.NetworkXError, KeyError, ValueError) as error:
        raise InputError(str(path), tr("not a graph written by `kg extract`: {error}", error=error)) from error


def escape(text: str) -> str:
    """The text as XML can hold it."""
    return _UNFIT.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape(text: str) -> str:
    """What `escape` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _cells(what: str, properties: Mapping[str, Value], columns: Columns) -> Cells:
    for name in properties.keys() - columns.keys():
        raise UsageError(tr("{what}: kg.model declares no property {name!r}", what=what, name=name))
    return {name: escape(_text(properties[name])) for name in columns if name in properties}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _restored(flat: nx.Graph[str]) -> Graph:
    builder = GraphBuilder()
    for key, cells in flat.nodes(data=True):
        builder.node(unescape(key), Label(cells[TYPE]), _properties(cells, NODE_COLUMNS))
    for start, end, cells in flat.edges(data=True):
        builder.fact(unescape(start), Rel(cells[LABEL]), unescape(end), _properties(cells, EDGE_COLUMNS))
    return builder.finish()


def _properties(cells: Mapping[str, Any], columns: Columns) -> Properties:
    """What is the model's: not what is only shown, nor what a drawing program has added (colours, places, clusters)."""
    return {name: _value(cell, columns[name]) for name, cell in cells.items() if name in columns and name not in SHOWN}


def _value(cell: Any, kind: str) -> Any:
    """The value of a cell; numbers and truth values are made of their text by NetworkX already."""
    if kind == "LIST<STRING>":
        return msgspec.json.decode(unescape(cell), type=list[str])
    return unescape(cell) if kind == "STRING" else cell
