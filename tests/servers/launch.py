"""Starting a throw-away server: in Docker where its daemon answers, else from jars on this machine's Java."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import time
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.servers.address import TestServer
from tools.neo4j import jars, server

ANSWER_SECONDS = 180
Launched = tuple[TestServer, subprocess.Popen[bytes] | None]  # the process, where it is a child of this one
IMAGE = f"neo4j:{jars.DEFAULT_VERSION}"


def launch(home: Path, *, quick: bool = True) -> Launched:
    """A server with its data in `home`; MissingTool says what to install where none can be had."""
    return (in_docker(home), None) if docker_answers() else from_jars(home, quick=quick)


def admin(home: Path, *arguments: str) -> str:
    """`neo4j-admin` on that home, by the same means; it runs in the home's import folder."""
    if docker_answers():
        command = docker_run("--rm", "--workdir=/import", *mounts(home), IMAGE, "neo4j-admin", *arguments)
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if not (home / "conf").exists():
        server.prepare(home, bolt=7687, http=7474)
    return server.admin(home, *arguments, folder=home / "import")


def docker_answers() -> bool:
    """Whether a Docker daemon does."""
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True, check=False).returncode == 0


def from_jars(home: Path, *, quick: bool) -> Launched:
    """A Java process. Killed at the end, unless it is to write the class-data archive then."""
    archived = jars.archive().exists()
    password = secrets.token_urlsafe(12)
    running = server.start(home, password, quick=quick)
    told = TestServer(
        uri=f"bolt://127.0.0.1:{running.bolt}",
        http=f"http://127.0.0.1:{running.http}",
        password=password,
        pid=running.process.pid,
        stop=["kill", "-KILL" if archived else "-TERM", str(running.process.pid)],
    )
    return told, running.process


def in_docker(home: Path) -> TestServer:
    """A container that is removed when it stops."""
    bolt, http, password = server.free_port(), server.free_port(), secrets.token_urlsafe(12)
    ports = [f"--publish=127.0.0.1:{bolt}:7687", f"--publish=127.0.0.1:{http}:7474"]
    advertised = f"--env=NEO4J_server_bolt_advertised__address=127.0.0.1:{bolt}"
    command = docker_run("--detach", "--rm", *ports, advertised, f"--env=NEO4J_AUTH=neo4j/{password}", *mounts(home))
    container = subprocess.run([*command, IMAGE], check=True, capture_output=True, text=True).stdout.strip()
    running = TestServer(
        uri=f"bolt://127.0.0.1:{bolt}",
        http=f"http://127.0.0.1:{http}",
        password=password,
        stop=["docker", "rm", "--force", container],
    )
    wait_for(running)
    return running


def docker_run(*arguments: str) -> list[str]:
    """`docker run` as the user who runs the tests, so that the home can be removed afterwards."""
    home = Path.home().stat()
    return ["docker", "run", f"--user={home.st_uid}:{home.st_gid}", *arguments]


def mounts(home: Path) -> list[str]:
    """Its data and its import folder."""
    for name in ("data", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    return [f"--volume={home / 'data'}:/data", f"--volume={home / 'import'}:/import"]


def wait_for(running: TestServer) -> None:
    """Until the server answers a query."""
    limit = time.monotonic() + ANSWER_SECONDS
    while True:
        try:
            with neo4j.GraphDatabase.driver(running.uri, auth=(running.user, running.password)) as driver:
                driver.execute_query("RETURN 1", database_=running.database)
            return
        except (DriverError, Neo4jError):
            if time.monotonic() > limit:
                raise
            time.sleep(0.5)
