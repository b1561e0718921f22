"""A store of the seed pages and the small articles of `tests/data/ask`, read by the program itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import networkx as nx
import pytest

from kg.ask import Answer, Names, ask
from kg.pipeline import build_graph
from kg.store.embedded import EmbeddedStore
from tests.gold_graph import ROOT
from tests.small_graph import Fact, graph

DATA = ROOT / "tests" / "data" / "ask"
TODAY = date(2023, 11, 1)
Ask = Callable[..., Answer]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question and what its answer must say; `query` and `today` where they matter."""

    question: str
    found: bool
    says: tuple[str, ...]
    query: str = ""
    today: date = TODAY


def questions(name: str) -> list[Expected]:
    """The questions of `tests/data/ask/<name>.jsonl`."""
    lines = (DATA / f"{name}.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Expected) for line in lines]


@pytest.fixture(scope="session")
def asked_graph() -> nx.MultiDiGraph[str]:
    built = build_graph([ROOT / "seeds", DATA / "articles.jsonl"])
    assert not built.problems
    return built.graph


@pytest.fixture(scope="session")
def asked_store(tmp_path_factory: pytest.TempPathFactory, asked_graph: nx.MultiDiGraph[str]) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("asked") / "graph.kgl")
    store.load(asked_graph)
    return store


@pytest.fixture(scope="session")
def names(asked_store: EmbeddedStore) -> Names:
    return Names.of(asked_store)


@pytest.fixture(scope="session")
def put(asked_store: EmbeddedStore, names: Names) -> Ask:
    """`put("谁主持了第119次会议？")`: the answer on 1 November 2023."""
    return lambda question, today=TODAY: ask(asked_store, question, today=today, names=names)


@pytest.fixture
def put_small(tmp_path: Path) -> Callable[..., Ask]:
    """`put_small("Person:林武 CHAIRED Meeting:会")("谁主持了会？")`: a store told fact by fact."""

    def load(*facts: Fact) -> Ask:
        store = EmbeddedStore(tmp_path / "small.kgl")
        store.load(graph(*facts))

        def answer(question: str, **given: Any) -> Answer:
            return ask(store, question, **{"today": TODAY, **given})

        return answer

    return load
