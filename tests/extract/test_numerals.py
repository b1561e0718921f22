"""Ordinals of sittings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numerals import ordinal_of, to_int, without_ordinal

CASES = [
    ("省委第七十八次疫情防控专题会", 78, "省委疫情防控专题会"),
    ("市防汛领导小组第108次会议", 108, "市防汛领导小组会议"),
    ("政协第十三届全国委员会第三十八次主席会议", 38, "政协第十三届全国委员会主席会议"),
    ("中哈合作委员会首次会议", 1, "中哈合作委员会会议"),
    ("国务院常务会议", None, "国务院常务会议"),
]


@pytest.mark.parametrize(("name", "number", "series"), CASES)
def test_ordinals(name: str, number: int | None, series: str) -> None:
    assert ordinal_of(name) == number
    assert without_ordinal(name) == series


@pytest.mark.parametrize("word", ["会", "十亿零点", "", "百里挑一"])
def test_no_numeral(word: str) -> None:
    assert to_int(word) is None


@given(st.integers(1, 9999))
def test_arabic_and_chinese_name_one_sitting(number: int) -> None:
    import cn2an

    assert ordinal_of(f"第{number}次会议") == ordinal_of(f"第{cn2an.an2cn(str(number))}次会议") == number
