"""One server for a whole run, whichever worker asks first, and one test at a time in its database.

The run's folder is made by the process that started the run and known to its workers by an environment variable; the
same process stops the server.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import neo4j

from tests.servers.address import TestServer, given
from tests.servers.launch import launch

RUN_FOLDER = "KG_TEST_RUN_FOLDER"
STOP_SECONDS = 60
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


class SharedServer:
    """The run's server. `folder` is shared by all workers of the run."""

    def __init__(self, folder: Path, *, quick: bool = True) -> None:
        self._folder = folder
        self._quick = quick
        self._note = folder / "server.json"
        self._child: subprocess.Popen[bytes] | None = None

    @classmethod
    def of_this_run(cls) -> SharedServer:
        """The one the workers share; the first process of the run makes its folder."""
        folder = os.environ.setdefault(RUN_FOLDER, "") or tempfile.mkdtemp(prefix="kg-test-")
        os.environ[RUN_FOLDER] = folder
        return cls(Path(folder))

    def address(self, environment: dict[str, str]) -> TestServer:
        """Where it is; started, or found to be fit for tests, by the first that asks."""
        with self._alone("start"):
            if not self._note.exists():
                self._note.write_bytes(msgspec.json.encode(self._begin(environment)))
            return msgspec.json.decode(self._note.read_bytes(), type=TestServer)

    def _begin(self, environment: dict[str, str]) -> TestServer:
        if found := given(environment):
            require_empty(found)
            return found
        server, self._child = launch(self._folder / "home", quick=self._quick)
        return server

    @contextmanager
    def emptied(self, server: TestServer) -> Iterator[TestServer]:
        """Its database, empty, and nobody else's meanwhile."""
        with self._alone("database"):
            empty(server)
            yield server
            empty(server)

    def stop(self) -> None:
        """Stop what was started, remove what was written."""
        if self._note.exists():
            server = msgspec.json.decode(self._note.read_bytes(), type=TestServer)
            if server.stop:
                subprocess.run(server.stop, check=False, capture_output=True)
                self._await_end(server.pid)
        shutil.rmtree(self._folder, ignore_errors=True)
        os.environ.pop(RUN_FOLDER, None)

    def _await_end(self, pid: int) -> None:
        """A server that writes its class-data archive takes a while to end; its home must not go before."""
        if self._child:
            try:
                self._child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:  # a busy machine: the archive is made by another run
                self._child.kill()
                self._child.wait()
        limit = time.monotonic() + STOP_SECONDS
        while pid and _alive(pid) and time.monotonic() < limit:
            time.sleep(0.1)

    @contextmanager
    def _alone(self, what: str) -> Iterator[None]:
        with (self._folder / f"{what}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def empty(server: TestServer) -> None:
    """Remove all nodes and relationships; constraints and indexes stay, the schema's files say IF NOT EXISTS."""
    with _driver(server) as driver, driver.session(database=server.database) as session:
        session.run(EMPTY).consume()


def require_empty(server: TestServer) -> None:
    """A given server's database is emptied by every test, so it must hold nothing that anybody wants."""
    with _driver(server) as driver:
        count = driver.execute_query("MATCH (n) RETURN count(n) AS n", database_=server.database).records[0]["n"]
    if count:
        raise RuntimeError(
            f"{server.uri}, database {server.database}, holds {count} nodes, and the tests would delete them. "
            "Set KG_TEST_NEO4J_URI and KG_TEST_NEO4J_DATABASE to an empty one, or neither, to start one of our own."
        )


def _driver(server: TestServer) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password))


def _alive(pid: int) -> bool:
    """Whether a process that may be another one's child runs still; one that waits to be reaped does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # no /proc on this system, or gone in between
        return not Path("/proc/self").exists()
