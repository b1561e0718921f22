"""A store of the seed pages, read by the program itself, and a client of the SDK to its tools."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client import Client

from kg.mcp import server
from kg.pipeline import build_graph
from kg.store.embedded import EmbeddedStore
from kg.store.kept import KeptStore
from tests.gold_graph import ROOT

Talk = Callable[[Client], Coroutine[Any, Any, Any]]


@pytest.fixture(scope="session")
def seeds_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "graph.kgl"
    EmbeddedStore(path).load(build_graph([ROOT / "seeds"]).graph)
    return path


@pytest.fixture(scope="session")
def serving(seeds_file: Path) -> Any:
    """The server in this process."""
    return server(KeptStore(EmbeddedStore(seeds_file)))


@pytest.fixture
def talk(serving: Any) -> Callable[[Talk], Any]:
    """Runs a conversation with the server in this process, as the SDK's client has it."""
    return lambda conversation: talk_with(serving, conversation)


def talk_with(partner: Any, conversation: Talk) -> Any:
    """Runs a conversation with whatever the client can connect to."""

    async def main() -> Any:
        async with Client(partner) as client:
            return await conversation(client)

    return anyio.run(main)
