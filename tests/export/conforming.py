"""Arbitrary graphs of the shape `kg.model` tells, with texts that have broken exporters elsewhere."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kg.graph import Graph, GraphBuilder
from kg.model import NODES, RELS, Label, Property, Rel, node_key

ATTACKS = (
    "", " ", "\t", "\r\n", " 前后 ", "第一行\n第二行\r第三行", "\x00", "\x08\x0b\x1f\x7f\x85\u2028\ufeff\ufffe\uffff",
    "_x0008_", "_x0008_x0009_", "_x005F_", "_x0041\x01", "]]>", "<!--", "&lt;&#0;", "<a b='c'>", '"', "'", "\\", "\\'",
    "\\\\", r"\u0027", "'}) DETACH DELETE n //", '"}); MATCH (n) DETACH DELETE n; //', "`",
    ";\n", "; :exit", "$rows", "null", "true",
    "[]", '["甲"]', "甲,乙;丙\x1f丁", "𠮷😀", "é", "e\u0301",
)  # fmt: skip
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=9) | st.sampled_from(ATTACKS)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "STRING": texts,
    "LIST<STRING>": st.lists(texts, min_size=1, max_size=3),  # an empty one is no value (kg.claims)
    "INTEGER": st.integers(-(2**63), 2**63 - 1),
    "FLOAT": st.floats(allow_nan=False, allow_infinity=False),
    "BOOLEAN": st.booleans(),
}
_places = st.builds(lambda source, at: f"{source}#char={at},{at + 2}", texts, st.integers(0, 9))
_proofs = st.dictionaries(_places, texts, max_size=3)


def _properties(declared: dict[str, Property]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={name: _VALUES[prop.kind] for name, prop in declared.items()})


_nodes = st.sampled_from(Label).flatmap(
    lambda label: st.tuples(st.just(label), texts, texts, _properties(dict(NODES[label].properties)))
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph: nodes of any label with any of its properties, and relationships that may stand between them."""
    builder = GraphBuilder()
    keys: dict[Label, list[str]] = {label: [] for label in Label}
    for label, readable, name, properties in draw(st.lists(_nodes, max_size=6)):
        keys[label].append(key := node_key(label, readable))
        builder.node(key, label, {"name": name, **properties})
    possible = [
        (a, rel, b) for rel in Rel for s in RELS[rel].starts for e in RELS[rel].ends for a in keys[s] for b in keys[e]
    ]
    for start, rel, end in draw(st.lists(st.sampled_from(possible), max_size=6)) if possible else []:
        proofs = draw(_proofs)
        said = draw(_properties(dict(RELS[rel].properties)))
        builder.fact(start, rel, end, {**said, "evidence": list(proofs), "quotes": list(proofs.values())})
    return builder.finish()


def hostile(text: str) -> Graph:
    """A graph with the text in every place that a source's text gets to."""
    builder = GraphBuilder()
    person, meeting = node_key(Label.PERSON, text), node_key(Label.MEETING, text)
    builder.node(person, Label.PERSON, {"name": text, "aliases": [text, "甲"]})
    builder.node(meeting, Label.MEETING, {"name": text, "venue": text, "ordinal": 78})
    proof = {"evidence": [f"{text}#char=0,2"], "quotes": [text]}
    builder.fact(person, Rel.CHAIRED, meeting, {"verb": [text], "order": 1, "list_complete": False, **proof})
    return builder.finish()


def same(one: Graph, other: Graph) -> bool:
    """Whether two graphs have the same nodes and relationships with the same properties."""
    return dict(one.nodes(data=True)) == dict(other.nodes(data=True)) and {
        edge[:3]: edge[3] for edge in one.edges(keys=True, data=True)
    } == {edge[:3]: edge[3] for edge in other.edges(keys=True, data=True)}
