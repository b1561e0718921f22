"""Titles before and after a name."""

import re

import pytest

from kg.extract.posts import titles_after, titles_before

BEFORE = [
    ("3日下午，省委书记、省防汛抗旱领导小组组长王明主持会议", ["省委书记", "省防汛抗旱领导小组组长"]),
    ("国务委员兼国务院秘书长王明", ["国务委员", "国务院秘书长"]),
    ("会议由市委副书记王明主持", ["市委副书记"]),
    ("中方欢迎以色列总理王明来访", ["以色列总理"]),
    ("工业和信息化部部长王明", ["工业和信息化部部长"]),
    ("应对气候变化领导小组组长王明", ["应对气候变化领导小组组长"]),
    ("会见了能源、工业和矿产大臣王明", ["能源、工业和矿产大臣"]),
    ("记者和省长王明", ["省长"]),
    ("会见沙特王储兼副首相、国防大臣王明", ["沙特王储", "副首相", "国防大臣"]),
    ("会上，新任大会发言人王明", ["大会发言人"]),
    ("远东（中国）投资有限公司董事长王明", ["远东（中国）投资有限公司董事长"]),
    ("王明", []),
]
AFTER = [
    ("任命王明为财政部部长；", ["财政部部长"]),
    ("免去王明的审计长职务。", ["审计长"]),
    ("王明同志任市委委员、常委、书记。", ["市委委员", "常委", "书记"]),
    (
        "王明同志曾任国家副主席，第六届全国政协副主席，全国工商联主席。",
        ["国家副主席", "第六届全国政协副主席", "全国工商联主席"],
    ),
    ("王明主席连任中央委员会总书记。", ["中央委员会总书记"]),
    ("王明为家乡做了很多事。", []),
]


@pytest.mark.parametrize(("text", "titles"), BEFORE)
def test_titles_before(text: str, titles: list[str]) -> None:
    assert [title.text for title in titles_before(text, text.index("王明"), 0)] == titles


@pytest.mark.parametrize(("text", "titles"), AFTER)
def test_titles_after(text: str, titles: list[str]) -> None:
    found = re.search("王明", text)
    assert found
    assert [title.text for title in titles_after(text, found.end())] == titles
