"""A store that holds what is known to be right of the seed pages, and pages of it opened in a real Chromium.

The pages are files and every request beyond them is refused and written down. Pictures of the pages are left in
`build/screenshots`; `KG_KEEP_SCREENSHOTS=1` also puts those the documentation shows into `docs/images`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route, sync_playwright

from kg.pipeline import build_graph
from kg.store.embedded import EmbeddedStore
from tests.browser.page import FLAGS, SECONDS, chromium
from tests.gold_graph import ROOT, gold_graph

PATIENCE = 120 * SECONDS  # the machine may be busy; a page that hangs fails all the same
DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("show") / "graph.kgl")
    store.load(gold_graph())
    return store


@pytest.fixture(scope="session")
def read_seeds(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The seed pages as the extractors read them, which is what the documentation shows."""
    store = EmbeddedStore(tmp_path_factory.mktemp("read") / "graph.kgl")
    store.load(build_graph(["seeds"]).graph)
    return store


@dataclass
class Opened:
    """A page in the browser; `asked` is what it wanted of any network, `complaints` its errors."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def place(self, *thing: str) -> tuple[float, float]:
        """Where a node (key) or an edge (start, type, end) is on the screen."""
        x, y = self.page.locator("#picture").evaluate("(stage, thing) => stage.placeOf(...thing)", list(thing))
        return float(x), float(y)

    def click(self, *thing: str) -> None:
        """Click where a node or an edge is drawn."""
        self._click_at(*self.place(*thing), "attached")

    def click_nothing(self) -> None:
        """Click into the lower right corner of the picture, where nothing is drawn."""
        box = self.page.locator("#picture").bounding_box()
        assert box
        self._click_at(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5, "detached")

    def _click_at(self, x: float, y: float, clickable: Literal["attached", "detached"]) -> None:
        # The canvas learns some frames late what lies under the pointer, and then says so by its class.
        self.page.mouse.move(x - 3, y - 3)
        self.page.mouse.move(x, y, steps=3)
        self.page.locator("#picture canvas.clickable").wait_for(state=clickable)
        self.page.mouse.click(x, y)

    def search(self, text: str) -> None:
        """Choose the first thing found for the text."""
        self.page.locator("#search").fill(text)
        self.page.keyboard.press("Enter")

    @property
    def heading(self) -> Locator:
        return self.page.locator("#details h2")

    @property
    def mark(self) -> Locator:
        return self.page.locator("#source mark")

    def keep(self, name: str, *, document: bool = False) -> None:
        """Take a picture of the page."""
        self.page.wait_for_timeout(0.6 * SECONDS)  # the end of a movement
        taken = ROOT / "build" / "screenshots" / f"{name}.png"
        taken.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=taken)
        if document and os.environ.get("KG_KEEP_SCREENSHOTS"):
            shutil.copy(taken, ROOT / "docs" / "images" / taken.name)


Open = Callable[..., Opened]


@pytest.fixture(scope="module")  # Playwright runs once at a time: whoever comes later has one of their own
def browser() -> Iterator[Browser]:
    if os.environ.get("KG_TEST_SKIP_BROWSER"):
        pytest.skip("KG_TEST_SKIP_BROWSER is set")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's HTML: `open_page(html, viewport=…, color_scheme=…)`; it must not have complained at the end."""
    contexts = []

    def open_it(html: str, **settings: Any) -> Opened:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(**{"viewport": DESK, "offline": True, "reduced_motion": "reduce"} | settings)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.set_default_timeout(PATIENCE)
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("console", lambda message: _note(opened, message))
        context.route("**/*", lambda route: _refuse(opened, route, file.as_uri()))
        opened.page.goto(file.as_uri())
        opened.page.locator("html[data-laid-out=true]").wait_for(state="attached")
        opened_pages.append(opened)
        return opened

    opened_pages: list[Opened] = []
    yield open_it
    for context in contexts:
        context.close()
    for opened in opened_pages:
        assert not opened.asked
        assert not opened.complaints


def _note(opened: Opened, message: ConsoleMessage) -> None:
    if message.type == "error":
        opened.complaints.append(message.text)


def _refuse(opened: Opened, route: Route, own: str) -> None:
    if route.request.url == own:
        route.continue_()
    else:
        opened.asked.append(route.request.url)
        route.abort()
