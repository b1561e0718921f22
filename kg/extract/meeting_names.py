"""How meetings are named: every phrase that ends in a head (…座谈会, …全会), and what names one without a head."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.holding import is_held, is_opened
from kg.extract.meeting_edges import JOINTS, OPENERS, REGION_WORD, cleaned, name_start, without_verb
from kg.extract.meetings import MeetingMention
from kg.extract.numerals import ordinal_of
from kg.extract.people import Person
from kg.extract.ranges import within
from kg.extract.sought import Sought
from kg.lexicon import terms

_NUMBER_BEHIND = re.compile(r"（扩大）会议?|（第?[一二三四五六七八九十百\d]{1,4}[次期场]）")
_CONGRESS = re.compile("中全会|[一二三四五六七八九十]大")
_CONGRESSES = re.compile(
    r"(?:党的|中共)?(?:[一二三四五六七八九十]{1,3}届)?[一二三四五六七八九]中全会"
    r"|(?:党的|中共)(?:二十|十[一二三四五六七八九]?|[一二三四五六七八九])大(?!常委)"
    r"|(?:二十|十[六七八九])大(?=[后以精报闭开胜上提确作部，。、和的之])"
)
_NO_NOUN = re.compile(r"(?:和|与|及|完成|取得|确保|推动|根据|这个|保障|服务)(?:大会|会议|论坛|峰会)$")
_HONOURED = re.compile(r"(?:同志|先生|将军|院士)?(?:诞辰|逝世|牺牲|百年)")  # 纪念王明同志诞辰100周年座谈会
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
_IN_TITLE = Sought(r"《[^》\n]{0,200}》")
_STATES = terms("countries") | terms("territories")
# A standing body that sits, by its own name alone: 召开市委常委会，传达…; 县政府常务会3日举行。
_SITS = "常委会|常委（扩大）会|常委扩大会|常务会|主席会|主任会|全委会|党委会|办公会"
_SITTINGS = Sought(
    rf"(?:召开|举行)了?(?P<name>[一-龥\d（）]{{0,20}}?(?:{_SITS}))(?=[，。；]|传达|研究|审议|听取|专题|学习|部署)"
    rf"|(?<=[，。；\n])(?P<counted>[一-龥\d]{{2,30}}?第[一二三四五六七八九十\d]{{1,3}}次[一-龥]{{1,8}}会)(?=(?:在[^，。]{{1,16}})?(?:召开|举行)[，。])"
    rf"|(?<=[，。；\n])(?P<subject>[一-龥\d]{{1,16}}?(?:{_SITS}))(?=(?:\d{{1,2}}日|今天|昨天)?[上下]?午?(?:召开|举行)[，。])"
)
_ONLY_HELD = ("集体学习", "中心组学习")  # 重视集体学习: the deed, not a sitting
_NO_MEETING = tuple(terms("meetings", "no_meeting"))
_OPENING = (*OPENERS, "在", "于")
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
        start = min(name_start(context, hit.start, end, floor), hit.start)
        first = start == 0 or text[start - 1] in "\n。：）"
        opened = text.endswith(_OPENING, 0, start) or (first and is_opened(text, end))
        if text[end : end + 1] == "”" and text.count("“", start, end) > text.count("”", start, end):
            end += 1  # 全省“两会”
        name = cleaned(text[start:end], text[hit.start : end], opened=opened)
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
            if text[first.end : second.start] in JOINTS:
                mention = mention._replace(held=True)
        neighbour = mention
        yield mention


def _sittings(text: str, found: list[MeetingMention]) -> Iterator[MeetingMention]:
    """Standing bodies that sit and are called by nothing else."""
    for match in _SITTINGS.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        name = without_verb(text[start:end])
        if not any(other.end > start for other in within(found, 0, end)[-1:]):
            yield MeetingMention(end - len(name), end, name, is_held(text, start, end))


def _is_no_meeting(name: str) -> bool:
    counted = ordinal_of(name) is not None or "届" in name
    counted = counted or (REGION_WORD.match(name) is not None and not name.endswith("代表大会"))
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
