"""What a load tells: while it runs (`Step`) and when it is done (`LoadReport`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

import msgspec


class Step(NamedTuple):
    """Where a load is: `done` of `total` rows of a phase (`nodes`, `relationships`, `superseded`)."""

    phase: str
    done: int
    total: int


Progress = Callable[[Step], None]


class Counts(msgspec.Struct):
    """Rows of one label or relationship type: handed over, newly made, rewritten, deleted as no source says it now."""

    loaded: int = 0
    created: int = 0
    changed: int = 0
    deleted: int = 0

    @property
    def unchanged(self) -> int:
        """Rows the store had already, word for word."""
        return self.loaded - self.created - self.changed


class LoadReport(msgspec.Struct):
    """Counts for each label and each relationship type, the sources replaced, and nodes nothing stands behind.

    `unsupported` holds the keys of nodes of the graph that no relationship reaches; they are not loaded.
    """

    nodes: dict[str, Counts] = msgspec.field(default_factory=lambda: defaultdict(Counts))
    relationships: dict[str, Counts] = msgspec.field(default_factory=lambda: defaultdict(Counts))
    sources: int = 0
    replaced: int = 0
    unsupported: list[str] = msgspec.field(default_factory=list)
    seconds: float = 0.0

    def total(self, count: str) -> int:
        """The sum of one of the counts (`loaded`, `created`, `changed`, `deleted`) over labels and types."""
        return sum(getattr(counts, count) for counts in (*self.nodes.values(), *self.relationships.values()))

    @property
    def rows_per_second(self) -> float:
        """Nodes and relationships handed over a second."""
        return self.total("loaded") / self.seconds if self.seconds else 0.0
