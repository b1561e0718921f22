"""What is held out to be reached, and what is told."""

from __future__ import annotations

import pytest

from kg.extract.prospects import is_aim, is_intended, is_told


@pytest.mark.parametrize(
    "text",
    ["力争全年新增5万户", "到2030年，新增5万户", "我市计划到年底新增5万户", "确保新增5万户"],
)
def test_aims(text: str) -> None:
    assert is_aim(text, text.index("5"), "2024")


@pytest.mark.parametrize("text", ["新增5万户", "到2020年，新增5万户", "疑似目标位置5万处", "计划投资5万元"])
def test_no_aims(text: str) -> None:
    assert not is_aim(text, text.index("5"), "2024")


def test_what_a_foreign_country_will_do_is_no_intention_here() -> None:
    assert is_intended("我市将新建5所学校", 5)
    assert not is_intended("埃及将新建5所学校", 5)


@pytest.mark.parametrize(
    "text", ["目前全市已建成5所学校", "四年来累计投入资金，建成5所学校", "预计全年产量达到5万吨", "去年新建5所学校"]
)
def test_told(text: str) -> None:
    at = text.index("5")
    assert is_told(text, at, at + 2)


def test_an_aim_behind_what_was_done_is_an_aim() -> None:
    text = "目前进展顺利，力争年底前建成5所学校"
    at = text.index("5")
    assert not is_told(text, at, at + 2)
