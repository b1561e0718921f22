"""What an extractor says of one article: entities (local to the article) and statements between them.

These plain values are all that passes from `extract` to `resolve`; they are msgspec structs, so they travel between
processes and into caches as JSON or MessagePack without further code.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from kg.model import Label, Rel, Value


class Span(NamedTuple):
    """Code points `start` (inclusive) to `end` (exclusive) of the source's text exactly as given."""

    start: int
    end: int


class Entity(msgspec.Struct, frozen=True):
    """One thing an article speaks of, under every form the article uses for it.

    `local` is unique within the article (`p0`, `m1`, …); `name` is the fullest printed form, OCR breaks healed;
    `props` holds properties of the label as declared in `kg.model`, plus hints for the resolver under names that
    start with an underscore (never written to the graph).
    """

    local: str
    label: Label
    name: str
    mentions: tuple[Span, ...] = ()
    props: dict[str, Value] = {}


class Statement(msgspec.Struct, frozen=True):
    """`start` –rel→ `end` (local ids), proved by `evidence`, whose text (breaks healed) is `quote`."""

    rel: Rel
    start: str
    end: str
    evidence: Span
    quote: str
    props: dict[str, Value] = {}


class Extraction(msgspec.Struct, frozen=True):
    """All that one article says. `article` is itself an entity (label Article, local id `a`).

    `source` is the SOURCE of the evidence (record id or file name), `jurisdiction` the paper's own region
    (e.g. 山西省太原市; empty when unknown), `date` the publication date (EDTF, empty when unknown).
    """

    source: str
    date: str
    jurisdiction: str
    article: Entity
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


def evidence_ref(source: str, span: Span) -> str:
    """The evidence entry of a span: `SOURCE#char=START,END` (RFC 5147)."""
    return f"{source}#char={span.start},{span.end}"
