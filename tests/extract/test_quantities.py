"""Quantities in print: what they are worth, what bounds them, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quantities import comparator, find_quantities


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("新增产能3亿吨", "3亿吨", 3e8, "吨"),
        ("投资300多亿元", "300多亿元", 3e10, "元"),
        ("减负2万亿元", "2万亿元", 2e12, "元"),
        ("解决60万农村人口饮水问题", "60万", 6e5, ""),
        ("占到三分之一", "三分之一", 1 / 3, ""),
        ("税率由七档减为五档。", "五档", 5, "档"),
        ("占比达到三成；", "三成", 0.3, ""),
        ("5个工作日内办结", "5个工作日", 5, "个工作日"),
    ],
)
def test_value_and_unit(text: str, printed: str, value: float, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.printed, quantity.value, quantity.unit) == (printed, pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["到2030年", "10月3日召开", "第12次会议", "3万2000英尺", "第97项", "一人一策"])
def test_dates_and_ordinals_are_none(text: str) -> None:
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "before", "sign"),
    [
        ("60%以上", "达到", ">="),
        ("60%", "不超过", "<="),
        ("60%以内", "", "<="),
        ("60%左右", "", "~"),
        ("60%", "达到", "="),
    ],
)
def test_bounds(text: str, before: str, sign: str) -> None:
    (quantity,) = find_quantities(text)
    assert comparator(quantity, text, before) == sign


@given(st.text(alphabet="0123456789.多万亿元个%年月日第分之三成以上，。由到", max_size=40))
def test_quantities_lie_in_order_inside_the_text(text: str) -> None:
    found = list(find_quantities(text))
    assert all(text[q.start : q.end] == q.printed and q.end <= q.outer_end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
