from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask.text import fold, is_english, read


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("谁主持了第一百一十九次会议？", "谁主持了第119次会议?"),
        ("二〇二二年四月四日", "2022年4月4日"),
        ("省委第七十八次专题会", "省委第78次专题会"),
        ("上一年的市长", "上一年的市长"),
        ("第 119 次 会议", "第119次会议"),
        ("Who Chaired", "who chaired"),
        ("“双减”与《规划》", "双减与规划"),
        ("三百多次", "三百多次"),
    ],
)
def test_a_question_is_folded(asked: str, text: str) -> None:
    assert read(asked).text == text


def test_what_was_quoted_is_remembered() -> None:
    question = read("“双减”是《教育规划》提出的吗")
    assert [question.text[start:end] for start, end in question.quoted] == ["双减", "教育规划"]


@settings(deadline=None)  # the first call reads tables
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)  # the first call reads tables
@given(st.text(max_size=80))
def test_quoted_places_lie_in_the_text(text: str) -> None:
    question = read(text)
    assert all(0 <= start <= end <= len(question.text) for start, end in question.quoted)


@pytest.mark.parametrize(
    ("asked", "english"),
    [
        ("who chaired the 108th meeting?", True),
        ("where was “落地核酸+点对点转运+精准赋码” first proposed?", True),
        ("谁主持了第119次会议？", False),
        ("韦韬参加了哪些 meeting", False),
    ],
)
def test_the_language_of_a_question(asked: str, english: bool) -> None:
    assert is_english(asked) is english
