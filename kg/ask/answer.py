"""What `ask` gives: one object, the same from Python and from `kg ask --format json`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from kg.queries.header import Given, Query


class Proof(msgspec.Struct, frozen=True):
    """One sentence that proves a row: `quote` stands at [start, end) of the source."""

    source: str
    span: tuple[int, int]
    quote: str

    @property
    def place(self) -> str:
        """As the graph writes it: `SOURCE#char=START,END`."""
        return f"{self.source}#char={self.span[0]},{self.span[1]}"


class Answer(msgspec.Struct, frozen=True):
    """An answer, or the reason why there is none.

    `found` is false when the store cannot tell; `answer` is then the reason, `evidence` what it rests on. `query` is
    the canned query with its `parameters`, `cypher` its text with the parameters filled in, to be pasted into Neo4j
    Browser; they are empty where the question could not be read so far. `readings`: what the question can mean where
    that is not plain, the one answered first.
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


def proofs(rows: Iterable[Mapping[str, Any]]) -> list[Proof]:
    """The evidence of rows, each entry once."""
    pairs = [pair for row in rows for pair in zip(row["evidence"] or (), row["quotes"] or (), strict=True)]
    return [_proof(entry, quote) for entry, quote in dict.fromkeys(pairs)]


def filled_in(query: Query, parameters: Mapping[str, Given]) -> str:
    """The query's text under its title, values for parameters; JSON's strings and lists are Cypher's too."""
    text = re.sub(r"\$(\w+)", lambda match: msgspec.json.encode(parameters[match[1]]).decode(), query.cypher)
    return f"// {query.title}\n{text}\n"


def _proof(entry: str, quote: str) -> Proof:
    source, _, span = entry.partition("#char=")
    start, end = map(int, span.split(","))
    return Proof(source, (start, end), quote)
