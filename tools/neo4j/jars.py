"""The jars of a Neo4j server, and how a JVM is started on them.

Kept under `.neo4j/` of the project: `VERSION/lib/*.jar`, fetched once by Maven, and one class-data archive for each
Java, which takes a start from half a minute to a few seconds.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POM = Path(__file__).parent / "pom.xml"
ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".neo4j"
DEFAULT_VERSION = "5.26.30"
ENTRY_POINTS = ("org.neo4j.server.Neo4jCommunity", "org.neo4j.server.CommunityEntryPoint")  # from 2026 on; 5.26
ADMIN = "org.neo4j.cli.AdminTool"

# What conf/neo4j.conf of the distribution gives the JVM and the server cannot do without
_FLAGS = (
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # soon up, little memory; slower in the long run
_VECTORS_FROM = 21  # the first Java whose incubator vector module the server uses


class MissingTool(RuntimeError):
    """A program that is needed is not there; the message says what to install."""


def version() -> str:
    """The Neo4j version asked for by KG_NEO4J_VERSION."""
    return os.environ.get("KG_NEO4J_VERSION") or DEFAULT_VERSION


def java() -> str:
    """The Java to run: of JAVA_HOME, else on the path."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin" if home else None)
    if not found:
        raise MissingTool("No Java: install a JDK (Debian: openjdk-17-jdk-headless); Neo4j 2026.x wants 21 or later.")
    return found


def java_version(program: str) -> int:
    """Its major version."""
    told = subprocess.run([program, "-version"], capture_output=True, text=True, check=True).stderr
    match = re.search(r'version "(\d+)', told)
    if not match:
        raise MissingTool(f"{program} does not tell its version; set JAVA_HOME to a JDK 17 or later.")
    return int(match[1])


def fetch() -> list[Path]:
    """The server's jars, sorted; fetched first where they are not there yet."""
    library = CACHE / version() / "lib"
    with _alone(CACHE / f"{version()}.lock"):
        if not library.is_dir():
            _download(library)
    return sorted(library.glob("*.jar"))


def command(main: str, heap: str, *flags: str) -> list[str]:
    """The start of a command line that runs a main class on the jars. The order of the jars is part of an archive."""
    program = java()
    vectors = ["--add-modules=jdk.incubator.vector"] if java_version(program) >= _VECTORS_FROM else []
    path = os.pathsep.join(map(str, fetch()))
    return [program, *_FLAGS, *vectors, *flags, f"-Xms{heap}", f"-Xmx{heap}", "-cp", path, main]


def entry_point() -> str:
    """The server's main class, which 5.26 and later releases call differently."""
    server = next(jar for jar in fetch() if re.fullmatch(r"neo4j-\d[\d.]*\.jar", jar.name))
    with zipfile.ZipFile(server) as jar:
        return next(name for name in ENTRY_POINTS if f"{name.replace('.', '/')}.class" in jar.namelist())


def archive() -> Path:
    """The class-data archive for this server on this Java."""
    return CACHE / version() / f"classes-{java_version(java())}.jsa"


def _download(library: Path) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise MissingTool("No Maven: install it (Debian: maven) to fetch the Neo4j server once, or start Docker.")
    library.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=library.parent) as folder:
        target = Path(folder, "lib")
        goal = [f"-Dneo4j.version={version()}", "dependency:copy-dependencies", f"-DoutputDirectory={target}"]
        subprocess.run([maven, "-q", "-B", "-f", str(POM), *goal], check=True)
        target.rename(library)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time: test workers start together."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
