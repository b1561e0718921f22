"""The canned queries on a real Neo4j: the same rows as on the embedded store, by an index, without a notification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from kg.model import NODES, RELS, Label, Rel
from kg.queries import all_queries, bind, run
from kg.queries.header import Query
from kg.store.address import ServerAddress
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from kg.store.schema import schema_files
from tests.gold_graph import gold_graph
from tests.servers import SharedServer, TestServer

EVERY = pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
SCANS = ("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "RelationshipTypeScan", "AllRelationshipsScan")


@pytest.fixture(scope="module")
def server(shared_server: SharedServer, neo4j_server: TestServer) -> Iterator[TestServer]:
    """The shared server with the seed pages' gold facts in its database."""
    with shared_server.emptied(neo4j_server) as emptied:
        with store_of(emptied) as store:
            store.load(gold_graph())
        yield emptied


@pytest.fixture(scope="module")
def driver(server: TestServer) -> Iterator[neo4j.Driver]:
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        yield driver


def store_of(server: TestServer) -> Neo4jStore:
    return Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database))


@EVERY
def test_both_stores_give_the_same_rows(server: TestServer, gold_store: EmbeddedStore, query: Query) -> None:
    given = query.example.parameters
    with store_of(server) as store:
        rows = run(store, query.name, given)
    assert rows == run(gold_store, query.name, given)
    assert rows[0] | query.example.first == rows[0]


@EVERY
def test_both_stores_give_the_same_rows_when_nothing_is_left_out(
    server: TestServer, gold_store: EmbeddedStore, query: Query
) -> None:
    required = {parameter.name for parameter in query.parameters if parameter.required}
    given = {name: value for name, value in query.example.parameters.items() if name in required}
    with store_of(server) as store:
        assert run(store, query.name, given) == run(gold_store, query.name, given)


@EVERY
def test_it_enters_by_an_index_and_raises_no_notification(
    server: TestServer, driver: neo4j.Driver, query: Query
) -> None:
    parameters = bind(query, query.example.parameters)
    explained = driver.execute_query(f"EXPLAIN {query.cypher}", parameters, database_=server.database).summary
    entries = [operator for operator in operators(explained.plan) if operator.endswith(("Scan", "Seek", "SeekByRange"))]
    assert any("Index" in operator for operator in entries)
    assert not [operator for operator in entries if operator.endswith(SCANS)]
    told = driver.execute_query(query.cypher, parameters, database_=server.database).summary
    assert not [status.status_description for status in told.gql_status_objects if status.is_notification]


def operators(plan: dict[str, Any] | None) -> Iterator[str]:
    """The operators of a plan, from the result down, without the runtime's suffix."""
    if plan:
        yield plan["operatorType"].partition("@")[0]
        for child in plan.get("children", []):
            yield from operators(child)


def test_the_schema_knows_every_word_of_the_model() -> None:
    statements = [one for file in schema_files("neo4j") for one in file.statements]
    known = {one.split("'")[1] for one in statements if one.startswith("CALL db.create")}
    stored = {"evidence", "quotes", "sources", "claims"}
    declared = {name for table in (NODES, RELS) for kind in table.values() for name in kind.properties}
    assert known == {*Rel, *declared, *stored}
    assert not any("CALL db.create" in one for file in schema_files("embedded") for one in file.statements)


def test_the_check_sees_a_scan(server: TestServer, driver: neo4j.Driver) -> None:
    summary = driver.execute_query(f"EXPLAIN MATCH (n:{Label.DIRECTIVE}) RETURN n", database_=server.database).summary
    assert any(operator.endswith(SCANS) for operator in operators(summary.plan))
