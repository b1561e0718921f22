"""What `ask` gives: one object, the same from Python and from `kg ask --format json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from kg.queries.header import Given


class Proof(msgspec.Struct, frozen=True):
    """One sentence that proves a row: `quote` stands at source[start:end] of `span`."""

    source: str
    span: tuple[int, int]
    quote: str


class Answer(msgspec.Struct, frozen=True):
    """An answer, or the reason why there is none.

    `found` is false when the store cannot tell; `answer` is then the reason, and `evidence` what it rests on. `readings`
    are what the question can mean, the one answered first; `notes` what was taken for what. `query` is the canned query
    with its `parameters`, `cypher` both together to be pasted into Neo4j Browser; they are empty where the question could
    not be read so far.
    """

    question: str
    found: bool
    answer: str
    rows: list[dict[str, Any]] = []
    evidence: list[Proof] = []
    query: str = ""
    parameters: dict[str, Given] = {}
    cypher: str = ""
    readings: list[str] = []
    notes: list[str] = []
    columns: tuple[str, ...] = ()


def proofs(rows: Iterable[Mapping[str, Any]]) -> list[Proof]:
    """The evidence of rows, each entry once."""
    pairs = [pair for row in rows for pair in zip(row["evidence"] or (), row["quotes"] or (), strict=True)]
    return [_proof(entry, quote) for entry, quote in dict.fromkeys(pairs)]


def _proof(entry: str, quote: str) -> Proof:
    source, _, span = entry.partition("#char=")
    start, end = map(int, span.split(","))
    return Proof(source, (start, end), quote)
