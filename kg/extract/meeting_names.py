"""How meetings are named: from the head (…座谈会, …会议, …全会) leftwards, word by word, to what stops the name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.holding import is_held, is_opened
from kg.extract.meetings import MeetingMention
from kg.extract.numerals import ordinal_of
from kg.extract.people import Person
from kg.extract.ranges import within
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
_NUMBER_BEHIND = re.compile(r"（扩大）会议?|（第?[一二三四五六七八九十百\d]{1,4}[次期场]）")
_GOVERNED = re.compile(
    r"(?:开班|开幕(?!会)|闭幕(?!会)|期间|现场|召开|举行|举办|之际|在[^，。；]{1,20}?(?:召开|举行|开幕|闭幕)|[上中](?!的?[一-龥]?精神))"
)
_SPIRIT_OF = re.compile(
    r"(?![上中时])[^，。；]{0,40}?精神(?=[，。；、和及]|的)"
)  # …召开的，深入学习贯彻党的十九大精神的
_CONGRESS = re.compile("中全会|[一二三四五六七八九十]大")
_CONGRESSES = re.compile(
    r"(?:党的|中共)?(?:[一二三四五六七八九十]{1,3}届)?[一二三四五六七八九]中全会"
    r"|(?:党的|中共)(?:二十|十[一二三四五六七八九]?|[一二三四五六七八九])大(?!常委)"
    r"|(?:二十|十[六七八九])大(?=[后以精报闭开胜上提确作部，。、和的之])"
)
_LONGEST = 60
_NO_NOUN = re.compile(r"(?:和|与|及|完成|取得|确保|推动|根据|这个|保障|服务)(?:大会|会议|论坛|峰会)$")
_HONOURED = re.compile(r"(?:同志|先生|将军|院士)?(?:诞辰|逝世|牺牲|百年)")  # 纪念王明同志诞辰100周年座谈会
_DAYS = terms("meeting_stops", "day")
# Two sittings counted, a kind of meeting, a costs item: no meeting of its own.
_COUNTED = re.compile(
    r"^[一二两三四五六七八九十\d]+(?:余|多)?(?:个|[次场](?!常委|常务|党组|主[席任]会|全体会)|届(?=会议|大会|论坛|峰会|高峰|年会))|性会议$|、(?:论坛|会议|大会|峰会|年会)$"
    r"|^(?!.*(?:领导人|元首|首脑|总理|外长|第.{1,3}次)).*会晤$"
)
_SUMMED = re.compile(r"[^第][两三四五六七八九]个(?:大会|会议|论坛)$")  # 甲动员大会、乙推进大会两个大会
_GOES_ON = re.compile(
    r"(?<=代表大会)代表|议事规则|工作规则|分组办法|[各专全][一-龥]{0,3}委员会|宣讲团|第一副主席|副?主席(?!团)|晤|[会旧]址|机制|框架|展览|秘书|章程|文件|[党室厅费员场址桌]|秘书处|秘书长|组委会|发言人|支出|发言(?!会)|纪要|记录|决议|材料|通知|中心|经费|用品|安排(?=[，。；])|的?(?:重要)?职[能责]|直播|服务|制度|形式|方式|时间|声音|商(?!务)"
)
# Inside 《》 only these are believed: commentaries' titles name them (《…学习贯彻中央民族工作会议精神》).
_CENTRAL = re.compile(r"中国共产党|中央|全国|党的|(?:十[一二三四五六七八九]|二十)届")
# … and those whose own paper it is (《…峰会宣言》).
_ISSUED = re.compile(r"(?:联合)?(?:公报|宣言|声明|行动计划)》")
_IN_TITLE = re.compile(r"《[^》\n]{0,200}》")
_SPIRITS = ("精神", "讲话", "指示", "批示", "文件")
_JOINTS = frozenset({"和", "与", "及", "以及", "、"})
# Two things brought together inside one name: 巩固防汛成果同城市更新有效衔接推进会.
_BROUGHT_TOGETHER = re.compile(r"衔接|对接|结合|协作|合作|联动|融合|联席")
_LOOSE = frozenset("和将已还也并好是") | {"一次", "将于", "还是"}
# What a line or another name leaves before it: 1.会议, (新华社)电 政协会议, 第一部分为现场会, 省委党的十九大.
_BEFORE_NAME = re.compile(r"^(?:\d{1,2}[.．、]|电 |第[一二三四五六]部分[为是]|[省市县区州]委(?=党的[^精]{2,14}$))")
_PARTY_TO = re.compile(r"(?:[国盟洲]|国家|集团|组织)$")  # 金砖国家同非洲国家领导人对话会
_OF_STUDY = re.compile(r"学习(?:宣传)?(?:贯彻)?[^，。；]{2,40}精神(?:[一-龥]{0,10}(?:专题|集中|轮训))?$")
_TITLES_BEFORE = re.compile(r"^.*》[、和及]")
_REGION_WORD = re.compile(r"全[国省市州县区旗]")
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
_STATES = terms("countries") | terms("territories")
_SPECIFIC = terms("meetings", "specific")
# 企业家、教师等领域代表座谈会: a list inside the name.
_OF_KINDS = re.compile(r"等(?:领域|行业|方面|地区|部门|单位|产业|[一二三四五六七八九十\d]+[省市县])")
_OURS = ("我省", "我市", "我国", "我县", "我区", "我州", "我旗")
_OF = ("党", "感染")  # 党的…会议, 新型冠状病毒感染的肺炎疫情防控工作会议
# 全省对台工作会议, 全国宣传思想工作会议: fields of work that begin like a preposition or a verb
_FIELDS = ("对台", "对外", "对口", "宣传思想", "宣传文化", "宣传部长")
_FOUNDED = re.compile(r"成立[一-龥\d]{1,8}?(?:周年|年)")  # 庆祝共青团成立100周年大会
_OPENED = ("召开", "举行", "出席", "参加", "主持")
_OPENERS = ("召开", "举行", "举办", "召集")
# A standing body that sits, by its own name alone: 召开市委常委会，传达…; 县政府常务会3日举行。
_SITS = "常委会|常委（扩大）会|常委扩大会|常务会|主席会|主任会|全委会|党委会|办公会"
_SITTINGS = re.compile(
    rf"(?:召开|举行)了?(?P<name>[一-龥\d（）]{{0,20}}?(?:{_SITS}))(?=[，。；]|传达|研究|审议|听取|专题|学习|部署)"
    rf"|(?<=[，。；\n])(?P<counted>[一-龥\d]{{2,30}}?第[一二三四五六七八九十\d]{{1,3}}次[一-龥]{{1,8}}会)(?=(?:在[^，。]{{1,16}})?(?:召开|举行)[，。])"
    rf"|(?<=[，。；\n])(?P<subject>[一-龥\d]{{1,16}}?(?:{_SITS}))(?=(?:\d{{1,2}}日|今天|昨天)?[上下]?午?(?:召开|举行)[，。])"
)
_ONLY_HELD = ("集体学习", "中心组学习")  # 重视集体学习: the deed, not a sitting
_NO_MEETING = tuple(terms("meetings", "no_meeting"))


_MEETS = re.compile(r"会议(?![题程案事定])")


def find_mentions(context: Context, people: list[Person], dates: list[DateMention]) -> list[MeetingMention]:
    """Every phrase that names a meeting, and bare 会议 where it stands for the one at hand, in text order."""
    text = context.text
    outside = {p.outer_end for p in people if not _HONOURED.match(text, p.outer_end)}
    ends = sorted(outside | {d.end for d in dates})
    titled = list(_IN_TITLE.finditer(text))
    starts = [title.start() for title in titled]
    found: list[MeetingMention] = []
    for hit in context.hits_of("meeting_head"):
        opened = bisect_right(starts, hit.start)
        inside = opened > 0 and hit.start < titled[opened - 1].end()
        before = bisect_left(ends, hit.start + 1)
        floor = ends[before - 1] if before else 0
        whole = hit.end + bool(_MEETS.match(text, hit.end - 1))  # 推进会议 where the list has 推进会
        behind = _NUMBER_BEHIND.match(text, whole)
        end = behind.end() if behind else whole
        start = min(_name_start(context, hit.start, end, floor), hit.start)
        first = start == 0 or text[start - 1] in "\n。：）"
        opened = text.endswith((*_OPENERS, "在", "于"), 0, start) or (first and is_opened(text, end))
        if text[end : end + 1] == "”" and text.count("“", start, end) > text.count("”", start, end):
            end += 1  # 全省“两会”
        name = _clean(text[start:end], text[hit.start : end], opened=opened)
        placed = _met_at(context, hit.start, end)
        if _is_no_meeting(name):
            if not placed:
                continue
            name = placed
        believed = not inside or _CENTRAL.match(name) or _ISSUED.match(text, end)
        if not believed or _GOES_ON.match(text, end) or _SUMMED.search(name):
            continue
        start = end - len(name) if name else hit.start
        while found and start < found[-1].end:
            found.pop()
        held = is_held(text, start, end)
        if held or not (_NO_NOUN.search(name) or name in _ONLY_HELD):
            found.append(MeetingMention(start, end, name.replace(" ", ""), held))  # a scan strews spaces
    together = _held_together(text, list(_held_together(text, found[::-1]))[::-1])
    return sorted([*together, *_congresses(text, found), *_sittings(text, found)])


def _held_together(text: str, found: Sequence[MeetingMention]) -> Iterator[MeetingMention]:
    """Meetings joined by 、 or 和 to the one before in the list that is held are held with it."""
    neighbour: MeetingMention | None = None
    for mention in found:
        if neighbour is not None and neighbour.held:
            first, second = sorted((neighbour, mention))
            if text[first.end : second.start] in _JOINTS:
                mention = mention._replace(held=True)
        neighbour = mention
        yield mention


def _sittings(text: str, found: list[MeetingMention]) -> Iterator[MeetingMention]:
    """Standing bodies that sit and are called by nothing else."""
    for match in _SITTINGS.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        name = _without_verb(text[start:end])
        if not any(other.end > start for other in within(found, 0, end)[-1:]):
            yield MeetingMention(end - len(name), end, name, is_held(text, start, end))


def _is_no_meeting(name: str) -> bool:
    counted = ordinal_of(name) is not None or "届" in name
    counted = counted or (_REGION_WORD.match(name) is not None and not name.endswith("代表大会"))
    return bool(_COUNTED.search(name)) or (name.endswith(_NO_MEETING) and not counted)


def _met_at(context: Context, head: int, end: int) -> str:
    """The name of a summit that is called by its place alone (厦门会晤); 中美会晤 is called by who meets."""
    tokens = context.words.between(head - 4, head)
    at, place, tag = tokens[-1] if tokens else (0, "", "")
    named = context.text[head:end] == "会晤" and tag == "ns" and len(place) > 1 and at + len(place) == head
    named = named and place not in _STATES
    return place + "会晤" if named else ""


def _congresses(text: str, found: list[MeetingMention]) -> Iterator[MeetingMention]:
    """党的二十大, 五中全会 and the like, which need no head."""
    if not _CONGRESS.search(text):
        return
    for match in _CONGRESSES.finditer(text):
        before = within(found, 0, match.end())[-1:]  # found ones do not overlap
        if not before or before[0].end <= match.start():
            yield MeetingMention(match.start(), match.end(), match.group(), False)


def _name_start(context: Context, head: int, end: int, floor: int) -> int:
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
    return _REGION_WORD.match(text, left) is not None and predicate is None


def _stops(text: str, left: int, head: int, token: tuple[int, str, str], *, governed: bool) -> bool:
    """Whether a name cannot reach over the word. `governed`: what follows the head says that it is held (…会议上)."""
    at, word, tag = token
    if (word == "等" and _OF_KINDS.match(text, at)) or (word == "日" and not text[at - 1 : at].isdigit()):
        return False
    if (
        word in _HOLDING
        or word.endswith((*_OPENERS, "会见"))  # 隆重召开, 集体会见
        or word in ("要", "就")
        or (
            tag == "r"
            and not text.startswith(_OURS, at)
            and "其他" not in text[at - 1 : at + 3]
            and not _quoted(text, left, at)
        )
    ):
        return True
    if word in _JOINTS and _joins_within(text, left, at, tag):
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
    if word in _JOINTS and ends:
        return True  # 审议了工作报告和|大会(决议)
    return not governed and (word in _RECALLING or (word in _JOINTS and bool(_ANCHOR.match(text, at + len(word)))))


def _joins_within(text: str, left: int, at: int, tag: str) -> bool:
    """Whether 与, 和 or 、 joins parts inside a name: 海州市与江州市联席会议, 新能源与新材料推介会, 全国、全省会议."""
    if (
        _REGION_WORD.match(text, max(left, at - 2), at)
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


def _clean(name: str, head: str, *, opened: bool) -> str:
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
            return name if opened else _without_verb(name).lstrip("、和与及")
        rest = rest[generic.end() :]
    return head if head in _SPECIFIC else ""


def _without_verb(name: str) -> str:
    """A name does not begin with an adverb, a conjunction or a pronoun that the stops let through."""
    if recalled := _RECALLED.match(name):
        name = name[recalled.end() :]
    for word, tag in tagged(name):
        if word in _INSIDE or not (tag in ("d", "c", "ad", "r", "p", "ul", "uj") or word in _RECALLING or word == "要"):
            return name
        name = name[len(word) :]
    return name
