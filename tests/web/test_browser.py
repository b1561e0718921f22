"""The site in a headless Chromium: searched by Pinyin, walked from person to meeting to measure, by mouse, finger and
keyboard, on a wide screen and on a phone.

Each run leaves pictures in `build/screenshots`; `KG_KEEP_SCREENSHOTS=1` also puts the meeting's into `docs/images`.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from kg.language import Language
from kg.store.embedded import EmbeddedStore
from kg.web.app import site
from kg.web.listening import open_port, url
from tests.browser.page import FLAGS, chromium
from tests.gold_graph import ROOT
from tests.web.conftest import CITY_119, COMPOSITE, at

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

pytestmark = pytest.mark.skipif(bool(os.environ.get("KG_TEST_SKIP_BROWSER")), reason="KG_TEST_SKIP_BROWSER is set")


@pytest.fixture(scope="module")
def home(seeds_file: Path, seed_texts: dict[str, str]) -> Iterator[str]:
    """The address of the site, served as `kg serve` does."""
    listening = open_port("127.0.0.1", 0)
    app = site(EmbeddedStore(seeds_file), seed_texts, Language.ZH)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield url(listening, "")
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["wide", "phone"])
def page(request: pytest.FixtureRequest, chromium_browser: Browser, home: str) -> Iterator[Page]:
    """The first page; a complaint of the browser (a script that the policy stops, a missing file) fails the test."""
    phone = request.param == "phone"
    context = chromium_browser.new_context(base_url=home, viewport=PHONE if phone else WIDE, has_touch=phone)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def listen(told: ConsoleMessage) -> None:
        if told.type == "error" and told.location["url"] != page.url:  # that a page itself is not there is no complaint
            complaints.append(told.text)

    page.on("console", listen)
    page.goto("/")
    yield page
    context.close()
    assert complaints == []


def keep(page: Page, name: str) -> None:
    """A picture of what is seen; nothing may stick out of the screen."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    size = page.viewport_size
    taken = ROOT / "build" / "screenshots" / f"kg-serve-{name}-{size['width'] if size else 0}.png"
    taken.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=taken)
    if os.environ.get("KG_KEEP_SCREENSHOTS") and name == "evidence" and size == WIDE:
        shutil.copy(taken, ROOT / "docs" / "images" / "kg-serve.png")


def test_from_pinyin_to_person_to_meeting_to_measure(page: Page) -> None:
    page.get_by_role("combobox").fill("wt")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("韦韬")
    keep(page, "search")
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("韦韬")
    keep(page, "person")
    page.locator("#meetings").get_by_role("link", name="第119次会议").first.click()
    expect(page).to_have_url(at(CITY_119))
    expect(page.locator("#people .rows > li").first).to_contain_text("张韬")
    keep(page, "meeting")
    page.locator("#words").get_by_role("link", name="落地核酸+点对点转运+精准赋码").first.click()
    expect(page).to_have_url(at(COMPOSITE))
    expect(page.locator("#trace .turns").first.locator("li")).to_have_count(2)
    expect(page.locator("#trace ins").first).to_be_visible()
    expect(page.frame_locator("iframe").locator("canvas").first).to_be_visible()
    keep(page, "measure")


def test_evidence_is_opened_beside_its_fact_and_read_in_its_source(page: Page) -> None:
    page.goto(at(CITY_119))
    chair = page.locator("#people .rows > li").first
    expect(chair.locator("blockquote mark")).to_be_hidden()
    chair.locator("summary").click()
    expect(chair.locator("blockquote mark")).to_contain_text("张韬主持")
    keep(page, "evidence")
    chair.locator("blockquote a").click()
    marked = page.locator("mark#at")
    expect(marked).to_contain_text("张韬主持")
    expect(marked).to_be_in_viewport()
    keep(page, "source")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("weitao")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("韦韬")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    summary = page.locator("#posts summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#posts blockquote").first).to_be_visible()


def test_a_question_is_answered_and_leads_on(page: Page) -> None:
    page.get_by_label("用中文或英文提问").fill("谁主持了第119次会议？")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence")).to_contain_text("由张韬主持")
    keep(page, "ask")
    page.locator("table").get_by_role("link", name="张韬").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("张韬")


def test_the_picture_leads_to_the_pages_of_what_it_shows(page: Page) -> None:
    page.goto("/picture?key=person/韦韬")
    page.get_by_placeholder("查找").fill("第119次")
    page.get_by_role("option").first.click()
    page.get_by_role("link", name="打开此页").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第119次会议")


def test_the_other_language_and_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(at("person/韦韬"))
    page.get_by_role("link", name="English").click()
    expect(page.locator("#posts h2")).to_contain_text("Posts over time")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 22, 20)"
    keep(page, "dark")


def test_a_wrong_address_leads_back(page: Page) -> None:
    answer = page.goto("/person/" + "没有此人")
    assert answer and answer.status == 404
    page.get_by_role("link", name="首页", exact=True).click()
    expect(page.locator(".hero")).to_be_visible()
