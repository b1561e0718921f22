"""Stores that hold the seed pages' graph, or any small one, for asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline import build_graph
from kg.queries import Asked, run
from kg.store.embedded import EmbeddedStore
from tests.gold_graph import ROOT, gold_graph
from tests.small_graph import Fact, graph

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def gold_store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The seed pages' gold facts in an embedded store."""
    store = EmbeddedStore(tmp_path_factory.mktemp("gold") / "graph.kgl")
    store.load(gold_graph())
    return store


@pytest.fixture(scope="session")
def extracted_store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The seed pages as the program itself reads them."""
    store = EmbeddedStore(tmp_path_factory.mktemp("extracted") / "graph.kgl")
    store.load(build_graph([ROOT / "seeds"]).graph)
    return store


@pytest.fixture(params=["gold", "extracted"])
def ask_both(request: pytest.FixtureRequest, gold_store: EmbeddedStore, extracted_store: EmbeddedStore) -> Ask:
    """Asks the gold facts, and then what the program extracted."""
    return asker(gold_store if request.param == "gold" else extracted_store)


@pytest.fixture
def ask_seeds(gold_store: EmbeddedStore) -> Ask:
    """`ask_seeds("chaired", meeting="第119次会议")`."""
    return asker(gold_store)


@pytest.fixture
def ask_small(tmp_path: Path) -> Callable[..., Ask]:
    """`ask_small("Person:林武 CHAIRED Meeting:会")("chaired", person="林武")`."""

    def load(*facts: Fact) -> Ask:
        store = EmbeddedStore(tmp_path / "small.kgl")
        store.load(graph(*facts))
        return asker(store)

    return load


def asker(store: Asked) -> Ask:
    """Runs canned queries on the store, parameters by name."""

    def ask(query: str, /, **given: Any) -> list[dict[str, Any]]:
        return run(store, query, given)

    return ask
