"""docker-compose.yml as text, as not every machine has a Docker: what must never change by accident."""

import re
from pathlib import Path

import pytest

from tools.neo4j import jars

TEXT = (Path(__file__).parents[1] / "docker-compose.yml").read_text(encoding="utf-8")
POM = jars.POM.read_text(encoding="utf-8")


def test_it_pins_the_release_the_tests_run_on():
    images = re.findall(r"^    image: (\S+)", TEXT, re.MULTILINE)
    assert images[0] == f"neo4j:{jars.DEFAULT_VERSION}"
    assert all(re.search(r":\d+\.\d+", image) for image in images)
    assert f"<neo4j.version>{jars.DEFAULT_VERSION}<" in POM


def test_it_listens_on_this_machine_only():
    ports = re.findall(r'^      - "(.+:\d+)"$', TEXT, re.MULTILINE)
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_it_holds_no_password():
    assert "NEO4J_AUTH_FILE: /run/secrets/neo4j_auth" in TEXT
    assert not re.search(r"NEO4J_AUTH\s*[:=]\s*neo4j/", TEXT)


def test_health_is_asked_over_bolt():
    assert 'cypher-shell "RETURN 1"' in TEXT


@pytest.mark.parametrize(
    "mount", ["./cypher:/var/lib/neo4j/import/cypher:ro", "./cypher/browser:/usr/share/nginx/html:ro"]
)
def test_style_and_guide_are_within_reach(mount):
    assert f"- {mount}" in TEXT
