from __future__ import annotations

import json
import re

import pytest

from kg.model import Label, Rel
from kg.show import Edge, Moment, Node, Picture, Texts, page, picture, timeline
from kg.show.page import in_script, words
from tests.small_graph import graph

EVIL = "</script><script>alert(1)</script><!-- & ]]>\u2028'\"`$title ${title}"
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def evil_picture() -> Picture:
    node = Node(f"person/{EVIL}", Label.PERSON, EVIL, EVIL, {"aliases": [EVIL]})
    meeting = Node("meeting/会", Label.MEETING, "会", "会", {})
    return Picture((meeting, node), (Edge(node.key, Rel.CHAIRED, meeting.key, (f"{EVIL}#char=0,1",), (EVIL,), {}),))


def test_untrusted_text_cannot_leave_its_block() -> None:
    html = page(evil_picture(), Texts({EVIL: EVIL}), [Moment(EVIL, EVIL, EVIL, EVIL)], title=EVIL, link=EVIL)
    assert "alert(1)</script>" not in html and "<script>alert" not in html
    (data,) = DATA.findall(html)
    read = json.loads(data)
    assert read["nodes"][1]["name"] == read["edges"][0]["quotes"][0] == read["texts"][EVIL] == read["title"] == EVIL
    assert len(re.findall(r"<script", html)) == 1 + len(re.findall(r"'sha256-", html))


def test_json_in_a_script_holds_no_markup() -> None:
    text = in_script({"x": EVIL})
    assert not set("<>&") & set(text) and json.loads(text) == {"x": EVIL}


def test_nothing_of_any_network_is_asked_for() -> None:
    html = page(evil_picture())
    assert "default-src 'none'" in html
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", DATA.sub("", html))
    assert "unsafe-inline" not in (re.findall(r"script-src [^;]*", html) or [""])[0]


def test_the_same_picture_is_the_same_page() -> None:
    drawn = [picture(graph("Person:林武 CHAIRED Meeting:甲会", "Person:张韬 ATTENDED Meeting:甲会")) for _ in range(2)]
    other = picture(graph("Person:张韬 ATTENDED Meeting:甲会", "Person:林武 CHAIRED Meeting:甲会"))
    assert page(drawn[0], timeline=timeline(drawn[0])) == page(drawn[1], timeline=timeline(drawn[1]))
    assert [node.key for node in drawn[0].nodes] == [node.key for node in other.nodes]


def test_the_page_says_its_language_and_fits_a_phone() -> None:
    html = page(evil_picture(), lang="zh")
    assert '<html lang="zh-CN">' in html and 'name="viewport" content="width=device-width' in html


def test_both_languages_have_the_same_words() -> None:
    chinese, english = words()["zh"], words()["en"]
    assert chinese.keys() == english.keys()
    for part in ("labels", "properties"):
        assert chinese[part].keys() == english[part].keys()
    assert set(chinese["labels"]) == set(Label)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_property_of_the_model_has_a_word(lang: str) -> None:
    from kg.model import NODES, RELS

    kinds = [*NODES.values(), *RELS.values()]
    assert {name for kind in kinds for name in kind.properties} <= words()[lang]["properties"].keys()
