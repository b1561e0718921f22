"""The Neo4j store: official driver, the database always named, parameters only, managed transactions.

Managed transactions (`execute_read`, `execute_write`, `execute_query`) try again by themselves, and only what the
driver's `is_retryable()` allows; what still fails is reported with that word on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import StoreRefused, StoreUnreachable
from kg.language import tr
from kg.store import loader, schema
from kg.store.address import ServerAddress
from kg.store.report import LoadReport, Progress

if TYPE_CHECKING:
    from kg.graph import Graph

READ_SECONDS = 60.0  # a canned query that takes longer is a mistake in the query
INDEX_SECONDS = 300
_COUNTERS = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted")


class Neo4jStore:
    """One database of a Neo4j server."""

    name = "neo4j"

    def __init__(self, address: ServerAddress) -> None:
        self.address = address
        auth = (address.user, address.password) if address.password else None
        off = neo4j.NotificationMinimumSeverity.OFF  # that a label has no nodes yet is no news to a loader
        with _refusals(address):
            self._driver = neo4j.GraphDatabase.driver(address.uri, auth=auth, notifications_min_severity=off)

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement; StoreRefused for one that would write or takes longer than a minute."""
        with _refusals(self.address):
            result = self._driver.execute_query(
                neo4j.Query(cypher, timeout=READ_SECONDS),
                parameters_=dict(parameters or {}),
                routing_=neo4j.RoutingControl.READ,
                database_=self.address.database,
            )
        return [record.data() for record in result.records]

    def load(self, graph: Graph, *, sources: Iterable[str] = (), progress: Progress | None = None) -> LoadReport:
        """Replace what the graph's sources, and `sources` besides, said before, batch by batch."""
        with _refusals(self.address), self._driver.session(database=self.address.database) as session:
            writer = _Writer(session)
            if schema.apply_schema(writer).pending:
                session.run("CALL db.awaitIndexes($seconds)", seconds=INDEX_SECONDS).consume()
            return loader.load(writer, graph, sources, progress)

    def schema_state(self) -> schema.SchemaState:
        """Which schema files the store has."""
        recorded = {row["file"]: row["checksum"] for row in self.run(schema.RECORDED)}
        return schema.state(recorded, schema.schema_files(self.name))

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        return str(self.address)


class _Writer:
    """A session as loading and the schema use it."""

    name = Neo4jStore.name

    def __init__(self, session: neo4j.Session) -> None:
        self._session = session

    def write(self, cypher: str, rows: Sequence[Any]) -> dict[str, int]:
        def work(transaction: neo4j.ManagedTransaction) -> neo4j.SummaryCounters:
            return transaction.run(cypher, rows=rows).consume().counters

        made = self._session.execute_write(work)
        return {name: getattr(made, name) for name in _COUNTERS}

    def read(self, cypher: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return [dict(record) for record in transaction.run(cypher, dict(parameters))]

        return self._session.execute_read(work)

    def recorded(self) -> dict[str, str]:
        return {row["file"]: row["checksum"] for row in self.read(schema.RECORDED, {})}

    def define(self, statement: str) -> None:
        self._session.run(statement).consume()

    def record(self, file: str, checksum: str) -> None:
        self._session.execute_write(lambda t: t.run(schema.RECORD, file=file, checksum=checksum).consume())


@contextmanager
def _refusals(address: ServerAddress) -> Iterator[None]:
    """The driver's errors as ours, with what to do next."""
    try:
        yield
    except ServiceUnavailable as error:
        advice = tr("Is the server up (`docker compose up -d`), the address right?")
        raise StoreUnreachable(
            tr("{uri} does not answer: {error}", uri=address.uri, error=error) + f" {advice}", retryable=True
        ) from error
    except AuthError as error:
        advice = tr("Set NEO4J_USERNAME and NEO4J_PASSWORD.")
        raise StoreRefused(
            tr("{uri} refuses {user}: {error}", uri=address.uri, user=address.user, error=error.message) + f" {advice}"
        ) from error
    except Neo4jError as error:
        raise StoreRefused(
            tr("{uri} refuses: {error}", uri=address.uri, error=error.message), retryable=error.is_retryable()
        ) from error
    except (DriverError, ValueError) as error:
        retryable = isinstance(error, DriverError) and error.is_retryable()
        raise StoreRefused(f"{address.uri}: {error}", retryable=retryable) from error
