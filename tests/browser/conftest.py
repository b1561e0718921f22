"""The seed pages' graph in a real Neo4j, for its own Browser and for the files made for it."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest

from kg.pipeline import build_graph
from kg.store.address import ServerAddress
from kg.store.neo4j import Neo4jStore
from tests.gold_graph import ROOT
from tests.servers import SharedServer, TestServer


@pytest.fixture(scope="module")
def loaded_server(shared_server: SharedServer, neo4j_server: TestServer) -> Iterator[TestServer]:
    """The shared server, all its database what was read from the seed pages."""
    with shared_server.emptied(neo4j_server) as server:
        with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
            store.load(build_graph([ROOT / "seeds"]).graph)
        yield server


@pytest.fixture(scope="module")
def driver(loaded_server: TestServer) -> Iterator[neo4j.Driver]:
    """The official driver, connected, with notifications."""
    with neo4j.GraphDatabase.driver(loaded_server.uri, auth=(loaded_server.user, loaded_server.password)) as driver:
        yield driver
