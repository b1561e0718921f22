"""What `resolve` gives back: keys, merged nodes, derived relationships and judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Label, Properties, Rel
from kg.resolve.judgement import Judgement
from kg.statement import Extraction

ArticleId = tuple[str, int]


def article_id(extraction: Extraction) -> ArticleId:
    """An article's identity: its source and the place where it starts there (a page has several articles)."""
    mentions = extraction.article.mentions
    return extraction.source, mentions[0].start if mentions else 0


class Node(NamedTuple):
    """A node of the graph without its key; `properties` includes `name` and no resolver hints."""

    label: Label
    properties: Properties


class Derived(NamedTuple):
    """A relationship that follows from statements; `start` and `end` are keys, `evidence` and `quotes` parallel."""

    rel: Rel
    start: str
    end: str
    evidence: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    props: Properties = {}  # noqa: RUF012 (a default nobody changes)


@dataclass(frozen=True)
class Resolution:
    """One world: see `kg.resolve` for the meaning of each attribute."""

    keys: Mapping[ArticleId, Mapping[str, str]]
    nodes: Mapping[str, Node]
    derived: list[Derived] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    idle: list[Judgement] = field(default_factory=list)

    def key(self, extraction: Extraction, local: str) -> str:
        """The graph-wide key of the entity `local` of `extraction`; KeyError where it was not among the input."""
        return self.keys[article_id(extraction)][local]
