"""Answers kept until the store changes."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kg.store.embedded import EmbeddedStore
from kg.store.kept import KeptStore
from tests.small_graph import graph

CHAIRS = "MATCH (p:Person)-[:CHAIRED]->(m:Meeting) RETURN p.name AS chair ORDER BY chair"


class Counting:
    """A store that is no file, and counts what it is asked."""

    name = "neo4j"

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def run(self, cypher: str, parameters: Any = None) -> list[dict[str, Any]]:
        self.asked.append((cypher, parameters))
        return [{"n": len(self.asked)}]


def test_the_same_question_is_asked_once() -> None:
    store = Counting()
    kept = KeptStore(store)  # type: ignore[arg-type]
    assert kept.run("a", {"x": 1, "y": [2]}) == kept.run("a", {"y": [2], "x": 1}) == [{"n": 1}]
    assert kept.run("a", {"x": 2}) != kept.run("b", {"x": 2}) and len(store.asked) == 3


def test_a_server_is_believed_for_a_while_only(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("kg.store.kept.time.monotonic", lambda: now)
    store = Counting()
    kept = KeptStore(store, believed=60)  # type: ignore[arg-type]
    kept.run("a")
    now += 61
    kept.run("a")
    assert len(store.asked) == 2


def test_only_so_much_is_kept_the_longest_unasked_goes() -> None:
    store = Counting()
    kept = KeptStore(store, most=2)  # type: ignore[arg-type]
    for question in ("a", "b", "a", "c", "a", "b"):
        kept.run(question)
    assert [cypher for cypher, _ in store.asked] == ["a", "b", "c", "b"]


def test_a_file_that_was_loaded_anew_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    kept = KeptStore(EmbeddedStore(path))
    assert kept.run(CHAIRS) == []
    EmbeddedStore(path).load(graph("Person:李二 CHAIRED Meeting:会"))
    assert kept.run(CHAIRS) == [{"chair": "李二"}]
    EmbeddedStore(path).load(graph("Person:王三 CHAIRED Meeting:会"))
    assert kept.run(CHAIRS) == [{"chair": "王三"}]


def test_many_threads_may_ask(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    EmbeddedStore(path).load(graph(*(f"Person:人{n} CHAIRED Meeting:会" for n in range(50))))
    kept, answers = KeptStore(EmbeddedStore(path)), []
    asked = "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name"
    threads = [
        Thread(target=lambda n=n: answers.append(kept.run(asked, {"name": f"人{n % 50}"}) == [{"name": f"人{n % 50}"}]))
        for n in range(100)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [True] * 100
