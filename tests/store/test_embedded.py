"""The embedded store: what a load leaves behind, whatever was loaded before it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreRefused
from kg.model import Label, Rel
from kg.store import embedded, last, loader
from kg.store.embedded import EmbeddedStore
from tests.graphs import Fact, Thing, bulk, content, graph, mention
from tests.store.stories import expected, load_graph, loads, outcome, stories, tell

PERSON, OTHER = Thing(Label.PERSON, "林武"), Thing(Label.PERSON, "韦韬")
MEETING = Thing(Label.MEETING, "第78次会议")
CHAIRED = Fact("一", PERSON, Rel.CHAIRED, MEETING, 10)


@pytest.fixture
def store(tmp_path):
    with EmbeddedStore(tmp_path / "new folder" / "graph.kgl") as opened:
        yield opened


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A store of its own for each example of a property."""
    folder, numbers = tmp_path_factory.mktemp("stores"), iter(range(10**6))
    return lambda: EmbeddedStore(folder / f"{next(numbers)}.kgl")


@settings(deadline=None, max_examples=60)
@given(story=stories)
def test_the_store_is_what_each_source_said_last(fresh, story):
    store = fresh()
    tell(store, story)
    assert content(store) == expected(outcome(story))


@settings(deadline=None, max_examples=40)
@given(load=loads, data=st.data())
def test_neither_order_nor_batches_of_sources_show(fresh, load, data):
    order = data.draw(st.permutations(list(load)))
    cut = data.draw(st.integers(0, len(order)))
    whole, parts = fresh(), fresh()
    tell(whole, [load])
    tell(parts, [{source: load[source] for source in part} for part in (order[:cut], order[cut:]) if part])
    assert content(parts) == content(whole)


@settings(deadline=None, max_examples=40)
@given(load=loads)
def test_a_second_load_changes_nothing(fresh, load):
    store = fresh()
    tell(store, [load])
    before = content(store)
    report = store.load(load_graph(load))
    assert content(store) == before
    assert [report.total(count) for count in ("created", "changed", "deleted")] == [0, 0, 0]


def test_a_fact_a_corrected_source_no_longer_states_disappears(store):
    store.load(graph([CHAIRED, mention("一", MEETING, 1), mention("一", PERSON, 2)]))
    report = store.load(graph([Fact("一", OTHER, Rel.CHAIRED, MEETING, 10), mention("一", MEETING, 1)]))
    nodes, relationships = content(store)
    assert ("person/林武", "CHAIRED", "meeting/第78次会议") not in relationships
    assert "person/林武" not in nodes
    assert "person/韦韬" in nodes
    assert report.relationships["CHAIRED"].deleted == 1
    assert report.nodes["Person"].deleted == 1


def test_what_another_source_supports_stays_with_that_sources_words_only(store):
    seen = (("last_seen", "2022-05-25"), ("titles", ("书记",)))
    later = (("last_seen", "2022-06-30"), ("titles", ("省委书记",)))
    post = Thing(Label.POST, "山西省委书记")
    store.load(graph([Fact("一", PERSON, Rel.HOLDS, post, 1, seen), Fact("二", PERSON, Rel.HOLDS, post, 5, later)]))
    store.load(graph([mention("二", MEETING, 1)]))
    held = content(store)[1]["person/林武", "HOLDS", "post/山西省委书记"]
    assert held == {
        "evidence": ["一#char=1,10"],
        "quotes": ["一第1字起"],
        "last_seen": "2022-05-25",
        "titles": ["书记"],
    }


def test_a_source_that_yields_nothing_any_more_takes_its_facts_with_it(store):
    store.load(graph([CHAIRED, mention("一", MEETING, 1), mention("二", MEETING, 1)]))
    store.load(graph([]), sources=["一"])
    nodes, relationships = content(store)
    assert sorted(nodes) == ["article/二", "meeting/第78次会议"]
    assert list(relationships) == [("article/二", "MENTIONS", "meeting/第78次会议")]


def test_merged_values_without_claims_stay_until_every_source_is_loaded_again(store):
    """A file that only has merged values cannot tell who said which: the cautious reading keeps them."""
    named = [mention(source, Thing(Label.PERSON, "林武", (("aliases", (source,)),)), 1) for source in ("一", "二")]
    store.load(graph(named, attributed=False))
    corrected = mention("一", PERSON, 1)
    store.load(graph([corrected]))
    assert content(store)[0]["person/林武"][1]["aliases"] == ["一", "二"]
    store.load(graph([mention("二", PERSON, 1)]))
    assert "aliases" not in content(store)[0]["person/林武"][1]


def test_a_conclusion_without_evidence_goes_with_the_sources_of_its_ends(store):
    post, body = Thing(Label.POST, "省委书记"), Thing(Label.BODY, "省委")
    above = Thing(Label.BODY, "中央")
    store.load(
        graph(
            [
                Fact("一", PERSON, Rel.HOLDS, post, 1),
                Fact("一", post, Rel.OF, body, None),
                Fact("一", body, Rel.PART_OF, above, None),
            ],
            attributed=False,
        )
    )
    assert "body/中央" in content(store)[0]
    store.load(graph([Fact("一", PERSON, Rel.HOLDS, post, 1)]))
    assert sorted(content(store)[0]) == ["person/林武", "post/省委书记"]


def test_a_node_nothing_stands_behind_is_told_and_not_loaded(store):
    lonely = graph([CHAIRED])
    lonely.add_node("body/无", label="Body", name="无")
    assert store.load(lonely).unsupported == ["body/无"]
    assert "body/无" not in content(store)[0]


def test_a_store_that_was_never_loaded_is_empty(store):
    assert store.run("MATCH (n:Person) RETURN n.key AS key") == []
    assert store.schema_state().version == "000"


def test_reading_statements_only(store):
    store.load(graph([CHAIRED]))
    with pytest.raises(StoreRefused, match="read-only"):
        store.run("MATCH (n) DETACH DELETE n")
    assert len(content(store)[0]) == 2


def test_keys_are_unique_by_constraint(store):
    store.load(graph([CHAIRED]))
    constraints = store.run("SHOW CONSTRAINTS")
    assert {row["labelsOrTypes"][0] for row in constraints} == set(Label)


def test_a_file_that_is_no_graph_is_named(tmp_path):
    path = tmp_path / "graph.kgl"
    path.write_bytes(b"not a graph" * 100)
    with pytest.raises(StoreRefused, match=r"graph\.kgl"):
        EmbeddedStore(path).run("RETURN 1 AS one")


def test_two_loads_at_once_are_refused_by_name(store):
    store.load(graph([CHAIRED]))
    holder = "import kglite, sys; g = kglite.open(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(store.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(StoreRefused, match=str(process.pid)) as refused:
            store.load(bulk(1))
        assert refused.value.retryable
        assert len(content(store)[0]) == 2  # readers are not held up
        process.stdin.close()


def test_a_load_that_fails_half_way_leaves_the_file_as_it_was(store):
    store.load(graph([CHAIRED]))
    before = content(store)

    def interrupt(step):
        if step.phase == "relationships":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.load(bulk(5), progress=interrupt)
    assert content(EmbeddedStore(store.path)) == before


def test_a_killed_load_leaves_the_file_as_it_was(store):
    store.load(graph([CHAIRED]))
    before = content(store)
    script = (
        "import os, signal, sys; from pathlib import Path; from kg.store.embedded import EmbeddedStore;"
        "from tests.graphs import bulk;"
        "die = lambda step: step.phase == 'relationships' and os.kill(os.getpid(), signal.SIGKILL);"
        "EmbeddedStore(Path(sys.argv[1])).load(bulk(5), progress=die)"
    )
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", script, str(store.path)], cwd=root, check=False)
    assert killed.returncode == -9
    assert content(EmbeddedStore(store.path)) == before
    store.load(bulk(5))  # and the lock did not outlive the process


def test_the_same_load_again_does_not_look_at_any_row(store, monkeypatch):
    made = bulk(20)
    first = store.load(made)
    monkeypatch.setattr(loader, "_Load", None)
    again = store.load(made)
    assert [again.total(count) for count in ("created", "changed", "deleted")] == [0, 0, 0]
    assert (again.total("loaded"), again.sources) == (first.total("loaded"), first.sources)
    assert again.replaced == again.sources


def test_after_another_load_everything_is_looked_at_again(store):
    one, other = bulk(3), bulk(2)
    store.load(one)
    store.load(other)
    before = content(store)
    store.load(one)
    assert content(store) == before
    assert last.report(embedded._Writer(store._reader()), last.checksum(other, [])) is None


def test_what_was_taken_out_by_hand_comes_back(store):
    made = bulk(3)
    store.load(made)
    before = content(store)
    with embedded._writing(store.path) as writer:
        writer.write("UNWIND $rows AS row MATCH (n:Person {key: row.key}) DETACH DELETE n", [{"key": "person/人1"}])
    store.close()
    assert content(store) != before
    store.load(made)
    assert content(store) == before
