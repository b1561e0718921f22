"""What `cypher/browser/` holds: a style for every label and type, scripts that draw, a guide whose queries answer."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from urllib.request import urlopen

import neo4j
import pytest

from kg.model import NODES, Label, Rel
from kg.resources import cypher_folder
from kg.show.style import rules
from tests.servers import TestServer
from tools.serve_browser import server

FOLDER = cypher_folder("browser")
STYLE = rules((FOLDER / "style.grass").read_text(encoding="utf-8"))
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "scripts").glob("*.cypher"))}
GUIDE = (FOLDER / "guide.html").read_text(encoding="utf-8")
STEPS = [
    html.unescape(step) for step in re.findall(r'<pre mode="cypher" class="runnable">(.*?)</pre>', GUIDE, re.DOTALL)
]
QUERIES = [step for step in STEPS if not step.startswith(":")]


@pytest.mark.parametrize("label", Label)
def test_every_label_has_colour_size_and_caption(label: Label) -> None:
    rule = STYLE[f"node.{label}"]
    assert {"color", "border-color", "diameter", "font-size", "text-color-internal", "caption"} <= rule.keys()
    shown = set(re.findall(r"\{(\w+)\}", rule["caption"]))
    assert shown and shown <= {"name", *NODES[label].properties}


@pytest.mark.parametrize("rel", Rel)
def test_every_type_has_colour_size_and_a_chinese_caption(rel: Rel) -> None:
    rule = STYLE[f"relationship.{rel}"]
    assert {"color", "shaft-width", "font-size"} <= rule.keys()
    assert re.fullmatch(r"[一-鿿]{1,3}", rule["caption"])


def test_labels_are_told_apart_by_colour_and_read_on_it() -> None:
    colours = {label: STYLE[f"node.{label}"] for label in Label}
    assert len({rule["color"] for rule in colours.values()}) == len(Label)
    faint = {
        str(label): round(contrast(rule["color"], rule["text-color-internal"]), 1) for label, rule in colours.items()
    }
    assert not {label: value for label, value in faint.items() if value < 3}  # WCAG's least for large text


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21, by WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_has_a_title_and_draws(name: str, loaded_server: TestServer, driver: neo4j.Driver) -> None:
    assert re.match(r"// 图：.+ · Graph: .+\n", SCRIPTS[name])
    picture = driver.execute_query(
        SCRIPTS[name], database_=loaded_server.database, result_transformer_=neo4j.Result.graph
    )
    assert len(picture.nodes) > 1 and picture.relationships


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_enters_by_an_index_and_raises_no_notification(
    name: str, loaded_server: TestServer, driver: neo4j.Driver
) -> None:
    summary = driver.execute_query(f"EXPLAIN {SCRIPTS[name]}", database_=loaded_server.database).summary
    assert "LabelScan" not in str(summary.plan) and "TypeScan" not in str(summary.plan)
    assert "Index" in str(summary.plan)
    assert not [status for status in summary.gql_status_objects if status.is_notification]


@pytest.mark.parametrize("query", QUERIES)
def test_a_step_of_the_guide_answers(query: str, loaded_server: TestServer, driver: neo4j.Driver) -> None:
    records, summary, _ = driver.execute_query(query, database_=loaded_server.database)
    assert records
    assert not [status for status in summary.gql_status_objects if status.is_notification]


def test_the_guide_ends_with_the_trace_script() -> None:
    assert QUERIES[-1].strip() == SCRIPTS["1_trace.cypher"].partition("\n")[2].strip()
    assert len(QUERIES) == 8


@pytest.fixture
def files() -> Iterator[str]:
    """Where `tools.serve_browser` serves the folder."""
    with server(0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://localhost:{serving.server_port}"
        serving.shutdown()


@pytest.mark.parametrize("path", ["style.grass", "guide.html", "scripts/1_trace.cypher"])
def test_the_folder_is_served_to_any_page_as_utf8(files: str, path: str) -> None:
    with urlopen(f"{files}/{path}") as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Content-Type"].endswith("charset=utf-8")
        assert answer.read() == (FOLDER / path).read_bytes()
