"""The same answers from a real Neo4j, and the Cypher as it is pasted into Browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest

from kg.ask import Names, ask
from kg.ask.intents import intents
from kg.store.address import ServerAddress
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from tests.ask.conftest import TODAY
from tests.servers import SharedServer, TestServer

EXAMPLES = [intent.examples.zh[0] for intent in intents()]


@pytest.fixture(scope="module")
def neo4j(
    shared_server: SharedServer, neo4j_server: TestServer, asked_graph: nx.MultiDiGraph[Any]
) -> Iterator[Neo4jStore]:
    with shared_server.emptied(neo4j_server) as server, Neo4jStore(address(server)) as store:
        store.load(asked_graph)
        yield store


def address(server: TestServer) -> ServerAddress:
    return ServerAddress(server.uri, server.user, server.password, server.database)


def test_both_stores_know_the_same_names(neo4j: Neo4jStore, asked_store: EmbeddedStore) -> None:
    assert Names.of(neo4j).by_kind == Names.of(asked_store).by_kind


def test_both_stores_give_the_same_answers(neo4j: Neo4jStore, asked_store: EmbeddedStore) -> None:
    known = Names.of(neo4j)
    for example in EXAMPLES:
        told = ask(neo4j, example, today=TODAY, names=known)
        assert told == ask(asked_store, example, today=TODAY), example
        assert not told.found or neo4j.run(told.cypher)
