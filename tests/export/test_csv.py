"""CSV for neo4j-admin: what the files hold, and a real import of them."""

import csv
from pathlib import Path

import networkx as nx
import pytest

from kg.export.csv import BETWEEN_ITEMS, write_folder
from kg.model import Label, Rel
from kg.store.address import ServerAddress
from kg.store.neo4j import Neo4jStore
from tests.graphs import Fact, Thing, bulk, content, graph, mention
from tests.servers import SharedServer
from tests.servers.launch import admin
from tests.store.stories import as_content

AWKWARD = Thing(
    Label.MEASURE, '"双减"; 落地,核酸\n第二行', (("aliases", ("甲;乙", "丙,丁", '"戊"')), ("kind", "composite"))
)
PERSON, MEETING = Thing(Label.PERSON, "林武"), Thing(Label.MEETING, "第78次会议", (("ordinal", 78),))
ATTENDED = Fact("一", PERSON, Rel.ATTENDED, MEETING, 3, (("order", 2), ("list_complete", False), ("verb", ("出席",))))
TARGET = Thing(Label.TARGET, "增长6%", (("value", 6.5), ("unit", "")))


@pytest.fixture
def made():
    return graph([ATTENDED, mention("一", AWKWARD, 1), mention("一", TARGET, 5), mention("二", PERSON, 2)])


def test_each_label_and_type_has_its_file(made, tmp_path):
    write_folder(made, tmp_path / "new")
    files = {path.name for path in (tmp_path / "new").iterdir()}
    assert files == {
        "Article.csv", "Person.csv", "Meeting.csv", "Measure.csv", "Target.csv", "import.args",
        "ATTENDED-Person-Meeting.csv", "MENTIONS-Article-Measure.csv", "MENTIONS-Article-Person.csv",
        "MENTIONS-Article-Target.csv",
    }  # fmt: skip


def test_values_survive_an_ordinary_csv_reader(made, tmp_path):
    write_folder(made, tmp_path)
    with (tmp_path / "Measure.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["name:string"] == AWKWARD.name
    assert row["aliases:string[]"].split(BETWEEN_ITEMS) == sorted(AWKWARD.props[0][1])


@pytest.mark.usefixtures("neo4j_wanted")
def test_neo4j_admin_imports_it_and_a_load_finds_nothing_to_do(made, tmp_path):
    """On a server of its own, as an import needs one that is down."""
    home = tmp_path / "home"
    made = nx.compose(made, bulk(20))
    write_folder(made, home / "import")
    admin(home, "database", "import", "full", "neo4j", "--overwrite-destination", "@import.args")
    own = SharedServer(tmp_path)
    try:
        server = own.address({})
        with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
            assert content(store) == as_content(made)
            report = store.load(made)
            assert [report.total(count) for count in ("created", "changed", "deleted")] == [0, 0, 0]
            assert store.schema_state().pending == ()
    finally:
        own.stop()
    assert not Path(home).exists()
