import io
import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export import exporter, formats, jsonl
from kg.graph import Graph, GraphBuilder
from kg.model import Label, Rel


def small_graph(name: str = "林武", quote: str = "林武主持会议。") -> Graph:
    builder = GraphBuilder()
    builder.node("person/林武", Label.PERSON, {"name": name, "aliases": ["林书记"]})
    builder.node("meeting/78", Label.MEETING, {"name": "专题会", "ordinal": 78})
    builder.fact(
        "person/林武", Rel.CHAIRED, "meeting/78",
        {"verb": ["主持"], "list_complete": True, "evidence": ["a.txt#char=0,7"], "quotes": [quote]},
    )  # fmt: skip
    return builder.finish()


def written(graph: Graph) -> bytes:
    out = io.BytesIO()
    jsonl.write(graph, out)
    return out.getvalue()


def read_back(folder: Path, data: bytes) -> Graph:
    path = folder / "graph.jsonl"
    path.write_bytes(data)
    return jsonl.read(path)


def test_lines_have_the_shape_of_apoc() -> None:
    meeting, person, chaired = map(json.loads, written(small_graph()).splitlines())
    assert person == {
        "type": "node", "id": "person/林武", "labels": ["Person"],
        "properties": {"key": "person/林武", "name": "林武", "aliases": ["林书记"]},
    }  # fmt: skip
    assert meeting["properties"]["ordinal"] == 78
    assert chaired == {
        "type": "relationship", "id": "person/林武|CHAIRED|meeting/78", "label": "CHAIRED",
        "start": {"id": "person/林武", "labels": ["Person"]}, "end": {"id": "meeting/78", "labels": ["Meeting"]},
        "properties": {
            "verb": ["主持"], "list_complete": True, "evidence": ["a.txt#char=0,7"], "quotes": ["林武主持会议。"]
        },
    }  # fmt: skip


@given(name=st.text(), quote=st.text())
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str, quote: str) -> None:
    graph = small_graph(name, quote)
    back = read_back(tmp_path_factory.mktemp("graph"), written(graph))
    assert written(back) == written(graph)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))


def test_packed_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl.xz"
    path.write_bytes(lzma.compress(written(small_graph())))
    assert jsonl.is_graph(path)
    assert written(jsonl.read(path)) == written(small_graph())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", ":4: not a line"),
        ('{"type":"edge"}', ":4: not a line"),
        ('{"type":"node","id":"x","labels":["Planet"],"properties":{}}', "Planet"),
        ('{"type":"node","id":"x","labels":[],"properties":{}}', ":4: not a line"),
        ('{"type":"node","id":"person/林武","labels":["Body"],"properties":{}}', "cannot be a Body"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_back(tmp_path, written(small_graph()) + line.encode())
    assert caught.value.line == 4


def test_a_relationship_without_its_node_is_named(tmp_path: Path) -> None:
    lines = written(small_graph()).splitlines(keepends=True)
    with pytest.raises(InputError, match="meeting/78 is no node"):
        read_back(tmp_path, b"".join(lines[1:]))


def test_a_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl.xz"
    path.write_bytes(lzma.compress(written(small_graph()))[:-20])
    with pytest.raises(InputError, match=r"graph\.jsonl\.xz: cannot be read"):
        jsonl.read(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [("c.jsonl", b'{"id":"1","text":"x"}'), ("c.jsonl", b""), ("c.txt", b'{"type":"node"}'), ("c.jsonl.gz", b"x")],
)
def test_other_files_are_no_graph(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert not jsonl.is_graph(tmp_path / name)
    assert not jsonl.is_graph(tmp_path / "absent.jsonl")


def test_formats_are_found_by_name() -> None:
    assert "jsonl" in formats()
    assert exporter("jsonl") is jsonl


def test_every_format_can_write() -> None:
    assert all(hasattr(exporter(name), "write") or hasattr(exporter(name), "write_folder") for name in formats())
