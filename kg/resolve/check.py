"""A graph against judged pairs of mentions: are two mentions one node or two?

    verdicts = check(graph, read_pairs(path), texts)
    [figures._asdict() for figures in summary(verdicts)]

A mention is found through the graph's (Article)-[MENTIONS]->(node) evidence: a span that covers at least half of an
occurrence of the surface in the source's text. Measures count as the same when they are one node or VARIANT_OF each
other. A mention without a node is a pair not found, which counts as wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from kg.errors import InputError
from kg.graph import Graph
from kg.language import tr
from kg.model import Label, Rel
from kg.statement import Span

_EVIDENCE = re.compile(r"(?P<source>.+)#char=(?P<start>\d+),(?P<end>\d+)")
_LABELS = {"person": Label.PERSON, "meeting": Label.MEETING, "measure": Label.MEASURE}


class Side(msgspec.Struct, frozen=True):
    """A mention: a source and the words that stand there."""

    article: str
    surface: str


class Pair(msgspec.Struct, frozen=True):
    """Two mentions that somebody read and judged."""

    kind: Literal["person", "meeting", "measure"]
    a: Side
    b: Side
    same: bool
    why: str = ""


class Verdict(NamedTuple):
    """A pair and what the graph says of it; None where one of the mentions has no node."""

    pair: Pair
    same: bool | None

    @property
    def right(self) -> bool:
        """Whether the graph agrees."""
        return self.same is self.pair.same


class Figures(NamedTuple):
    """Of one kind: the share of right verdicts, precision and recall of “same”, and the counts behind them."""

    kind: str
    accuracy: float
    precision: float
    recall: float
    pairs: int
    wrong: int
    not_found: int


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a JSON Lines file; InputError names the line that is none."""
    found = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(str(path), tr("cannot be read: {error}", error=error.strerror or error)) from error
    for number, line in enumerate(lines, 1):
        try:
            found += [msgspec.json.decode(line, type=Pair)] if line.strip() else []
        except msgspec.DecodeError as error:
            raise InputError(
                str(path), tr("not a judged pair ({error}); mend or remove the line", error=error), number
            ) from error
    return found


def check(graph: Graph, pairs: Iterable[Pair], texts: Mapping[str, str]) -> list[Verdict]:
    """What the graph says of each pair; `texts` are the sources' texts by id."""
    asked = list(pairs)
    mentions = _mentions(graph, {side.article for pair in asked for side in (pair.a, pair.b)})
    return [Verdict(pair, _same(pair, graph, mentions, texts)) for pair in asked]


def _mentions(graph: Graph, sources: set[str]) -> Mapping[str, list[tuple[Span, str]]]:
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for _, node, rel, properties in graph.edges(keys=True, data=True):
        for entry in properties.get("evidence", ()) if rel == Rel.MENTIONS else ():
            place = _EVIDENCE.fullmatch(entry)
            if place and place["source"] in sources:
                found[place["source"]].append((Span(int(place["start"]), int(place["end"])), node))
    return found


def _same(
    pair: Pair, graph: Graph, mentions: Mapping[str, list[tuple[Span, str]]], texts: Mapping[str, str]
) -> bool | None:
    left, right = (
        {
            node
            for span, node in mentions.get(side.article, ())
            if graph.nodes[node]["label"] == _LABELS[pair.kind] and _covers(span, side.surface, texts[side.article])
        }
        if side.article in texts
        else set()
        for side in (pair.a, pair.b)
    )
    if not left or not right:
        return None
    variants = pair.kind == "measure" and any(_are_variants(graph, a, b) for a in left for b in right)
    return bool(left & right) or variants


def _covers(span: Span, surface: str, text: str) -> bool:
    """Whether the span holds at least half of an occurrence of the surface."""
    begin = max(0, span.start - len(surface))
    return any(
        min(span.end, match.end()) - max(span.start, match.start()) >= len(surface) / 2
        for match in re.compile(re.escape(surface)).finditer(text, begin, span.end + len(surface))
    )


def _are_variants(graph: Graph, a: str, b: str) -> bool:
    return bool(graph.has_edge(a, b, Rel.VARIANT_OF) or graph.has_edge(b, a, Rel.VARIANT_OF))


def summary(verdicts: Iterable[Verdict]) -> list[Figures]:
    """The figures of each kind, in alphabetical order."""
    by_kind: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.pair.kind].append(verdict)
    return [_figures(kind, told) for kind, told in sorted(by_kind.items())]


def _figures(kind: str, told: list[Verdict]) -> Figures:
    right = sum(verdict.right for verdict in told)
    missing = sum(verdict.same is None for verdict in told)
    both = sum(bool(verdict.same) and verdict.pair.same for verdict in told)
    said, true = sum(bool(verdict.same) for verdict in told), sum(verdict.pair.same for verdict in told)
    return Figures(
        kind,
        right / len(told),
        both / max(1, said),
        both / max(1, true),
        len(told),
        len(told) - right - missing,
        missing,
    )
