"""The pages are the same from Neo4j as from the embedded store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from kg.store.address import ServerAddress
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from kg.web.app import site
from tests.gold_graph import gold_graph
from tests.servers import TestServer
from tests.web.conftest import HOME, at

KEYS = ["person/韦韬", "meeting/太原市疫情防控工作领导小组第108次会议@2022-04-04", "body/太原市委", "post/太原市委书记",
        "article/000_ab0f9fe375525ce3.txt#2"]  # fmt: skip
ADDRESSES = [*(f"{at(key)}.json" for key in KEYS), "/search.json?q=wt", "/ask.json?q=谁主持了第119次会议？",
             "/query/chaired.json"]  # fmt: skip


def test_pages_from_both_stores_are_the_same(neo4j_database: TestServer, tmp_path: Path) -> None:
    server, embedded = neo4j_database, EmbeddedStore(tmp_path / "graph.kgl")
    embedded.load(gold_graph())
    with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
        store.load(gold_graph())
        clients = [TestClient(site(one), base_url=HOME) for one in (store, embedded)]
        for address in ADDRESSES:
            ours, theirs = (answer(client, address) for client in clients)
            assert ours == theirs, address
        assert clients[0].get("/picture", params={"key": KEYS[0]}).status_code == 200


def answer(client: TestClient, address: str) -> Any:
    found = client.get(address)
    assert found.status_code == 200, address
    return found.json()
