"""The Cypher script, run on both stores: what it makes is what a load would have made, whatever the texts hold."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import kglite
import neo4j
import pytest
from hypothesis import given, settings

from kg.export import cypher
from kg.graph import Graph, merged
from kg.model import Label, Rel
from kg.store import Store
from kg.store.address import ServerAddress
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from kg.store.plan import Plan
from tests.export.conforming import ATTACKS, graphs, hostile
from tests.graphs import Thing, bulk, content, graph, mention
from tests.servers import TestServer

HOSTILE = merged(hostile(f"{number}{attack}") for number, attack in enumerate(ATTACKS))
ENGINES_OWN = {"id", "type", "title"}


def script(made: Graph) -> str:
    out = io.BytesIO()
    cypher.write(made, out)
    return out.getvalue().decode()


def run_embedded(engine: kglite.KnowledgeGraph, made: Graph) -> None:
    for statement in cypher.statements(made):
        engine.cypher(statement)


def planned(made: Graph) -> tuple[dict[Any, Any], dict[Any, Any]]:
    """Nodes and relationships as a load writes them."""
    plan = Plan(made)
    nodes = {row["key"]: row["props"] for g, idents in plan.nodes().items() for row in plan.rows(g, idents)}
    found = {
        (row["from_key"], g.kind, row["to_key"]): row["props"]
        for g, idents in plan.relationships().items()
        for row in plan.rows(g, idents)
    }
    return nodes, found


def own(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in ENGINES_OWN}


def stored(engine: kglite.KnowledgeGraph) -> tuple[dict[Any, Any], dict[Any, Any]]:
    nodes = {
        row["props"]["key"]: own(row["props"])
        for label in Label
        for row in engine.cypher(f"MATCH (n:{label}) RETURN properties(n) AS props").to_list()
    }
    found = {
        (row["a"], rel, row["b"]): own(row["props"])
        for rel in Rel
        for row in engine.cypher(
            f"MATCH (a)-[r:{rel}]->(b) RETURN a.key AS a, b.key AS b, properties(r) AS props"
        ).to_list()
    }
    return nodes, found


@settings(deadline=None)
@given(made=graphs())
def test_the_embedded_engine_makes_of_it_what_a_load_would(made: Graph) -> None:
    kglite.set_query_warning_policy("silent")
    engine = kglite.KnowledgeGraph()
    run_embedded(engine, made)
    assert stored(engine) == planned(made)


def test_the_embedded_store_goes_on_from_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    with kglite.open(str(path), durable="off") as engine:
        run_embedded(engine, HOSTILE)
        run_embedded(engine, HOSTILE)
    with EmbeddedStore(path) as store:
        assert_nothing_to_do(store, HOSTILE)


def test_neo4j_goes_on_from_it(neo4j_database: TestServer) -> None:
    server = neo4j_database
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for statement in [*cypher.statements(HOSTILE), *cypher.statements(HOSTILE)]:
            driver.execute_query(statement, database_=server.database)
    with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
        assert_nothing_to_do(store, HOSTILE)


def assert_nothing_to_do(store: Store, made: Graph) -> None:
    nodes, relationships = content(store)
    assert {key: props for key, (_, props) in nodes.items()} == planned(made)[0]
    assert len(relationships) == made.number_of_edges()
    report = store.load(made)
    assert [report.total(count) for count in ("created", "changed", "deleted")] == [0, 0, 0]


def test_many_rows_are_several_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cypher, "ROWS", 7)
    made = bulk(3)
    statements = [text for text in cypher.statements(made) if text.startswith("WITH")]
    assert len(statements) > made.number_of_nodes() / 7
    engine = kglite.KnowledgeGraph()
    run_embedded(engine, made)
    assert stored(engine) == planned(made)


def test_a_text_never_ends_a_line_or_a_statement() -> None:
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', '""', script(HOSTILE))
    assert "DETACH" not in outside
    assert all(line.isprintable() for line in outside.split("\n"))
    assert outside.count(";") == sum(line.endswith(";") for line in outside.split("\n")) == script_length(HOSTILE)


def script_length(made: Graph) -> int:
    return len(list(cypher.statements(made)))


def test_constraints_come_first_and_only_what_every_store_takes() -> None:
    text = script(graph([mention("一", Thing(Label.PERSON, "林武"), 1)]))
    assert text.startswith("CREATE CONSTRAINT person_key IF NOT EXISTS")
    assert text.rindex("CREATE ") < text.index("MERGE ")
    assert "FULLTEXT" not in text
    assert "CALL " not in text
