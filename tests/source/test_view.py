"""A view leads every character back to where it stands in the source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.view import View, normalise
from kg.statement import Span

TEXT = st.text(alphabet="会议要求李张，。,()“”《》 　\n12A", min_size=1, max_size=40)


@given(TEXT, st.data())
def test_every_character_is_its_sources(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    parts = [part for part in ((cut, len(text)), (0, cut)) if part[0] < part[1]]
    view = View(text, parts)
    places = [view.to_source(at) for at in range(len(view.text))]
    assert sorted(places) == list(range(len(text)))
    assert view.text == normalise("".join(text[place] for place in places))


@given(TEXT)
def test_normalising_keeps_length_and_is_done_once(text: str) -> None:
    assert len(normalise(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)


def test_a_span_goes_over_line_breaks_and_padding() -> None:
    text = "市长张 韬主持\n\n## 会议。"
    view = View(text, [(0, 3), (4, 7), (12, 15)])
    assert view.text == "市长张韬主持会议。"
    assert view.span(2, 4) == Span(2, 5)
    assert view.span(0, 9) == Span(0, 15)


def test_a_span_over_swapped_columns_is_the_stretch_that_names() -> None:
    text = "主持会议并作了很长的讲话。\n其他段落。\n市长张韬"
    view = View(text, [(20, 24), (0, 13)])
    assert view.text == "市长张韬主持会议并作了很长的讲话。"
    assert view.span(0, 17) == Span(0, 13)
    assert view.span(0, 17, naming=[Span(22, 24)]) == Span(20, 24)


def test_what_was_read_in_simplified_is_told_as_printed() -> None:
    printed, read = "習近平發表講話，頭髮", "习近平发表讲话，头发"
    view = View(printed, [(0, len(printed))], read)
    assert view.text == read
    assert view.in_print("习近平") == "習近平"
    assert view.in_print("头发") == "頭髮"
    assert view.in_print("习，讲话") == "習，講話"
    assert re.fullmatch("发表", View(read, [(0, len(read))]).in_print("发表"))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("省长丶市长3曰出席", "省长、市长3日出席"),
        ("他说∶〝要抓实〞", "他说：“要抓实”"),
        ("他說「要抓實」", "他說“要抓實”"),
        ("增长３．８％，比分3∶1", "增长3.8%，比分3∶1"),
        ("艾力.买买提和二○二四年", "艾力·买买提和二〇二四年"),
    ],
)
def test_signs_that_a_scan_confuses(printed: str, read: str) -> None:
    assert normalise(printed) == read
