"""Nothing is invented: who or what is not in the store is refused by name, and what no fact can tell is refused."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ask import Names
from kg.model import Label
from tests.ask.conftest import Ask

GIVEN = st.text(st.sampled_from("璐琪曦淼翔毓卓峻"), min_size=1, max_size=2)
PEOPLE = st.builds(str.__add__, st.sampled_from("鲍柏卞岑柴阎翁邢龚庞涂甄"), GIVEN)
ABOUT = [
    "{}主持了哪些会议",
    "4月4日{}参加了哪些会议？",
    "{}参加第119次会议了吗",
    "{}担任什么职务",
    "{}是谁",
    "{}提出了什么要求",
]
EXAMPLES = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@given(person=PEOPLE, about=st.sampled_from(ABOUT))
@EXAMPLES
def test_a_person_who_is_not_there_is_refused_by_name(put: Ask, person: str, about: str) -> None:
    told = put(about.format(person))
    assert not told.found and person in told.answer and not told.rows


@given(
    number=st.integers(1, 500),
    about=st.sampled_from(["谁主持了第{}次会议", "第{}次会议是什么时候召开的", "who chaired meeting no. {}"]),
)
@EXAMPLES
def test_a_meeting_that_is_not_there_is_refused(put: Ask, names: Names, number: int, about: str) -> None:
    told = put(about.format(number))
    there = {meeting.ordinal for meeting in names.of_kind(Label.MEETING)}
    assert number in there or (not told.found and str(number) in told.answer)
    assert not told.found or f"{number}次" in told.answer or number in (78, 12)


@given(st.text(max_size=40))
@EXAMPLES
def test_no_text_breaks_it_and_what_is_found_is_proved(put: Ask, text: str) -> None:
    told = put(text)
    assert told.answer and (not told.found or told.evidence)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("谁没有参加第119次会议", "没有写到的不等于没有发生"),
        ("为什么张韬主持第119次会议", "不记原因"),
        ("除了韦韬还有谁参加了第119次会议", "除……以外"),
        ("谁主持的会议最多", "排名"),
        ("who did not attend the 119th meeting", "may have happened"),
        ("why did Zhang Tao chair the 119th meeting", "no reasons"),
        ("韦韬的妻子是谁", "“妻子”"),
        ("今天天气", "天气"),
        ("会议", "可以这样问"),
        ("5月25日的第108次会议谁主持", "没有符合"),
        ("太原市副市长是谁", "副市长"),
        ("省教育厅4月5日公布了什么", "用不上“4月5日”"),
        ("who chaired the Beijing meeting", "beijing"),
    ],
)
def test_a_refusal_says_why(put: Ask, asked: str, reason: str) -> None:
    told = put(asked)
    assert not told.found and reason in told.answer


@pytest.mark.parametrize("words", ["' OR 1=1 //", '"}) DETACH DELETE n', "$meeting", "\\", "`", "}} RETURN 1"])
def test_strange_words_are_only_words(put: Ask, words: str) -> None:
    assert not put(f"谁要求“{words}”").found
    assert not put(f"谁主持了{words}会议").found


def test_what_is_missing_is_told_with_what_there_is(put: Ask) -> None:
    told = put("谁主持了市防汛抗旱指挥部第4次会议？")
    assert not told.found and told.query == "chaired" and not told.rows
    assert "没有一处写明主持人" in told.answer and "有2篇报道" in told.answer and "孙晓梅" in told.answer
    assert any("孙晓梅" in proof.quote for proof in told.evidence)


def test_a_post_is_never_guessed_beyond_the_evidence(put: Ask) -> None:
    for asked in ("现在谁是太原市市长", "2021年谁是太原市市长", "who was mayor of Taiyuan in 2021?"):
        told = put(asked)
        assert not told.found and "张新伟" in told.answer and "2022-04-04" in told.answer
