"""The real Neo4j Browser, driven in Chromium: it takes the style, draws the trace, keeps a script, shows the guide.

Each run leaves the picture in `build/screenshots`; `KG_KEEP_SCREENSHOTS=1` also puts it into `docs/images`, from where
the documentation shows it.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from kg.resources import cypher_folder
from kg.show.style import rules
from tests.browser.page import BrowserPage, open_browser
from tests.servers import TestServer
from tools.serve_browser import server

ROOT = Path(__file__).parents[2]
FOLDER = cypher_folder("browser")
STYLE = rules((FOLDER / "style.grass").read_text(encoding="utf-8"))
TRACE = FOLDER / "scripts" / "1_trace.cypher"
CITY_108 = "太原市疫情防控工作领导小组第108次会议"
CITY_119 = "太原市疫情防控工作总结推进会暨太原市疫情防控工作领导小组第119次会议"
COMPOSITE = "落地核酸+点对点转运+精准赋码"

pytestmark = pytest.mark.skipif(bool(os.environ.get("KG_TEST_SKIP_BROWSER")), reason="KG_TEST_SKIP_BROWSER is set")


@pytest.fixture(scope="module")
def browser(loaded_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserPage]:
    """Logged in, with the style dropped on the editor, nothing run yet."""
    if not loaded_server.http:
        raise RuntimeError(
            "The given Neo4j needs its Browser for these tests: set KG_TEST_NEO4J_HTTP=http://host:7474."
        )
    with open_browser(tmp_path_factory.mktemp("chromium")) as browser:
        browser.log_in(loaded_server)
        browser.drop(FOLDER / "style.grass")
        browser.await_style(styled=True)
        yield browser


def keep(browser: BrowserPage, name: str) -> None:
    """Take a picture of the page."""
    taken = ROOT / "build" / "screenshots" / f"{name}.png"
    taken.parent.mkdir(parents=True, exist_ok=True)
    browser.page.screenshot(path=taken)
    if os.environ.get("KG_KEEP_SCREENSHOTS"):
        shutil.copy(taken, ROOT / "docs" / "images" / taken.name)


def test_the_trace_is_drawn_in_the_style(browser: BrowserPage, loaded_server: TestServer, driver: neo4j.Driver) -> None:
    browser.clear()
    browser.run(TRACE.read_text(encoding="utf-8"))
    nodes = browser.nodes()
    browser.fill_window()
    browser.nodes()  # at rest again
    keep(browser, "browser-trace")
    browser.leave_window()
    found = driver.execute_query(
        TRACE.read_text(encoding="utf-8"), database_=loaded_server.database, result_transformer_=neo4j.Result.graph
    )
    assert Counter(node["label"] for node in nodes) == Counter(label for node in found.nodes for label in node.labels)
    assert {node["label"] for node in nodes} == {"Measure", "Meeting", "Person", "Directive"}
    names = {node["name"] for node in nodes}
    assert {COMPOSITE, "落地核酸", "点对点转运", "精准赋码", CITY_108, CITY_119, "林武", "韦韬", "张韬"} <= names
    for node in nodes:
        rule = STYLE[f"node.{node['label']}"]
        assert node["color"] == rule["color"]
        assert node["radius"] == float(rule["diameter"].removesuffix("px")) / 2


def test_captions_can_be_read(browser: BrowserPage) -> None:
    captions = {node["name"]: node["caption"] for node in browser.nodes()}
    assert captions["张韬"] == ["张韬"]
    assert captions[COMPOSITE] == [COMPOSITE]
    assert captions[CITY_119][0] == "2022-05-25 119" and captions[CITY_119][1].startswith("太原市疫情防控")


def test_the_drawn_relationships_tell_the_way_of_the_measure(browser: BrowserPage) -> None:
    drawn = {(arrow["start"], arrow["type"], arrow["end"]): arrow for arrow in browser.relationships()}
    conveyed = [(start, end) for start, rel, end in drawn if rel == "CONVEYED"]
    assert len(conveyed) == 1 and conveyed[0][0] == CITY_108
    assert ("林武", "CHAIRED", conveyed[0][1]) in drawn and ("张韬", "CHAIRED", CITY_119) in drawn
    parts = {end for start, rel, end in drawn if (start, rel) == (COMPOSITE, "HAS_PART")}
    assert parts == {"落地核酸", "点对点转运", "精准赋码"}
    for arrow in drawn.values():
        rule = STYLE[f"relationship.{arrow['type']}"]
        assert (arrow["caption"], arrow["color"]) == (rule["caption"], rule["color"])


def test_a_dropped_script_becomes_a_favorite_under_its_title(browser: BrowserPage) -> None:
    browser.clear()
    browser.drop(TRACE)
    browser.page.get_by_text("Save to favorites").click()
    browser.page.locator("button[name=Favorites]").click()
    browser.page.get_by_text("图：措施的来龙去脉 · Graph: the trace of a measure").first.wait_for()
    browser.page.locator("button[name=Favorites]").click()


def test_the_guide_opens_beside_the_editor_and_its_style_line_works(browser: BrowserPage) -> None:
    with server(0) as files:
        threading.Thread(target=files.serve_forever, daemon=True).start()
        address = f"http://localhost:{files.server_port}"
        browser.run(f":guide {address}/guide.html")
        browser.page.get_by_role("heading", name="从 MATCH 到一项措施的来龙去脉").first.wait_for()
        browser.page.get_by_text("Next", exact=True).click()
        browser.page.get_by_role("heading", name="1 · 图里有什么 · What is in the graph").wait_for()
        browser.run(":style reset")
        browser.await_style(styled=False)
        browser.run(f":style {address}/style.grass")
        browser.await_style(styled=True)
        files.shutdown()
