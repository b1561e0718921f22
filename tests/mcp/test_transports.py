"""The command itself, spoken with by the SDK's client: over standard input and output, and over HTTP."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from kg.store.address import ServerAddress
from kg.store.neo4j import Neo4jStore
from tests.gold_graph import gold_graph
from tests.mcp.conftest import talk_with
from tests.servers import TestServer

COMMAND = [sys.executable, "-m", "kg", "mcp"]
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "0"},
    },
}
TYPES = {"content-type": "application/json", "accept": "application/json, text/event-stream"}


async def conversation(client: Client) -> tuple[int, Any]:
    """How many tools there are, and the chair of the 119th meeting."""
    tools = (await client.list_tools()).tools
    told = await client.call_tool("chaired", {"ordinal": 119})
    return len(tools), told.structured_content["rows"][0]["chair"]


def test_standard_input_and_output(seeds_file: Path) -> None:
    command = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], "--to", str(seeds_file)])
    tools, chair = talk_with(stdio_client(command), conversation)
    assert tools > 20 and chair == "张韬"


def test_nothing_but_the_protocol_is_on_standard_output(seeds_file: Path) -> None:
    command = [*COMMAND, "--to", str(seeds_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout
        answers = []
        for asked in (INITIALIZE, {"jsonrpc": "2.0", "id": 2, "method": "ping"}):
            print(json.dumps(asked), file=server.stdin, flush=True)
            answers.append(json.loads(server.stdout.readline()))
        server.stdin.close()  # which ends it
        assert server.stdout.read() == ""
    assert [(answer["id"], answer["jsonrpc"]) for answer in answers] == [(1, "2.0"), (2, "2.0")]
    assert answers[0]["result"]["serverInfo"]["name"] == "kg" and server.returncode == 0


def test_a_store_that_does_not_answer_is_told_before_anybody_is_served() -> None:
    told = subprocess.run(
        [*COMMAND, "--to", "bolt://127.0.0.1:1"], input="", capture_output=True, text=True, timeout=120, check=False
    )
    assert (told.returncode, told.stdout) == (3, "")
    assert "does not answer" in told.stderr


@contextmanager
def over_http(to: str, **environment: str) -> Iterator[str]:
    """The address of a server of the store."""
    command = [*COMMAND, "--to", to, "--http", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
        assert process.stderr
        try:
            found = re.search(r"http://\S+/mcp", process.stderr.readline())
            assert found
            yield found[0]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address(seeds_file: Path) -> Iterator[str]:
    with over_http(str(seeds_file)) as address:
        yield address


def test_http(address: str) -> None:
    tools, chair = talk_with(address, conversation)
    assert tools > 20 and chair == "张韬"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:1234"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"origin": "http://localhost:3000"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_a_page_of_another_site_gets_nothing(address: str, headers: dict[str, str], status: int) -> None:
    told = httpx.post(address, json=INITIALIZE, headers=TYPES | headers)
    assert told.status_code == status


def test_neo4j_gives_the_same(neo4j_database: TestServer) -> None:
    server = neo4j_database
    with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
        store.load(gold_graph())
    login = {"NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password, "NEO4J_DATABASE": server.database}
    with over_http(server.uri, **login) as address:
        tools, chair = talk_with(address, conversation)
    assert tools > 20 and chair == "张韬"
