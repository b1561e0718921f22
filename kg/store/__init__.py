"""Where the graph is kept and asked: a file in this process, or a Neo4j server, behind one small interface.

    with open_store("bolt://localhost:7687") as store:
        report = store.load(graph)  # again and again with the same end state
        rows = store.run("MATCH (p:Person) WHERE p.name = $name RETURN p.key AS key", {"name": "林武"})

`kg.store.loader` tells what a load does, `kg.store.schema` how constraints and indexes come into being.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

from kg.store.address import resolve
from kg.store.report import Counts, LoadReport, Progress, Step
from kg.store.schema import SchemaState

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["Counts", "LoadReport", "Progress", "SchemaState", "Step", "Store", "open_store"]


class Store(Protocol):
    """What the rest of the program knows of a store. Every error it raises is a `kg.errors.StoreError`."""

    name: str

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement; one that would write is refused."""

    def load(self, graph: Graph, *, sources: Iterable[str] = (), progress: Progress | None = None) -> LoadReport:
        """Make the store say exactly what `graph` says of its sources; what other sources say stays.

        `sources` names further ones that were read: where the graph holds nothing of them, theirs is taken back.
        """

    def schema_state(self) -> SchemaState:
        """Which schema files are applied, pending, changed since."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(uri: str | None = None, env: Mapping[str, str] | None = None) -> Store:
    """The store at `uri`, else at `NEO4J_URI` of `env` (the process's environment), else the file of the user.

    Nothing is asked of a server yet. UsageError where `uri` is no address of a store.
    """
    address = resolve(uri, os.environ if env is None else env)
    if isinstance(address, Path):
        from kg.store.embedded import EmbeddedStore  # each engine is imported where it is used: it takes a while

        return EmbeddedStore(address)
    from kg.store.neo4j import Neo4jStore

    return Neo4jStore(address)
