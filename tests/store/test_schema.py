"""Numbered schema files: applied once, in order, never changed afterwards."""

import pytest

from kg.errors import SchemaChanged
from kg.model import Label
from kg.store.embedded import EmbeddedStore
from kg.store.schema import apply_schema, schema_files, state
from tests.graphs import Fact, Thing, graph


class Noted:
    """A store that notes what is asked of it; `fails_at` is a statement it refuses."""

    name = "neo4j"

    def __init__(self, fails_at=None):
        self.files, self.statements, self._fails_at = {}, [], fails_at

    def recorded(self):
        return dict(self.files)

    def define(self, statement):
        if statement == self._fails_at:
            raise RuntimeError(statement)
        self.statements.append(statement)

    def record(self, file, checksum):
        self.files[file] = checksum


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "002_b.cypher").write_text("// two\nCREATE b\nFOR x;\nCREATE c;\n", encoding="utf-8")
    (tmp_path / "001_a.cypher").write_text("CREATE a;\n", encoding="utf-8")
    (tmp_path / "003_text.cypher").write_text("// store: neo4j\nCREATE t;\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no schema", encoding="utf-8")
    return tmp_path


def test_files_are_applied_in_order_and_once(folder):
    store = Noted()
    assert apply_schema(store, folder).pending == ("001_a.cypher", "002_b.cypher", "003_text.cypher")
    assert store.statements == ["CREATE a", "CREATE b\nFOR x", "CREATE c", "CREATE t"]
    assert apply_schema(store, folder).pending == ()
    assert len(store.statements) == 4


def test_a_later_file_is_applied_alone(folder):
    store = Noted()
    apply_schema(store, folder)
    (folder / "004_d.cypher").write_text("CREATE d;\n", encoding="utf-8")
    assert state(store.recorded(), schema_files("neo4j", folder)).pending == ("004_d.cypher",)
    apply_schema(store, folder)
    assert store.statements[4:] == ["CREATE d"]
    assert state(store.recorded(), schema_files("neo4j", folder)).version == "004"


def test_an_edited_file_is_refused_and_nothing_done(folder):
    store = Noted()
    apply_schema(store, folder)
    (folder / "001_a.cypher").write_text("CREATE other;\n", encoding="utf-8")
    (folder / "004_d.cypher").write_text("CREATE d;\n", encoding="utf-8")
    with pytest.raises(SchemaChanged, match=r"001_a\.cypher.*next number"):
        apply_schema(store, folder)
    assert "CREATE d" not in store.statements


def test_line_ends_are_no_change(folder):
    store = Noted()
    apply_schema(store, folder)
    for path in folder.glob("*.cypher"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert apply_schema(store, folder).changed == ()


def test_a_file_that_failed_half_way_is_not_recorded(folder):
    store = Noted(fails_at="CREATE c")
    with pytest.raises(RuntimeError):
        apply_schema(store, folder)
    assert list(store.files) == ["001_a.cypher"]


def test_a_file_may_be_for_one_store_only(folder):
    assert [file.name for file in schema_files("embedded", folder)] == ["001_a.cypher", "002_b.cypher"]


def test_the_projects_own_files_constrain_every_label():
    statements = [statement for file in schema_files("neo4j") for statement in file.statements]
    for label in Label:
        wanted = f"CREATE CONSTRAINT {label.value.lower()}_key IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE"
        assert wanted in statements
    assert all("IF NOT EXISTS" in statement for statement in statements if statement.startswith("CREATE"))


def test_an_edited_file_stops_a_load_of_the_embedded_store(tmp_path, monkeypatch):
    made = graph([Fact("一", Thing(Label.POST, "书记"), "OF", Thing(Label.BODY, "省委"), 1)])
    store = EmbeddedStore(tmp_path / "graph.kgl")
    store.load(made)
    edited = tmp_path / "schema"
    edited.mkdir()
    (edited / "001_keys.cypher").write_text("CREATE other;", encoding="utf-8")
    monkeypatch.setattr("kg.store.schema.cypher_folder", lambda _: edited)
    with pytest.raises(SchemaChanged):
        store.load(made)
    assert store.schema_state().changed == ("001_keys.cypher",)
