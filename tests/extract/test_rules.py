"""Every rule's example sentence gives what the rule says it gives: the rule files are the test data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from kg.extract import extract
from kg.model import Label, Rel
from kg.source.record import Source
from kg.statement import Extraction

FAMILIES = (
    "roles",
    "speech",
    "business",
    "adoption",
    "conveyance",
    "publication",
    "attribution",
    "measures",
    "targets",
)


def _rules() -> Iterator[tuple[str, str, str, list[str]]]:
    for family in FAMILIES:
        text = (files("kg.extract.rules") / f"{family}.toml").read_text(encoding="utf-8")
        for rule in tomllib.loads(text)["rule"]:
            yield family, rule["name"], rule["example"], rule["expect"]


def read(text: str) -> Extraction:
    """One article of one record, published on 4 March 2024."""
    (extraction,) = extract(Source(id="x", text=text, date="2024-03-04", line=1))
    return extraction


def _relations(extraction: Extraction) -> set[str]:
    names = {e.local: e.name for e in extraction.entities}
    return {
        f"{names[s.start]} {s.rel} {names[s.end]}"
        for s in extraction.statements
        if s.rel not in (Rel.MENTIONS, Rel.REPORTS)
    }


def _speech(extraction: Extraction) -> list[tuple[str, str, str]]:
    entities = {e.local: e for e in extraction.entities}
    said = []
    for statement in extraction.statements:
        if statement.rel is Rel.ISSUED:
            speaker, directive = entities[statement.start], entities[statement.end]
            name = "会议" if speaker.label is Label.MEETING else speaker.name
            said.append((name, str(directive.props["verb"]), str(directive.props["text"])))
    return said


def _targets(extraction: Extraction) -> set[str]:
    found = [e.props for e in extraction.entities if e.label is Label.TARGET]
    return {f"{props['quantity']} {props['object']}" for props in found}


@pytest.mark.parametrize(
    ("family", "example", "expect"), [pytest.param(r[0], *r[2:], id=f"{r[0]}-{r[1]}") for r in _rules()]
)
def test_example(family: str, example: str, expect: list[str]) -> None:
    extraction = read(example)
    if family == "measures":
        whole = {p.start for p in extraction.statements if p.rel is Rel.HAS_PART}
        parts = {s.end for s in extraction.statements if s.rel is Rel.HAS_PART}
        named = {e.name for e in extraction.entities if e.label is Label.MEASURE and e.local not in parts - whole}
        assert named == set(expect)
    elif family in ("speech", "business", "attribution"):
        said = _speech(extraction)
        for line in expect:
            speaker, verb, words = line.split(" ", 2)
            assert any(s == speaker and v == verb and words in text for s, v, text in said), said
    elif family == "targets":
        assert set(expect) <= _targets(extraction)
    else:
        assert set(expect) <= _relations(extraction)


def test_rule_names_are_unique_in_their_family() -> None:
    names = [(family, name) for family, name, _, _ in _rules()]
    assert len(names) == len(set(names))
