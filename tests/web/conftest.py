"""The site of a store that holds the seed pages, with their texts, as a test asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kg.language import Language
from kg.pipeline import build_graph
from kg.source.reader import read
from kg.source.record import Source
from kg.store.embedded import EmbeddedStore
from kg.web.app import site
from tests.gold_graph import ROOT
from tests.small_graph import Fact, graph

HOME = "http://127.0.0.1:8421"
CITY_108 = "meeting/太原市疫情防控工作领导小组会第108次"
CITY_119 = "meeting/太原市疫情防控工作领导小组会第119次"
COMPOSITE = "measure/落地核酸点对点转运精准赋码"


@pytest.fixture(scope="session")
def seeds_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "graph.kgl"
    EmbeddedStore(path).load(build_graph([ROOT / "seeds"]).graph)
    return path


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    return {item.id: item.text for item in read([ROOT / "seeds"]) if isinstance(item, Source)}


@pytest.fixture(scope="session")
def client(seeds_file: Path, seed_texts: dict[str, str]) -> Iterator[TestClient]:
    with TestClient(
        site(EmbeddedStore(seeds_file), seed_texts, Language.ZH), base_url=HOME, follow_redirects=False
    ) as client:
        yield client


@pytest.fixture
def client_of(tmp_path: Path) -> Callable[..., TestClient]:
    """A client of the site of a small graph."""

    def load(*facts: Fact) -> TestClient:
        store = EmbeddedStore(tmp_path / "small.kgl")
        store.load(graph(*facts))
        return TestClient(site(store, {}, Language.EN), base_url=HOME, follow_redirects=False)

    return load


def at(key: str) -> str:
    """The address of a node's page, written here anew: it must stay what it is."""
    label, _, rest = key.partition("/")
    return f"/{label}/{quote(rest, safe='')}"
