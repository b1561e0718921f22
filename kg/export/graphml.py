"""GraphML, for Gephi, yEd, Cytoscape, igraph, NetworkX; `kg.export._flat` tells how values are put.

Labels and types also stand where APOC's export has them, `<node labels=":Person">` and `<edge label="CHAIRED">`: Neo4j
reads them there, and Gephi, which else takes all relationships between two nodes for one.

Written element by element: an archive's graph needs no second copy in memory, and the same graph is the same bytes.
(NetworkX's writer refuses lists, writes characters that no XML reader takes, and calls all relationships of a type by
one id; its reader is used here.)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement, tostring

import networkx as nx

from kg.export import _flat
from kg.graph import Graph

_HEAD = b"""<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_GRAPH = b'<graph edgedefault="directed">\n'
_TAIL = b"</graph>\n</graphml>\n"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the graph to a binary stream; UsageError names a property `kg.model` does not declare."""
    out.write(_HEAD)
    out.writelines(tostring(element) + b"\n" for element in _keys())
    out.write(_GRAPH)
    out.writelines(tostring(element, "utf-8") + b"\n" for element in _elements(graph))
    out.write(_TAIL)


def read(path: Path) -> Graph:
    """Read a file back; InputError where it is none that `write` has written."""
    return _flat.read(path, lambda stream: nx.read_graphml(stream, edge_key_type=str, force_multigraph=True))


def _keys() -> Iterator[Element]:
    for scope, columns in (("node", _flat.NODE_COLUMNS), ("edge", _flat.EDGE_COLUMNS)):
        for name, kind in columns.items():
            ident, xml_type = _key(scope, name), _flat.XML_TYPES[kind]
            yield Element("key", {"id": ident, "for": scope, "attr.name": name, "attr.type": xml_type})


def _key(scope: str, name: str) -> str:
    return f"{scope}.{name}"


def _elements(graph: Graph) -> Iterator[Element]:
    for node in _flat.nodes(graph):
        yield _filled(Element("node", id=node.key, labels=f":{node.cells[_flat.TYPE]}"), node.cells)
    for edge in _flat.edges(graph):
        rel = edge.cells[_flat.LABEL]
        yield _filled(Element("edge", id=edge.id, source=edge.start, target=edge.end, label=rel), edge.cells)


def _filled(element: Element, cells: _flat.Cells) -> Element:
    for name, cell in cells.items():
        SubElement(element, "data", key=_key(element.tag, name)).text = cell
    return element
