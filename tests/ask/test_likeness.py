from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask.likeness import is_omission, is_slip, likeness, sounds_like

HAN = st.text(st.sampled_from("疫情防控工作领导小组会议精准赋码落地核酸双减三四五"), min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("asked", "name"), [("韦涛", "韦韬"), ("张新为", "张新伟"), ("孙小梅", "孙晓梅"), ("主特", "主持")]
)
def test_a_wrong_character_that_sounds_or_looks_right_is_a_slip(asked: str, name: str) -> None:
    assert is_slip(asked, name)


@pytest.mark.parametrize(
    ("asked", "name"), [("张三", "张韬"), ("张新民", "张新伟"), ("李武", "林武武"), ("韦韬", "韦韬")]
)
def test_another_name_is_no_slip(asked: str, name: str) -> None:
    assert not is_slip(asked, name)


def test_characters_of_one_sound() -> None:
    assert sounds_like("回忆", "会议") and not sounds_like("支持", "主持") and not sounds_like("会", "会议")


@pytest.mark.parametrize(
    ("asked", "name", "meant"),
    [
        ("落地核酸+精准赋码", "落地核酸+点对点转运+精准赋码", True),
        ("太原市疫情防控领导小组", "太原市疫情防控工作领导小组", True),
        ("北京市疫情防控领导小组", "太原市疫情防控工作领导小组", False),
        ("领太原", "太原市疫情防控工作领导小组", False),
        ("太原市疫情防控工作领导小组办公室", "太原市疫情防控工作领导小组", False),
    ],
)
def test_what_is_left_out_is_forgiven_what_is_added_is_not(asked: str, name: str, meant: bool) -> None:
    assert is_omission(asked, name) is meant


@pytest.mark.parametrize(
    ("asked", "name"), [("四不二直", "四不两直"), ("点对点转移", "点对点转运"), ("精准赋码管理", "精准赋码")]
)
def test_a_wording_is_remembered_nearly(asked: str, name: str) -> None:
    assert likeness(asked, name) > 0


@pytest.mark.parametrize(
    ("asked", "name"), [("五不两直", "四不两直"), ("双增", "双减"), ("零容忍", "动态清零"), ("三区", "三圈")]
)
def test_other_numbers_and_short_words_are_other_measures(asked: str, name: str) -> None:
    assert likeness(asked, name) == 0


@settings(deadline=None)  # the first call reads tables
@given(HAN, HAN)
def test_likeness_is_a_share_and_whole_only_for_the_same(asked: str, name: str) -> None:
    score = likeness(asked, name)
    assert 0 <= score <= 1
    assert (score == 1) == (asked == name)


@settings(deadline=None)  # the first call reads tables
@given(HAN, st.data())
def test_a_beginning_or_end_left_out_is_an_omission(name: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(name)))
    assert is_omission(name[:cut], name) and is_omission(name[-cut:], name)
