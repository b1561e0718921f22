"""GraphML and GEXF: what is written is read back equal, whatever texts, lists, numbers and truth values it holds."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import Element, fromstring, tostring

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.errors import InputError, UsageError
from kg.export import _flat, gexf, graphml
from kg.graph import Graph
from kg.model import NODES, RELS, Label
from tests.export.conforming import ATTACKS, graphs, hostile, same, texts
from tests.small_graph import graph

FORMATS = [pytest.param(graphml, id="graphml"), pytest.param(gexf, id="gexf")]
PAIR = graph(
    "Person:林武 CHAIRED Meeting:第78次会议",
    ("Person:林武 SPOKE_AT Meeting:第78次会议", {"order": 2, "list_complete": False, "verb": ["强调", "指出"]}),
    ("Meeting:第78次会议", {"ordinal": 78, "date": "XXXX-04-04"}),
)


def written(form: ModuleType, made: Graph) -> bytes:
    out = io.BytesIO()
    form.write(made, out)
    return out.getvalue()


def read_back(form: ModuleType, data: bytes, path: Path) -> Graph:
    path.write_bytes(data)
    return form.read(path)


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None)
@given(made=graphs())
def test_what_is_written_is_read_back(form: ModuleType, made: Graph, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = written(form, made)
    back = read_back(form, data, tmp_path_factory.mktemp("graph") / "graph.xml")
    assert same(back, made)
    assert written(form, back) == data


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("form", FORMATS)
def test_attack_strings_stay_text(form: ModuleType, attack: str, tmp_path: Path) -> None:
    made = hostile(attack)
    assert same(read_back(form, written(form, made), tmp_path / "graph.xml"), made)


@given(texts)
def test_escaping_is_undone_and_survives_xml(text: str) -> None:
    escaped = _flat.escape(text)
    element = Element("a", b=escaped)
    element.text = escaped
    kept = fromstring(tostring(element))
    assert [_flat.unescape(kept.text or ""), _flat.unescape(kept.get("b") or "")] == [text, text]


@pytest.mark.parametrize("form", FORMATS)
def test_packed_files_are_read(form: ModuleType, tmp_path: Path) -> None:
    assert same(read_back(form, gzip.compress(written(form, PAIR)), tmp_path / "graph.xml.gz"), PAIR)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-20],
        lambda data: data.replace(b"Person<", b"Planet<").replace(b'"Person"', b'"Planet"'),
        lambda data: data.replace(b"CHAIRED", b"FIRED"),
        lambda data: data.replace(b"false", b"maybe"),
        lambda data: data.replace("强调".encode(), b"\\"),
        lambda _: b"<html/>",
        lambda _: b"",
    ],
)  # fmt: skip
def test_a_file_that_is_no_graph_is_named(form: ModuleType, change, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"graph\.xml: not a graph"):
        read_back(form, change(written(form, PAIR)), tmp_path / "graph.xml")


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_is_not_there_is_named(form: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        form.read(tmp_path / "absent.xml")


@pytest.mark.parametrize("form", FORMATS)
def test_an_undeclared_property_is_named(form: ModuleType) -> None:
    with pytest.raises(UsageError, match=r"person/林武.*'shoe_size'"):
        written(form, graph(("Person:林武", {"shoe_size": 42})))


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_drawing_program_adds_is_left_out(form: ModuleType, tmp_path: Path) -> None:
    data = written(form, PAIR)
    more = data.replace(
        b'<key id="node.name"', b'<key id="x" for="node" attr.name="x" attr.type="double"/><key id="node.name"'
    )
    more = more.replace(b'<data key="node.name">', b'<data key="x">1.5</data><data key="node.name">')
    more = more.replace(b"<viz:color", b'<viz:position x="1" y="2"/><viz:color')
    assert more != data
    assert same(read_back(form, more, tmp_path / "graph.xml"), PAIR)


def test_gexf_tells_two_relationships_between_two_nodes_apart() -> None:
    edges = fromstring(written(gexf, PAIR)).findall(".//{*}edge")
    assert [(edge.get("kind"), edge.get("label")) for edge in edges] == [("CHAIRED",) * 2, ("SPOKE_AT",) * 2]
    assert len({edge.get("id") for edge in edges}) == 2


def test_gexf_has_a_colour_for_every_label() -> None:
    colours = gexf._colours()
    assert colours.keys() == set(Label)
    assert colours["Person"] == {"r": "76", "g": "142", "b": "218"}
    assert len({tuple(colour.values()) for colour in colours.values()}) == len(Label)


def test_graphml_has_labels_and_types_where_neo4j_looks_for_them() -> None:
    root = fromstring(written(graphml, PAIR))
    assert [node.get("labels") for node in root.findall(".//{*}node")] == [":Meeting", ":Person"]
    assert [edge.get("label") for edge in root.findall(".//{*}edge")] == ["CHAIRED", "SPOKE_AT"]


def test_other_programs_see_names(tmp_path: Path) -> None:
    for form, name in ((graphml, "g.graphml"), (gexf, "g.gexf")):
        (tmp_path / name).write_bytes(written(form, PAIR))
    for seen in (nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf", version="1.3")):
        assert seen.nodes["person/林武"]["label"] == "林武"
        assert seen.nodes["meeting/第78次会议"]["ordinal"] == 78


def test_a_column_has_one_type() -> None:
    for kinds in (NODES, RELS):
        declared = {(name, prop.kind) for kind in kinds.values() for name, prop in kind.properties.items()}
        assert len({name for name, _ in declared}) == len(declared)
