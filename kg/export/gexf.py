"""GEXF 1.3, for Gephi: nodes in the colours of the Browser style; `kg.export._flat` tells how values are put.

Written element by element: an archive's graph needs no second copy in memory, and the same graph is the same bytes.
Each relationship has its type as `kind`, without which Gephi takes all that stand between two nodes for one.
(NetworkX's writer knows no `kind`, writes the day into the file, and characters that no XML reader takes; its reader is
used here.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement, tostring

import networkx as nx

from kg.export import _flat
from kg.graph import Graph
from kg.resources import cypher_folder

_HEAD = b"""<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="static">
"""
_TAIL = b"</graph>\n</gexf>\n"
_COLOUR = re.compile(r"^node\.(\w+) \{[^}]*?^  color: #(..)(..)(..);", re.MULTILINE)

Colours = dict[str, dict[str, str]]  # label → red, green and blue


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the graph to a binary stream; UsageError names a property `kg.model` does not declare."""
    out.write(_HEAD)
    out.writelines(tostring(_attributes(*scope)) + b"\n" for scope in _SCOPES)
    for name, elements in (("nodes", _nodes(graph)), ("edges", _edges(graph))):
        out.write(f"<{name}>\n".encode())
        out.writelines(tostring(element, "utf-8") + b"\n" for element in elements)
        out.write(f"</{name}>\n".encode())
    out.write(_TAIL)


def read(path: Path) -> Graph:
    """Read a file back; InputError where it is none that `write` has written."""
    return _flat.read(path, lambda stream: nx.read_gexf(stream, version="1.3"))


_SCOPES = (("node", _flat.NODE_COLUMNS), ("edge", _flat.EDGE_COLUMNS))


def _attributes(scope: str, columns: _flat.Columns) -> Element:
    element = Element("attributes", {"class": scope})
    for name, kind in columns.items():
        if name != _flat.LABEL:  # what every node and edge has anyway
            SubElement(element, "attribute", id=name, title=name, type=_flat.XML_TYPES[kind])
    return element


def _nodes(graph: Graph) -> Iterator[Element]:
    colours = _colours()
    for node in _flat.nodes(graph):
        element = Element("node", id=node.key, label=node.cells[_flat.LABEL])
        _fill(element, node.cells)
        SubElement(element, "viz:color", colours[node.cells[_flat.TYPE]])
        yield element


def _edges(graph: Graph) -> Iterator[Element]:
    for edge in _flat.edges(graph):
        rel = edge.cells[_flat.LABEL]
        element = Element("edge", id=edge.id, source=edge.start, target=edge.end, label=rel, kind=rel)
        _fill(element, edge.cells)
        yield element


def _fill(element: Element, cells: _flat.Cells) -> None:
    values = SubElement(element, "attvalues")
    for name, cell in cells.items():
        if name != _flat.LABEL:
            SubElement(values, "attvalue", {"for": name, "value": cell})


def _colours() -> Colours:
    style = (cypher_folder("browser") / "style.grass").read_text(encoding="utf-8")
    return {
        label: {name: str(int(part, 16)) for name, part in zip("rgb", parts, strict=True)}
        for label, *parts in _COLOUR.findall(style)
    }
