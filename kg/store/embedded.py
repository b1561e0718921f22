"""The embedded store: a file, the engine in this process (kglite), no server.

Readers open the file as it was last saved and take no lock, so any number of them may ask while one process loads. A
load works on a copy in memory and saves it whole, flushed and renamed into place: a load that is killed leaves the file
as it was before.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kglite

from kg.errors import StoreRefused
from kg.language import tr
from kg.store import last, loader, schema
from kg.store.report import LoadReport, Progress

if TYPE_CHECKING:
    from kg.graph import Graph

_ENGINES_OWN = frozenset({"id", "type", "title"})  # properties(…) shows them, nobody set them


class EmbeddedStore:
    """A graph file at `path`; it comes into being with the first load."""

    name = "embedded"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading: kglite.KnowledgeGraph | None = None

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement; StoreRefused for one that would write."""
        with _refusals(self.path), _silence():
            return rows(self._reader(), cypher, parameters or {})

    def load(self, graph: Graph, *, sources: Iterable[str] = (), progress: Progress | None = None) -> LoadReport:
        """Replace what the graph's sources, and `sources` besides, said before; then save the file."""
        sources = list(sources)
        mark = last.checksum(graph, sources)
        if done := self._done_before(mark):
            return done
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with _refusals(self.path), _writing(self.path) as writer:
            schema.apply_schema(writer)
            report = loader.load(writer, graph, sources, progress, mark)
        self._reading = None
        return report

    def _done_before(self, mark: str) -> LoadReport | None:
        """The report where the file is as this load would leave it, so that it need not be written again."""
        began = time.perf_counter()
        if not self.path.exists() or (state := self.schema_state()).pending or state.changed:
            return None
        with _refusals(self.path), _silence():
            done = last.report(_Writer(self._reader()), mark)
        if done is not None:
            done.seconds = time.perf_counter() - began
        return done

    def schema_state(self) -> schema.SchemaState:
        """Which schema files the store has."""
        recorded = {row["file"]: row["checksum"] for row in self.run(schema.RECORDED)}
        return schema.state(recorded, schema.schema_files(self.name))

    def close(self) -> None:
        """Let go of the graph in memory."""
        self._reading = None

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        return f"embedded:{self.path}"

    def _reader(self) -> kglite.KnowledgeGraph:
        if self._reading is None:
            graph = kglite.load(str(self.path)) if self.path.exists() else kglite.KnowledgeGraph()
            graph.read_only(True)
            self._reading = graph
        return self._reading


class _Writer:
    """The graph open for writing: what loading and the schema ask of a store."""

    name = EmbeddedStore.name

    def __init__(self, graph: kglite.KnowledgeGraph) -> None:
        self._graph = graph

    def write(self, cypher: str, rows: Sequence[Any]) -> dict[str, int]:
        self._graph.cypher(cypher, params={"rows": list(rows)})
        return self._graph.last_mutation_stats or {}

    def read(self, cypher: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        return iter(rows(self._graph, cypher, parameters))

    def recorded(self) -> dict[str, str]:
        return {row["file"]: row["checksum"] for row in self.read(schema.RECORDED, {})}

    def define(self, statement: str) -> None:
        self._graph.cypher(statement)

    def record(self, file: str, checksum: str) -> None:
        self._graph.cypher(schema.RECORD, params={"file": file, "checksum": checksum})


def rows(graph: kglite.KnowledgeGraph, cypher: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A statement's rows as plain values."""
    result = graph.cypher(cypher, params=dict(parameters))
    if not isinstance(result, kglite.ResultView):
        raise StoreRefused(tr("This statement gives no rows; leave out FORMAT."))
    return [_plain(row) for row in result.to_list()]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Without what the engine adds to the map `properties(…) AS props` of loading."""
    props = row.get("props")
    if not isinstance(props, dict):
        return row
    return row | {"props": {name: value for name, value in props.items() if name not in _ENGINES_OWN}}


@contextmanager
def _writing(path: Path) -> Iterator[_Writer]:
    """The graph in memory; saved on the way out, unless that way is an exception."""
    with _silence(), kglite.open(str(path), durable="off") as graph:
        yield _Writer(graph)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the engine from telling users that a label has no nodes yet, or how it lays out its file.

    Its policy is the whole process's, so it is put back.
    """
    policy = kglite.get_query_warning_policy()
    kglite.set_query_warning_policy("silent")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
            yield
    finally:
        kglite.set_query_warning_policy(policy)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """The engine's errors as ours, with what to do next."""
    try:
        yield
    except kglite.WriterLeaseHeldError as error:
        message = tr(
            "{path} is being loaded by process {process}; wait until it is done, then try again.",
            path=path,
            process=error.holder["pid"],
        )
        raise StoreRefused(message, retryable=True) from error
    except kglite.FileFormatError as error:
        raise StoreRefused(
            tr("{path} is no graph file ({error}). Move it away and load again.", path=path, error=error)
        ) from error
    except kglite.FileIoError as error:
        raise StoreRefused(tr("{path} cannot be read or written: {error}", path=path, error=error)) from error
    except kglite.KgError as error:
        raise StoreRefused(tr("The embedded store refuses: {error}", error=error)) from error
