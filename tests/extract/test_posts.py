"""Titles before and after a name."""

import re

import pytest

from kg.extract.context import Context
from kg.extract.people import find_people
from kg.extract.posts import titles_after, titles_before
from kg.source.article import articles
from kg.source.record import Source

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
    ("应俄罗斯总统王明", ["俄罗斯总统"]),
    ("匈总理称欧盟应与俄罗斯谈判匈牙利总理王明", ["匈牙利总理"]),
    ("今晚播出叙利亚局势稳定伊朗总统王明", ["伊朗总统"]),
    ("俄罗斯统一俄罗斯党主席王明", ["俄罗斯统一俄罗斯党主席"]),
    ("中国驻匈牙利大使王明", ["中国驻匈牙利大使"]),
    ("中国政府阿富汗问题特使王明", ["中国政府阿富汗问题特使"]),
    ("副省长、海州环境与发展合作委员会主任王明", ["副省长", "海州环境与发展合作委员会主任"]),
    ("王明", []),
]
HELD = [
    ("政协副主席是：杜青、何小山。", {("杜青", "政协副主席"), ("何小山", "政协副主席")}),
    (
        "会议推选地委书记谢小迪为代表团团长，地委副书记、专员何小山为副团长。",
        {
            ("谢小迪", "地委书记"),
            ("谢小迪", "代表团团长"),
            ("何小山", "地委副书记"),
            ("何小山", "专员"),
            ("何小山", "副团长"),
        },
    ),
    (
        "张山主席特别代表、国务院副总理李明出席。",
        {("张山", "主席"), ("李明", "张山主席特别代表"), ("李明", "国务院副总理")},
    ),
    ("政协委员王明（女）、李红（回族）出席会议。", {("王明", "政协委员"), ("李红", "政协委员")}),
    ("孙运林厅长、郭文副巡视员出席。", {("孙运林", "厅长"), ("郭文", "副巡视员")}),
    ("接受布小林辞去副省长职务的请求。", {("布小林", "副省长")}),
    ("免去陈文同志市委书记、常委职务。", {("陈文", "市委书记"), ("陈文", "常委")}),
    (
        "关于任命张新同志为市委书记、提名缪林同志为市长候选人的决定。",
        {("张新", "市委书记"), ("缪林", "市长候选人")},
    ),
    ("甘山同志是党的优秀党员，曾任省人大常委会副主任。", {("甘山", "省人大常委会副主任")}),
    ("肖才1965年10月生，藏族，曾任市委副书记、州长等职。", {("肖才", "市委副书记"), ("肖才", "州长")}),
    ("今晚播出老挝总统卢拉独家专访。", {("卢拉", "老挝总统")}),
    ("英国国王查尔斯三世举行仪式。", {("查尔斯三世", "英国国王")}),
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


@pytest.mark.parametrize(("text", "held"), HELD)
def test_who_holds_what(text: str, held: set[tuple[str, str]]) -> None:
    (article,) = articles(Source(id="x", text=text, line=1))
    assert {(person.name, title.text) for person in find_people(Context(article)) for title in person.titles} == held
