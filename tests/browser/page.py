"""Neo4j Browser in a headless Chromium, as far as the tests use it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, sync_playwright

from tests.servers import TestServer

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1600, "height": 1000}
DRAWN_NODES = """nodes => nodes.map(node => ({
    label: node.__data__.labels[0], name: node.__data__.propertyMap.name,
    caption: [...node.querySelectorAll('text.caption')].map(line => line.textContent.trim()).filter(Boolean),
    color: node.querySelector('circle.b-outline').getAttribute('fill'),
    radius: Number(node.querySelector('circle.b-outline').getAttribute('r')),
    x: node.__data__.x, y: node.__data__.y,
}))"""
DRAWN_RELATIONSHIPS = """arrows => arrows.map(arrow => ({
    type: arrow.__data__.type, start: arrow.__data__.source.propertyMap.name,
    end: arrow.__data__.target.propertyMap.name, caption: arrow.__data__.caption,
    color: arrow.querySelector('path.b-outline').getAttribute('fill'),
}))"""
DROP = """([name, text]) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name, {type: 'text/plain'}));
    for (const event of ['dragenter', 'dragover', 'drop'])
        document.querySelector('.monaco-editor').dispatchEvent(
            new DragEvent(event, {bubbles: true, cancelable: true, dataTransfer: files}));
}"""
SECONDS = 1000.0


def chromium() -> str:
    """The installed Chromium; RuntimeError says how to get one."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise RuntimeError(
            "These tests drive Neo4j Browser in Chromium: `apt-get install chromium fonts-noto-cjk`, or point CHROMIUM "
            "to one. KG_TEST_SKIP_BROWSER=1 leaves them out."
        )
    return found


class BrowserPage:
    """The page. What it asks of other machines (fonts, telemetry) is blocked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.context.route("**/*", self._only_this_machine)

    def _only_this_machine(self, route: Route) -> None:
        host = urlsplit(route.request.url).hostname or ""
        if host in ("127.0.0.1", "localhost"):
            route.continue_()
        else:
            route.abort()

    def log_in(self, server: TestServer) -> None:
        """Open Browser and connect."""
        self.page.goto(f"{server.http}/browser/")
        self.page.get_by_test_id("username").fill(server.user)
        self.page.get_by_test_id("password").fill(server.password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_text(":play start").wait_for()  # what Browser runs once it is connected

    def run(self, text: str) -> None:
        """Put the text into the editor and run it."""
        self.page.locator(".monaco-editor").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)
        self.page.get_by_test_id("editor-Run").click()

    def fill_window(self) -> None:
        """Give the newest frame the whole window, and its picture all of the frame."""
        self.page.locator("article").get_by_title("Fullscreen").first.click()
        self.page.get_by_label("zoom-to-fit").click()

    def leave_window(self) -> None:
        """Give the newest frame its place again."""
        self.page.locator("article").get_by_title("Close fullscreen").first.click()

    def clear(self) -> None:
        """Close all frames."""
        self.run(":clear")
        self.page.locator("article").first.wait_for(state="detached")

    def drop(self, file: Path) -> None:
        """Drop the file on the editor, as a user drags it there."""
        self.page.evaluate(DROP, [file.name, file.read_text(encoding="utf-8")])

    def stored_style(self) -> str:
        """The style as Browser keeps it, empty while there is none."""
        return str(self.page.evaluate("localStorage.getItem('neo4j.grass') || ''"))

    def await_style(self, *, styled: bool) -> None:
        """Until the stored style is that of this project, or no longer is."""
        for _ in range(100):  # by hand: the page's content policy forbids Playwright's own way of waiting
            if ("node.Measure" in self.stored_style()) == styled:
                return
            self.page.wait_for_timeout(0.1 * SECONDS)
        raise AssertionError(f"Browser's style: {self.stored_style() or 'none'}")

    def nodes(self) -> list[dict[str, Any]]:
        """The drawn nodes: label, name, caption lines, color, radius, place; once the picture has come to rest."""
        self.page.locator("g.node").first.wait_for(timeout=30 * SECONDS)
        self._until_at_rest()
        return list(self.page.locator("g.node").evaluate_all(DRAWN_NODES))

    def relationships(self) -> list[dict[str, Any]]:
        """The drawn relationships: type, names of its ends, caption, color."""
        return list(self.page.locator("g.relationship").evaluate_all(DRAWN_RELATIONSHIPS))

    def _until_at_rest(self) -> None:
        before: list[dict[str, Any]] = []
        for _ in range(60):
            now = self.page.locator("g.node").evaluate_all(DRAWN_NODES)
            if now == before:
                return
            before = now
            self.page.wait_for_timeout(0.5 * SECONDS)
        raise AssertionError("the drawn nodes do not come to rest")


@contextmanager
def open_browser(profile: Path) -> Iterator[BrowserPage]:
    """A fresh Chromium without anything of the user's."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium(), headless=True, args=FLAGS, viewport=WIDE, device_scale_factor=1.5
        )
        try:
            yield BrowserPage(context.pages[0])
        finally:
            context.close()
