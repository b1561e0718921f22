"""Where a meeting's name begins: from its head (…座谈会, …全会) leftwards, word by word, to what stops the name."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.extract.holding import is_opened
from kg.extract.words import tagged
from kg.lexicon import alternation, terms

_HOLDING = terms("meeting_stops", "holding")
_RECALLING = terms("meeting_stops", "recalling")
_RECALLED = re.compile(alternation(word for word in _RECALLING if len(word) > 3))  # words jieba cuts: 对标对表
_INSIDE = terms("meeting_stops", "inside")
_GENERIC = re.compile(alternation(terms("meeting_stops", "generic")))
_CLAUSE = re.compile(r"[，。；：！？\n…（）]|——|--|(?<![一-龥])—|—(?![一-龥])")
# A bracket that is part of a name: 领导小组（指挥部）会议, 海州（上海）推介会, 推进会（第十次）.
_BRACKETED = re.compile(
    r"(?<=[一-龥])（(?!记者|通讯员|[^）]{0,6}[图摄]|[上中下左右]）|左|右)[一-龥\d+＋]{1,9}）(?=[一-龥暨])"
)
_GOVERNED = re.compile(
    r"(?:开班|开幕(?!会)|闭幕(?!会)|期间|现场|召开|举行|举办|之际|在[^，。；]{1,20}?(?:召开|举行|开幕|闭幕)|[上中](?!的?[一-龥]?精神))"
)
_SPIRIT_OF = re.compile(
    r"(?![上中时])[^，。；]{0,40}?精神(?=[，。；、和及]|的)"
)  # …召开的，深入学习贯彻党的十九大精神的
_LONGEST = 60
_DAYS = terms("meeting_stops", "day")
_SPIRITS = ("精神", "讲话", "指示", "批示", "文件")
JOINTS = frozenset({"和", "与", "及", "以及", "、"})
# Two things brought together inside one name: 巩固防汛成果同城市更新有效衔接推进会.
_BROUGHT_TOGETHER = re.compile(r"衔接|对接|结合|协作|合作|联动|融合|联席")
_LOOSE = frozenset("和将已还也并好是") | {"一次", "将于", "还是"}
# What a line or another name leaves before it: 1.会议, (新华社)电 政协会议, 第一部分为现场会, 省委党的十九大.
_BEFORE_NAME = re.compile(r"^(?:\d{1,2}[.．、]|电 |第[一二三四五六]部分[为是]|[省市县区州]委(?=党的[^精]{2,14}$))")
_PARTY_TO = re.compile(r"(?:[国盟洲]|国家|集团|组织)$")  # 金砖国家同非洲国家领导人对话会
_OF_STUDY = re.compile(r"学习(?:宣传)?(?:贯彻)?[^，。；]{2,40}精神(?:[一-龥]{0,10}(?:专题|集中|轮训))?$")
_TITLES_BEFORE = re.compile(r"^.*》[、和及]")
REGION_WORD = re.compile(r"全[国省市州县区旗]")
_LEVELS = re.compile(
    r"(?:国务院|党中央|中央|国家|(?<![一-龥])[中省市县区州]|(?<=[学达彻实习])[中省市县区州])(?:、[省市县区州])*$"
)
_DONE = re.compile(r"[了的：]|自|以来|[在于为]")
_PLACE = re.compile(r"[一-龥]{1,8}[省市州盟县区旗]")
_TWINS = re.compile(
    r"([省市县区州])[一-龥]{1,4}、\1[一-龥]{1,4}?(?=第|[一二三四五六七八九十])"
)  # 市文联、市作协第五次代表大会
_PREDICATE = re.compile(r"召开|举行|出席|参加|主持|传达|学习|会见|[在于]")
_ANCHOR = re.compile(r"党的|中央|中共|全国|国务院|省|市|第?十|第?二十|中国|我|本")
_SPECIFIC = terms("meetings", "specific")
# 企业家、教师等领域代表座谈会: a list inside the name.
_OF_KINDS = re.compile(r"等(?:领域|行业|方面|地区|部门|单位|产业|[一二三四五六七八九十\d]+[省市县])")
_OURS = ("我省", "我市", "我国", "我县", "我区", "我州", "我旗")
_OF = ("党", "感染")  # 党的…会议, 新型冠状病毒感染的肺炎疫情防控工作会议
# 全省对台工作会议, 全国宣传思想工作会议: fields of work that begin like a preposition or a verb
_FIELDS = ("对台", "对外", "对口", "宣传思想", "宣传文化", "宣传部长")
_FOUNDED = re.compile(r"成立[一-龥\d]{1,8}?(?:周年|年)")  # 庆祝共青团成立100周年大会
_OPENED = ("召开", "举行", "出席", "参加", "主持")
OPENERS = ("召开", "举行", "举办", "召集")
_OPENING = (*OPENERS, "会见")


def name_start(context: Context, head: int, end: int, floor: int) -> int:
    """The left edge of the name whose head is [head, end): by words, from the head leftwards."""
    text = context.text
    left = _clause_start(text, max(floor, end - _LONGEST), head)
    opened = is_opened(text, end)
    if opened and _is_one_name(text, left, head):
        return left
    tokens = context.words.between(left, head)
    governed = bool(_GOVERNED.match(text, end)) or opened or any(word in _HOLDING for _, word, _ in tokens)
    governed = governed and not _SPIRIT_OF.match(text, end)
    studied = text.rfind("学习", left, head) if _OF_STUDY.search(text, left, head) else head
    for at, word, tag in reversed(tokens):
        if at >= studied:
            continue  # 干部学习贯彻书记在海县考察时的讲话精神研讨班
        if text[at] in "和与及、" and (_ends_in_meeting(text, left, at) or text.endswith(_SPIRITS, left, at)):
            return at + 1  # also where the words are cut otherwise: …会议|和县…
        if at == left and word in ("会议", "大会", "全会"):
            return at + len(word)  # 会议|成立市人大五次会议临时党总支
        if word not in _INSIDE and _stops(text, left, head, (at, word, tag), governed=governed):
            return at + len(word)
    return left


def _clause_start(text: str, left: int, head: int) -> int:
    """Right of the last clause mark before the head that is no part of the name."""
    brackets = [m.span() for m in _BRACKETED.finditer(text, left, head + 1)]
    for mark in _CLAUSE.finditer(text, left, head):
        if not _quoted(text, left, mark.start()) and not any(a <= mark.start() < b for a, b in brackets):
            left = mark.end()
    return left


def _is_one_name(text: str, left: int, head: int) -> bool:
    """Whether a clause that begins with a region is all one name: 全市做好冬春防火工作会议召开."""
    predicate = _PREDICATE.search(text, left, head) or _DONE.search(text, left, head)
    return REGION_WORD.match(text, left) is not None and predicate is None


def _stops(text: str, left: int, head: int, token: tuple[int, str, str], *, governed: bool) -> bool:
    """Whether a name cannot reach over the word. `governed`: what follows the head says that it is held (…会议上)."""
    at, word, tag = token
    if (word == "等" and _OF_KINDS.match(text, at)) or (word == "日" and not text[at - 1 : at].isdigit()):
        return False
    if (
        word in _HOLDING
        or word.endswith(_OPENING)  # 隆重召开, 集体会见
        or word in ("要", "就")
        or (
            tag == "r"
            and not text.startswith(_OURS, at)
            and "其他" not in text[at - 1 : at + 3]
            and not _quoted(text, left, at)
        )
    ):
        return True
    if word in JOINTS and _joins_within(text, left, at, tag):
        return False
    if (
        _FOUNDED.match(text, at)
        or text.startswith(_FIELDS, at)
        or text.startswith("大讨论", at - 1)
        or (word == "同" and _unites(text, left, at, head, tag))
    ):
        return False
    if tag in ("p", "ul") or word in _DAYS or (word == "的" and not text.endswith(_OF, 0, at)):
        return not _quoted(text, left, at)
    ends = _ends_in_meeting(text, left, at) or at + len(word) == head or text.startswith("以及第", at)
    if word in JOINTS and ends:
        return True  # 审议了工作报告和|大会(决议)
    return not governed and (word in _RECALLING or (word in JOINTS and bool(_ANCHOR.match(text, at + len(word)))))


def _joins_within(text: str, left: int, at: int, tag: str) -> bool:
    """Whether 与, 和 or 、 joins parts inside a name: 海州市与江州市联席会议, 新能源与新材料推介会, 全国、全省会议."""
    if (
        REGION_WORD.match(text, max(left, at - 2), at)
        or (text[at] in "、和" and _LEVELS.search(text, left, at))
        or _PLACE.fullmatch(text, left, at)
    ):
        return text[at] in "、与和"
    before = [*_PREDICATE.finditer(text, left, at)][-1:]
    opened = not before or (before[0].group() in _OPENED and before[0].end() < at)
    if text[at] == "、" and any(m.start() < at < m.end() for m in _TWINS.finditer(text, left, at + 8)):
        return True
    return tag == "p" and opened and (text[at] == "与" or (text[at] == "同" and bool(_PARTY_TO.search(text, left, at))))


def _unites(text: str, left: int, at: int, head: int, tag: str) -> bool:
    return _brings_together(text, left, at, head) or _joins_within(text, left, at, tag)


def _brings_together(text: str, left: int, at: int, head: int) -> bool:
    """Whether 同 joins two things inside a name (…成果同…有效衔接推进会)."""
    joined = _BROUGHT_TOGETHER.search(text, at, head) and not _PREDICATE.search(text, at, head)
    return at > left and joined is not None


def _quoted(text: str, left: int, at: int) -> bool:
    return any(text.count(a, left, at) > text.count(b, left, at) for a, b in ("“”", "《》"))


def _ends_in_meeting(text: str, left: int, at: int) -> bool:
    return text[max(left, at - 3) : at].rstrip("”").endswith(("会", "会议", "论坛", "九大"))


def cleaned(name: str, head: str, *, opened: bool) -> str:
    """The name without leading modifiers that name nothing; '' where only such stand before the head.

    `opened`: a verb of holding stands right before it, so that no other verb does (主持召开|调研协商座谈会).
    """
    name = _BEFORE_NAME.sub("", name.lstrip("、与及 ”’"))
    first = next(iter(tagged(name)), ("", ""))[0]
    name = name[len(first) :] if first in _LOOSE else name
    name = _TITLES_BEFORE.sub("", name)
    if "《" in name and "》" not in name:
        name = name[name.rfind("《") + 1 :]
    if name.startswith("“") and "”" not in name:
        name = name[1:]
    if name.count("“") < name.count("”"):
        name = name[name.rfind("”") + 1 :]
    if -1 < name.find("”") < name.find("“"):
        name = name[name.find("“") :]
    rest = name[: -len(head)] if len(name) > len(head) else ""
    while rest:
        generic = _GENERIC.match(rest)
        if generic is None:
            return name if opened else without_verb(name).lstrip("、和与及")
        rest = rest[generic.end() :]
    return head if head in _SPECIFIC else ""


def without_verb(name: str) -> str:
    """A name does not begin with an adverb, a conjunction or a pronoun that the stops let through."""
    if recalled := _RECALLED.match(name):
        name = name[recalled.end() :]
    for word, tag in tagged(name):
        if word in _INSIDE or not (tag in ("d", "c", "ad", "r", "p", "ul", "uj") or word in _RECALLING or word == "要"):
            return name
        name = name[len(word) :]
    return name
