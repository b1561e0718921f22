"""The Neo4j store on a real server (see `tests/servers`): the laws of the embedded one, and what only a server has."""

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import SchemaChanged, StoreRefused, StoreUnreachable
from kg.model import Label, Rel
from kg.store import open_store
from kg.store.address import ServerAddress
from kg.store.embedded import EmbeddedStore
from kg.store.forms import without_forms
from kg.store.neo4j import Neo4jStore
from kg.store.schema import apply_schema
from tests.graphs import Fact, Thing, bulk, content, graph, mention
from tests.servers.shared import empty
from tests.store.stories import expected, load_graph, outcome, stories, tell

PERSON, MEETING = Thing(Label.PERSON, "林武"), Thing(Label.MEETING, "第78次会议")
CHAIRED = Fact("一", PERSON, Rel.CHAIRED, MEETING, 10)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories)
def test_the_store_is_what_each_source_said_last(neo4j_store, neo4j_server, story):
    empty(neo4j_server)
    tell(neo4j_store, story)
    assert content(neo4j_store) == expected(outcome(story))
    last = outcome(story)
    report = neo4j_store.load(load_graph(last))
    assert [report.total(count) for count in ("created", "changed", "deleted")] == [0, 0, 0]
    assert content(neo4j_store) == expected(last)


def test_both_stores_hold_the_same(neo4j_store, tmp_path):
    made = bulk(40)
    embedded = EmbeddedStore(tmp_path / "graph.kgl")
    assert neo4j_store.load(made).total("created") == embedded.load(made).total("created")
    assert content(neo4j_store) == content(embedded)


def test_a_corrected_source_replaces_its_own_facts_only(neo4j_store):
    neo4j_store.load(graph([CHAIRED, mention("一", MEETING, 1), mention("二", MEETING, 1)]))
    report = neo4j_store.load(graph([mention("一", MEETING, 1)]))
    nodes, relationships = content(neo4j_store)
    assert sorted(nodes) == ["article/一", "article/二", "meeting/第78次会议"]
    assert len(relationships) == 2
    assert report.relationships["CHAIRED"].deleted == report.nodes["Person"].deleted == 1


def test_a_load_cut_off_is_resumed_by_loading_again(neo4j_store):
    made = bulk(30)

    def cut(step):
        if step.phase == "relationships":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        neo4j_store.load(made, progress=cut)
    partial = len(content(neo4j_store)[1])
    neo4j_store.load(made)
    assert 0 < partial < len(content(neo4j_store)[1]) == made.number_of_edges()


def test_progress_ends_at_its_total(neo4j_store):
    steps = []
    neo4j_store.load(graph([CHAIRED]), progress=steps.append)
    last = {step.phase: (step.done, step.total) for step in steps}
    assert last == {"nodes": (2, 2), "relationships": (1, 1)}


def test_the_schema_is_applied_once_and_an_edited_file_refused(neo4j_store, neo4j_server):
    neo4j_store.load(graph([CHAIRED]))
    state = neo4j_store.schema_state()
    assert (state.pending, state.changed, state.applied[:1]) == ((), (), ("001_keys.cypher",))
    names = {row["name"] for row in neo4j_store.run("SHOW CONSTRAINTS YIELD name")}
    assert {f"{label.value.lower()}_key" for label in Label} <= names
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        edit = "MATCH (f:_SchemaFile {key: '001_keys.cypher'}) SET f.checksum = 'other'"
        driver.execute_query(edit, database_=neo4j_server.database)
    with pytest.raises(SchemaChanged, match=r"001_keys\.cypher.*next number") as refused:
        neo4j_store.load(graph([CHAIRED]))
    assert refused.value.file == "001_keys.cypher"


def test_chinese_full_text_finds_names_and_aliases(neo4j_store):
    alias = Thing(Label.MEASURE, "落地核酸", (("aliases", ("落地即检",)),))
    neo4j_store.load(graph([mention("一", alias, 1)]))
    find = "CALL db.index.fulltext.queryNodes('names', $words) YIELD node RETURN node.name AS name"
    neo4j_store.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() RETURN 1 AS done")
    assert neo4j_store.run(find, {"words": "即检"}) == [{"name": "落地核酸"}]


def test_reading_statements_only(neo4j_store):
    neo4j_store.load(graph([CHAIRED]))
    with pytest.raises(StoreRefused, match="read access mode"):
        neo4j_store.run("MATCH (n) DETACH DELETE n")
    assert len(content(neo4j_store)[0]) == 2


@pytest.mark.parametrize("name", ["') DETACH DELETE n //", "`x`}) SET n:Evil", "'; DROP CONSTRAINT person_key; //"])
def test_names_stay_values(neo4j_store, name):
    neo4j_store.load(graph([mention(name, Thing(Label.PERSON, name), 1)]))
    assert neo4j_store.run("MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name", {"name": name}) == [
        {"name": name}
    ]
    assert len(content(neo4j_store)[0]) == 2


def test_the_environment_names_server_and_database(neo4j_database):
    with open_store(env=neo4j_database.env) as store:
        assert store.run("CALL db.info() YIELD name RETURN name") == [{"name": neo4j_database.database}]


def test_a_database_that_is_not_there_is_refused_not_ignored(neo4j_database):
    with (
        open_store(env=neo4j_database.env | {"NEO4J_DATABASE": "absent"}) as store,
        pytest.raises(StoreRefused, match="absent"),
    ):
        store.run("RETURN 1 AS one")


def test_a_wrong_password_is_told_with_what_to_set(neo4j_server):
    address = ServerAddress(neo4j_server.uri, neo4j_server.user, "wrong-password", "neo4j")
    with Neo4jStore(address) as store, pytest.raises(StoreRefused, match="NEO4J_PASSWORD") as refused:
        store.run("RETURN 1 AS one")
    assert not refused.value.retryable
    assert "wrong-password" not in str(refused.value) + repr(address) + str(store)


def test_nobody_there_is_told():
    with (
        Neo4jStore(ServerAddress("bolt://127.0.0.1:1", "neo4j", "x" * 8, "neo4j")) as store,
        pytest.raises(StoreUnreachable, match="docker compose up") as refused,
    ):
        store.run("RETURN 1 AS one")
    assert refused.value.retryable


def test_the_schema_alone_can_be_applied_again_and_again(neo4j_store, neo4j_database):
    neo4j_store.load(graph([]))
    with neo4j_store._driver.session(database=neo4j_database.database) as session:
        from kg.store.neo4j import _Writer

        assert apply_schema(_Writer(session)).pending == ()


def test_nodes_of_an_earlier_version_are_counted_until_they_are_loaded_again(neo4j_store, monkeypatch):
    made = graph([CHAIRED])
    with monkeypatch.context() as earlier:
        earlier.setattr("kg.store.plan.FORMS", "shapes")
        earlier.setattr("kg.store.last._rules", lambda: b"those of an earlier version")
        neo4j_store.load(made)
    assert without_forms(neo4j_store) == 2
    neo4j_store.load(made)
    assert without_forms(neo4j_store) == 0
