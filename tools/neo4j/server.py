"""A real Neo4j Community server without Docker, for tests, benchmarks and a quick look.

    python -m tools.neo4j fetch                      the jars, once (needs Maven)
    python -m tools.neo4j run [HOME] [--bolt 7687]   a server in the foreground until Ctrl-C
    python -m tools.neo4j admin HOME ARGS…           neo4j-admin, e.g. admin HOME database import full neo4j …

KG_NEO4J_VERSION and JAVA_HOME choose another release and Java.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tools.neo4j import jars

STARTED = "Started."
START_SECONDS = 180
STOP_SECONDS = 60
_FOLDERS = ("conf", "data", "logs", "plugins", "import", "run", "licenses")
_CONF = """\
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
# nothing may call out
dbms.usage_report.enabled=false
client.allow_telemetry=false
"""


class ServerFailed(RuntimeError):
    """The server did not come up; the message ends with its log."""


@dataclass
class Server:
    """A running server in `home`."""

    home: Path
    bolt: int
    http: int
    process: subprocess.Popen[bytes]

    def stop(self, *, clean: bool = True) -> None:
        """End the server. A throw-away home needs no clean stop, which takes some ten seconds."""
        self.process.send_signal(signal.SIGTERM if clean else signal.SIGKILL)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(
    home: Path, password: str, *, bolt: int = 0, http: int = 0, heap: str = "768m", quick: bool = False
) -> Server:
    """Start a server in `home` (made where it is missing, with that password) and wait until it answers.

    `quick` is for tests: a faster start for a slower server.
    """
    bolt, http = bolt or free_port(), http or free_port()
    prepare(home, bolt, http)
    if not (home / "data" / "dbms").exists():
        admin(home, "dbms", "set-initial-password", password)
    arguments = [f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"]
    log = home / "logs" / "console.log"
    with log.open("wb") as output:
        flags = [*sharing(), *(jars.QUICK if quick else ())]
        line = [*jars.command(jars.entry_point(), heap, *flags), *arguments]
        process = subprocess.Popen(line, env=_environment(home), stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    server = Server(home, bolt, http, process)
    _wait(server, log)
    return server


def admin(home: Path, *arguments: str, folder: Path | None = None) -> str:
    """Run `neo4j-admin` on a home whose server is down, in `folder`; what it prints. ServerFailed where it fails."""
    line = [*jars.command(jars.ADMIN, "1g", *jars.QUICK), *arguments]
    done = subprocess.run(line, env=_environment(home), cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerFailed(f"neo4j-admin {' '.join(arguments)}:\n{done.stdout}{done.stderr}")
    return done.stdout


def prepare(home: Path, bolt: int, http: int) -> None:
    """The folders and the configuration of a server."""
    for name in _FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_CONF.format(bolt=bolt, http=http), encoding="utf-8")


def sharing() -> list[str]:
    """The flags that use the class-data archive, or, the first time, write one when the server stops cleanly."""
    archive = jars.archive()
    if archive.exists():
        return [f"-XX:SharedArchiveFile={archive}", "-Xshare:auto", "-Xlog:cds=off", "-Xlog:class+path=off"]
    return [f"-XX:ArchiveClassesAtExit={archive}", "-Xlog:cds=off"]


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment(home: Path) -> dict[str, str]:
    """The environment without the NEO4J_* of the user, which the server would take for settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return kept | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def _wait(server: Server, log: Path) -> None:
    """Until the last line of the start, which comes after Bolt and HTTP both listen."""
    limit = time.monotonic() + START_SECONDS
    while not any(line.rstrip().endswith(STARTED) for line in log.read_text(errors="replace").splitlines()):
        if server.process.poll() is not None or time.monotonic() > limit:
            server.process.kill()
            raise ServerFailed(f"Neo4j did not start in {server.home}:\n{log.read_text(errors='replace')[-3000:]}")
        time.sleep(0.1)
