"""Pages of `kg show` as a reader meets them: in a real Chromium, without any network."""

from __future__ import annotations

import networkx as nx
import pytest
from playwright.sync_api import expect

from kg.model import Label
from kg.show import (
    around,
    node_styles,
    page,
    picture,
    texts_for,
    timeline,
    trace_of,
    trace_timeline,
    whole,
)
from kg.store.embedded import EmbeddedStore
from kg.trace import trace_measure
from tests.show.conftest import Open
from tests.show.large import large_graph
from tests.small_graph import graph

COMPOSITE = "落地核酸+点对点转运+精准赋码"
WEI, CITY_108 = "person/韦韬", "meeting/太原市疫情防控工作领导小组第108次会议@2022-04-04"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="module")
def trace_page(read_seeds: EmbeddedStore) -> str:
    drawn = picture(trace_of(read_seeds, COMPOSITE).graph)
    moments = trace_timeline(drawn, trace_measure(read_seeds, COMPOSITE))
    return page(drawn, texts_for(drawn, ["seeds"]), moments, "zh", title=COMPOSITE)


@pytest.fixture(scope="module")
def person_page(seeds: EmbeddedStore) -> str:
    drawn = picture(around(seeds, [WEI]).graph)
    return page(drawn, texts_for(drawn, ["seeds"]), timeline(drawn), "en", title="韦韬")


def test_a_click_on_a_node_shows_the_proving_words_marked_in_their_source(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page)
    opened.click(WEI)
    assert opened.heading.inner_text() == "韦韬"
    assert "韦韬" in opened.mark.inner_text()
    around_mark = opened.page.locator("#source .text").inner_text()
    assert len(around_mark) > 1000  # the whole page of the paper, not the quote alone
    opened.page.locator("#details .proof", has_text="主持召开市疫情防控").first.click()
    assert "韦韬主持召开" in opened.mark.inner_text()
    visible = opened.mark.bounding_box()
    assert visible and 0 < visible["y"] < 900
    opened.keep("kg-show-person")


def test_a_click_on_an_edge_shows_its_words_marked(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page)
    opened.click(WEI, "CHAIRED", CITY_108)
    assert "CHAIRED" in opened.page.locator("#details .type").inner_text()
    assert [end.strip() for end in opened.page.locator("#details .ends button").all_inner_texts()] == [
        "韦韬",
        "太原市疫情防控工作领导小组第108次会议",
    ]
    assert "主持" in opened.mark.inner_text()
    opened.click_nothing()
    expect(opened.heading).to_have_text("韦韬")  # the page's title again: nothing is chosen


def test_the_keyboard_alone_leads_to_the_proof_and_back(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page)
    keyboard, focused = opened.page.keyboard, opened.page.locator(":focus")
    keyboard.press("Tab")
    assert focused.get_attribute("id") == "search"
    keyboard.type("第119")
    keyboard.press("ArrowDown")
    assert opened.page.locator("#results [aria-selected=true]").count() == 1
    assert focused.get_attribute("aria-activedescendant") == "result-0"
    keyboard.press("Enter")
    assert "第119次会议" in opened.heading.inner_text()
    for _ in range(60):
        keyboard.press("Tab")
        if "proof" in (focused.get_attribute("class") or ""):
            break
    assert focused.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    keyboard.press("Enter")
    assert focused.get_attribute("aria-pressed") == "true"
    assert opened.mark.inner_text() in focused.locator(".quote").inner_text()
    keyboard.press("Escape")
    assert opened.heading.inner_text() == "韦韬" and not opened.mark.count()
    assert focused.get_attribute("id") == "picture"
    before = opened.place(WEI)
    keyboard.press("ArrowRight")
    keyboard.press("+")
    opened.page.wait_for_timeout(300)
    assert opened.place(WEI) != before
    keyboard.press("/")
    assert focused.get_attribute("id") == "search"


def test_everything_that_can_be_pressed_has_a_name(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page)
    opened.search("韦韬")
    nameless = opened.page.evaluate(
        """() => [...document.querySelectorAll('button, input, [tabindex="0"], [role=listbox], [role=group]')]
            .filter(one => one.offsetParent && !(one.getAttribute('aria-label') || one.textContent.trim()))
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert not nameless


def test_the_legend_hides_and_shows_a_label(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page)
    articles = opened.page.locator("#legend button", has_text="Article")
    count = int(articles.inner_text().split()[-1])
    assert count == person_page.count('"label":"Article"')
    articles.click()
    assert articles.get_attribute("aria-pressed") == "false"
    opened.page.locator("#search").fill("韦韬与山西航空")
    assert opened.page.locator("#results [role=option]").count() == 0
    articles.click()
    opened.page.locator("#search").fill("韦韬与山西航空")
    assert opened.page.locator("#results [role=option]").count() == 1


def test_a_trace_tells_in_time_what_changed(open_page: Open, trace_page: str) -> None:
    opened = open_page(trace_page)
    dates = opened.page.locator("#moments time").all_inner_texts()
    assert dates == sorted(dates) and len(dates) > 3
    assert "从严执行" in opened.page.locator("#moments ins").all_inner_texts()
    assert "全面落实" in opened.page.locator("#moments del").all_inner_texts()
    opened.page.locator("#moments button", has=opened.page.locator("ins", has_text="从严执行")).click()
    assert "从严执行" in opened.page.locator("#details dl").inner_text()
    assert COMPOSITE in opened.mark.inner_text()
    opened.keep("kg-show", document=True)


def test_a_phone_shows_all_in_one_column(open_page: Open, trace_page: str) -> None:
    opened = open_page(trace_page, **PHONE)
    width = opened.page.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["viewport"]["width"]
    assert int(opened.page.locator("#search").evaluate("one => parseInt(getComputedStyle(one).fontSize)")) >= 16
    picture_box, panel = (opened.page.locator(one).bounding_box() for one in ("#picture", "#panel"))
    assert picture_box and panel and panel["y"] > picture_box["y"] + picture_box["height"] - 1
    opened.page.locator("#moments button").nth(3).tap()
    opened.page.locator("#details .proof").first.tap()
    mark = opened.mark.bounding_box()
    assert mark and mark["width"] > 50
    opened.page.evaluate("scrollTo(0, 0)")
    opened.keep("kg-show-phone", document=True)


def test_what_is_dark_stays_readable(open_page: Open, person_page: str) -> None:
    opened = open_page(person_page, color_scheme="dark")
    opened.search("韦韬")
    paper, ink = opened.page.locator("body").evaluate(
        "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    )
    assert _lightness(paper) < 60 and _lightness(ink) > 200
    opened.keep("kg-show-dark")


def _lightness(colour: str) -> float:
    return sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(","))) / 3


PIXEL = """(canvas, [x, y]) => {
    const box = canvas.getBoundingClientRect(), ratio = canvas.width / box.width;
    return [...canvas.getContext('2d').getImageData((x - box.left) * ratio, (y - box.top) * ratio, 1, 1).data];
}"""


@pytest.mark.parametrize(("key", "label"), [(WEI, Label.PERSON), (CITY_108, Label.MEETING)])
def test_circles_have_the_colours_of_the_browser_style(
    open_page: Open, person_page: str, key: str, label: Label
) -> None:
    opened = open_page(person_page)
    x, y = opened.place(key)
    column = [
        opened.page.locator("#picture canvas").evaluate(PIXEL, [x, y + below])
        for below in range(0, 24, 2)  # the caption covers some
    ]
    wanted = [*bytes.fromhex(node_styles()[label].color[1:]), 255]
    assert wanted in column


def test_the_same_graph_is_laid_out_the_same(open_page: Open, person_page: str) -> None:
    first, second = open_page(person_page), open_page(person_page)
    assert first.place(WEI) == second.place(WEI)
    assert first.place(CITY_108) == second.place(CITY_108)


EVIL = '</script><script>window.owned = 1</script><img src=x onerror="window.owned = 2">&amp;\'"`${1}'


def test_script_in_names_and_quotes_is_shown_as_text_and_never_runs(open_page: Open) -> None:
    person = f"person/{EVIL}"
    made = nx.relabel_nodes(graph("Person:林武 CHAIRED Meeting:第1次会议"), {"person/林武": person})
    made.nodes[person]["name"] = EVIL
    made.edges[person, "meeting/第1次会议", "CHAIRED"]["quotes"] = [EVIL]
    drawn = picture(made)
    opened = open_page(page(drawn, None, timeline(drawn), title=EVIL, link="/node/{key}"))
    opened.search("owned")
    assert opened.heading.inner_text() == EVIL
    assert opened.mark.inner_text() == EVIL
    opened.page.mouse.move(*opened.place(person))  # what lies under the pointer has a tooltip in many a library
    opened.page.wait_for_timeout(1200)
    assert opened.page.evaluate("typeof window.owned") == "undefined"
    assert opened.page.locator("script").count() == len(opened.page.locator("html").evaluate(
        "page => [...page.querySelectorAll('head script, body > script')]"))  # fmt: skip
    assert opened.page.locator("main img").count() == 0
    assert opened.page.title() == EVIL


def test_five_thousand_nodes_are_drawn_and_found(open_page: Open) -> None:
    drawn = picture(large_graph(5000))
    assert len(drawn.nodes) == 5000
    opened = open_page(page(drawn, None, timeline(drawn), "zh", title="5000"))
    painted = opened.page.locator("#picture canvas").evaluate(
        """canvas => {
            const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let count = 0;
            for (let at = 3; at < data.length; at += 4) count += data[at] > 0;
            return count / (data.length / 4);
        }"""
    )
    assert painted > 0.1
    opened.search("第77次会议")
    assert "第77次会议" in opened.heading.inner_text()
    assert opened.mark.inner_text()
    opened.keep("kg-show-5000")


def test_the_whole_of_both_seed_pages(open_page: Open, seeds: EmbeddedStore) -> None:
    drawn = picture(whole(seeds).graph)
    opened = open_page(page(drawn, texts_for(drawn, ["seeds"]), timeline(drawn), "zh", title="两个版面"))
    opened.page.locator("#language").click()
    assert opened.page.locator("html").get_attribute("lang") == "en"
    assert f"{len(drawn.nodes)} nodes" in opened.page.locator("#counts").inner_text()
    opened.keep("kg-show-whole")
