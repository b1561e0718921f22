"""Starting a server: what is asked of Docker, and what is said where neither Docker nor Java is there."""

import stat

import pytest

from kg.store.address import ServerAddress
from kg.store.neo4j import Neo4jStore
from tests.graphs import bulk
from tests.servers import launch
from tests.servers.address import given
from tests.servers.shared import require_empty
from tools.neo4j import jars

FAKE_DOCKER = '#!/bin/sh\n[ "$1" = info ] && exit {answer}\nprintf "%s\\n" "$@" >> {log}\necho container-1\n'


@pytest.fixture
def docker(tmp_path, monkeypatch):
    """A `docker` that notes its arguments; `docker(0)` has a daemon, `docker(1)` has none."""

    def install(answer):
        program, log = tmp_path / "bin" / "docker", tmp_path / "arguments"
        program.parent.mkdir()
        program.write_text(FAKE_DOCKER.format(answer=answer, log=log))
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
        return log

    return install


def test_docker_is_used_where_its_daemon_answers(docker, tmp_path, monkeypatch):
    log = docker(0)
    monkeypatch.setattr(launch, "wait_for", lambda _: None)
    server, child = launch.launch(tmp_path / "home")
    asked = log.read_text().splitlines()
    assert child is None
    assert asked[0] == "run"
    assert asked[-1] == f"neo4j:{jars.DEFAULT_VERSION}"
    assert {"--detach", "--rm", f"--env=NEO4J_AUTH=neo4j/{server.password}"} <= set(asked)
    assert all("=127.0.0.1:" in argument for argument in asked if argument.startswith("--publish"))
    assert server.stop == ["docker", "rm", "--force", "container-1"]


def test_the_import_tool_runs_in_docker_too(docker, tmp_path):
    log = docker(0)
    launch.admin(tmp_path / "home", "database", "import", "full", "neo4j", "@import.args")
    asked = log.read_text().splitlines()
    assert asked[-5:] == ["database", "import", "full", "neo4j", "@import.args"]
    assert f"--volume={tmp_path / 'home' / 'import'}:/import" in asked


def test_a_docker_without_daemon_is_none(docker):
    docker(1)
    assert not launch.docker_answers()


def test_without_java_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(jars.MissingTool, match="openjdk-17"):
        jars.java()


def test_without_maven_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(jars, "CACHE", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(jars.MissingTool, match=r"maven.*Docker"):
        jars.fetch()


def test_a_server_may_be_given():
    named = {"KG_TEST_NEO4J_URI": "bolt://there", "KG_TEST_NEO4J_DATABASE": "tests", "NEO4J_URI": "bolt://users-own"}
    assert given(named).env["NEO4J_DATABASE"] == "tests"
    assert given(named).uri == "bolt://there"
    assert given({}) is None


def test_a_given_database_that_holds_something_is_not_touched(neo4j_database):
    server = neo4j_database
    require_empty(server)
    with Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database)) as store:
        store.load(bulk(1))
    with pytest.raises(RuntimeError, match="would delete them"):
        require_empty(server)
