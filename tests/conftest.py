"""What every test gets: an environment without the user's Neo4j and store; a real server on demand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg.store.address import ServerAddress
from kg.store.neo4j import Neo4jStore
from tests.servers import SharedServer, TestServer

SKIP_NEO4J = "KG_TEST_SKIP_NEO4J"
GIVEN_ENVIRONMENT = dict(os.environ)  # as the run was started: tests see it without any NEO4J_*
SHARED = pytest.StashKey[SharedServer]()

settings.register_profile("kg", deadline=None)  # a law holds on a busy machine too
settings.load_profile("kg")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SHARED] = SharedServer.of_this_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the process that started the run, not one of its workers
        config.stash[SHARED].stop()


def pytest_report_header() -> str:
    if os.environ.get(SKIP_NEO4J):
        return f"neo4j: tests SKIPPED, as {SKIP_NEO4J} is set"
    return "neo4j: tests run against a real server"


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """No NEO4J_*, English, a data folder of its own, which this gives: no test reaches what the user has."""
    for name in [name for name in os.environ if name.startswith(("NEO4J_", "KG_TEST_NEO4J_"))]:
        monkeypatch.delenv(name)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    home = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def shared_server(pytestconfig: pytest.Config) -> SharedServer:
    """For fixtures of a wider scope that need the database for themselves: `shared_server.emptied(neo4j_server)`."""
    return pytestconfig.stash[SHARED]


@pytest.fixture(scope="session")
def neo4j_wanted() -> None:
    """Skips where the run was told to do without Neo4j."""
    skip_where_unwanted()


@pytest.fixture(scope="session")
def neo4j_server(shared_server: SharedServer) -> TestServer:
    """A running Neo4j: `uri`, `http`, `user`, `password`, `database`, `env`."""
    skip_where_unwanted()
    return shared_server.address(GIVEN_ENVIRONMENT)


def skip_where_unwanted() -> None:
    if GIVEN_ENVIRONMENT.get(SKIP_NEO4J):
        pytest.skip(f"{SKIP_NEO4J} is set")


@pytest.fixture
def neo4j_database(shared_server: SharedServer, neo4j_server: TestServer) -> Iterator[TestServer]:
    """Its database, empty, for one test at a time."""
    with shared_server.emptied(neo4j_server) as server:
        yield server


@pytest.fixture
def neo4j_store(neo4j_database: TestServer) -> Iterator[Neo4jStore]:
    """An empty Neo4j store."""
    server = neo4j_database
    with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
        yield store
