"""The interchange file: one node or relationship a line, in the shape of APOC's JSON export.

    {"type":"node","id":KEY,"labels":[LABEL],"properties":{…}}
    {"type":"relationship","id":"START|TYPE|END","label":TYPE,"start":{"id":…,"labels":[…]},"end":{…},"properties":{…}}

Nodes come first, all in the order of their keys, so the same graph is the same bytes. Both ways work line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from kg.errors import InputError
from kg.graph import Graph, GraphBuilder, split_label
from kg.language import tr
from kg.model import Label, Properties, Rel, Value, rel_id
from kg.source import files


class NodeLine(msgspec.Struct, tag_field="type", tag="node"):
    """A node; `properties` holds `key` and `name` too."""

    id: str
    labels: Annotated[list[Label], msgspec.Meta(min_length=1, max_length=1)]
    properties: dict[str, Value]


class End(msgspec.Struct):
    """One end of a relationship."""

    id: str
    labels: list[str]


class RelationshipLine(msgspec.Struct, tag_field="type", tag="relationship"):
    """A relationship."""

    id: str
    label: Rel
    start: End
    end: End
    properties: dict[str, Value]


Line = NodeLine | RelationshipLine
_decoder = msgspec.json.Decoder(Line)
_encode = msgspec.json.Encoder().encode


def lines(graph: Graph) -> Iterator[Line]:
    """The graph as lines."""
    for key in sorted(graph):
        yield _node(key, *split_label(graph.nodes[key]))
    for start, end, rel in sorted(graph.edges(keys=True)):
        yield _relationship(
            start, Rel(rel), end, dict(graph.edges[start, end, rel]), lambda key: Label(graph.nodes[key]["label"])
        )


def lines_of(parts: GraphBuilder) -> Iterator[Line]:
    """The same lines of a graph that is not put together."""
    for key, label, properties in parts.nodes():
        yield _node(key, label, properties)
    for start, rel, end, properties in parts.facts():
        yield _relationship(start, rel, end, properties, parts.label)


def _node(key: str, label: Label, properties: Properties) -> NodeLine:
    return NodeLine(key, [label], {"key": key, **properties})


def _relationship(
    start: str, rel: Rel, end: str, properties: Properties, label: Callable[[str], Label]
) -> RelationshipLine:
    first, last = (End(key, [label(key)]) for key in (start, end))
    return RelationshipLine(rel_id(start, rel, end), rel, first, last, properties)


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the graph to a binary stream."""
    out.writelines(map(_encoded, lines(graph)))


def write_parts(parts: GraphBuilder, out: BinaryIO) -> tuple[int, int]:
    """Write a graph that is not put together, so that an archive's need not fit into memory; how many nodes and
    relationships it has.
    """
    counted = Counter[type[Line]]()
    for line in lines_of(parts):
        out.write(_encoded(line))
        counted[type(line)] += 1
    return counted[NodeLine], counted[RelationshipLine]


def _encoded(line: Line) -> bytes:
    return _encode(line) + b"\n"


def is_graph(path: Path) -> bool:
    """Whether a .jsonl file is an interchange file (told by its first line) rather than a corpus."""
    if files.kind(path) not in files.RECORD_KINDS or not path.is_file():
        return False
    try:
        with files.open_bytes(path) as stream:
            _decoder.decode(stream.readline())
    except (*files.READ_ERRORS, msgspec.MsgspecError):
        return False
    return True


def read(path: Path) -> Graph:
    """Read an interchange file back; InputError names the line that is none, or the file."""
    builder = GraphBuilder()
    try:
        with files.open_bytes(path) as stream:
            for number, line in enumerate(stream, 1):
                _add_line(builder, line, path, number)
        return builder.finish()
    except files.READ_ERRORS as error:
        raise InputError(str(path), tr("cannot be read: {error}", error=error)) from error
    except (ValueError, KeyError) as error:
        raise InputError(str(path), str(error)) from error


def _add_line(builder: GraphBuilder, line: bytes, path: Path, number: int) -> None:
    try:
        _add(builder, _decoder.decode(line))
    except (ValueError, KeyError) as error:  # msgspec's errors are ValueErrors; KeyError: a property nobody declared
        raise InputError(str(path), tr("not a line of a graph file: {error}", error=error), number) from error


def _add(builder: GraphBuilder, line: Line) -> None:
    if isinstance(line, NodeLine):
        properties: Properties = {name: value for name, value in line.properties.items() if name != "key"}
        builder.node(line.id, line.labels[0], properties)
    else:
        builder.fact(line.start.id, line.label, line.end.id, line.properties)
