from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask.mending import mended
from kg.ask.vocabulary import concepts, read


def told(text: str) -> list[tuple[str, set[str]]]:
    return [(word.text, set(word.concepts) - {"filler"}) for word in read(text) if word.concepts != {"filler"}]


def test_words_are_told_from_what_is_in_none() -> None:
    assert told("王小明主持了哪次会议") == [
        ("王小明", set()),
        ("主持了", {"chair"}),
        ("哪次", {"what"}),
        ("会议", {"meeting"}),
    ]
    assert told("who presided over it") == [("who", {"who"}), ("presided over", {"chair"})]


def test_an_unknown_run_is_not_cut_by_a_word_inside_it() -> None:
    assert told("点对点转移最早在哪次会议提出")[0] == ("点对点转移", set())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("主特了", "主持了"), ("回忆", "会议"), ("who chaird the meting", "who chaired the meeting"), ("参佳", "参加")],
)
def test_a_mistyped_word_is_mended(wrong: str, right: str) -> None:
    assert mended(wrong, frozenset()) == right


@pytest.mark.parametrize("name", ["王小明", "天气", "妻子", "beijing", "岁数"])
def test_what_is_no_mistyped_word_is_left_alone(name: str) -> None:
    assert mended(name, frozenset()) == name


def test_a_capital_makes_a_name() -> None:
    assert mended("chaired", frozenset()) == "chaired"
    assert mended("chairen", frozenset({"chairen"})) == "chairen" != mended("chairen", frozenset())


@settings(deadline=None)  # the first call reads tables
@given(st.text(st.sampled_from("谁主持了第会议参加王明abc 119?，who"), max_size=30))
def test_words_stand_in_order_and_none_is_lost(text: str) -> None:
    words = read(text)
    assert "".join(word.text for word in words).replace(" ", "") == text.replace(" ", "")
    assert all(one.end <= other.start for one, other in pairwise(words))


def test_every_refusal_has_its_reason_in_both_languages() -> None:
    refusals = [concept.refuse for concept in concepts().values() if concept.refuse]
    assert refusals and all(reason.zh and reason.en for reason in refusals)
