"""Which store an address or the environment means."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.store import open_store
from kg.store.address import ServerAddress, default_path, resolve

ENV = {"NEO4J_URI": "bolt://there:7687", "NEO4J_USERNAME": "me", "NEO4J_PASSWORD": "secret", "NEO4J_DATABASE": "graph"}


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_a_server_by_its_scheme(scheme):
    address = resolve(f"{scheme}://there:7687", {})
    assert address == ServerAddress(f"{scheme}://there:7687", "neo4j", "", "neo4j")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("graph.kgl", "graph.kgl"),
        ("embedded:图/graph.kgl", "图/graph.kgl"),
        ("file:/tmp/graph.kgl", "/tmp/graph.kgl"),
        ("file:///tmp/a%20b.kgl", "/tmp/a b.kgl"),
        ("./bolt", "bolt"),
    ],
)
def test_a_file(given, path):
    assert resolve(given, ENV) == Path(path)


def test_the_environment_where_nothing_is_asked_for():
    assert resolve(None, ENV) == ServerAddress("bolt://there:7687", "me", "secret", "graph")


def test_what_is_asked_for_overrules_the_environments_address_not_its_login():
    assert resolve("neo4j://here", ENV) == ServerAddress("neo4j://here", "me", "secret", "graph")


@pytest.mark.parametrize("asked", [None, "embedded:"])
def test_the_users_own_file_otherwise(asked, own_environment):
    assert resolve(asked, {}) == default_path() == own_environment / "kg" / "graph.kgl"
    assert str(open_store(asked, {})) == f"embedded:{default_path()}"


def test_an_address_of_something_else_is_refused_with_what_would_do():
    with pytest.raises(UsageError, match=r"http://there.*bolt://.*embedded:PATH"):
        resolve("http://there", {})


def test_a_password_in_the_address_is_refused_unshown():
    with pytest.raises(UsageError, match="NEO4J_PASSWORD") as refused:
        resolve("bolt://me:secret@there", {})
    assert "secret" not in str(refused.value)


def test_an_address_never_shows_its_password():
    address = resolve(None, ENV)
    assert "secret" not in f"{address} {address!r}"
