"""Meetings: their names, which of them takes place in the article, which is only recalled, and when.

A name is read from its head (…座谈会, …会议, …全会) leftwards to the verb, preposition or clause mark that stops it. A
later shorter form is the same meeting; 会议 alone is the meeting at hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

import rjieba

from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.numerals import ordinal_of, without_ordinal
from kg.extract.people import Person
from kg.lexicon import terms

_HOLDING = terms("meeting_stops", "holding")
_RECALLING = terms("meeting_stops", "recalling")
_INSIDE = terms("meeting_stops", "inside")
_GENERIC = sorted(terms("meeting_stops", "generic"), key=len, reverse=True)
_BARE_HEADS = terms("meetings", "bare")
_CLAUSE = re.compile(r"[，。；：！？\n（）()—…]")
_GOVERNED = re.compile(r"(?:开幕|闭幕|期间|现场|召开|举行|举办|之际|在.{1,12}(?:召开|举行|开幕|闭幕)|[上中](?!的?[一-龥]?精神))")
_CONGRESS = re.compile(
    r"(?:党的|中共)(?:二十|十[一二三四五六七八九]?|[一二三四五六七八九])大(?!常委)"
    r"|(?:二十|十[六七八九])大(?=[后以精报闭开胜上提确作部，。、和的之])"
)
_SHORT_PLENUM = re.compile(r"(?:党的|中共)?(?:[一二三四五六七八九十]{1,3}届)?[一二三四五六七八九]中全会")
_LONGEST = 60
_NO_NOUN = re.compile(r"(?:和|与|及|完成|取得|确保|推动|根据|这个|保障|服务)(?:大会|会议|论坛|峰会)$")
_HONOURED = re.compile(r"(?:同志|先生|将军|院士)?(?:诞辰|逝世|牺牲|百年)")  # 纪念王明同志诞辰100周年座谈会
_DAYS = frozenset("今天 今日 昨天 昨日 明天 当天 上午 下午 晚上 近日 日前 今年 去年 明年 当日 目前 当前 日 号".split())
# Two sittings counted, a kind of meeting, a costs item: no meeting of its own.
_COUNTED = re.compile(r"^[一二两三四五六七八九十\d]+(?:余|多)?[次届场](?!全国|代表)|性会议$|、(?:论坛|会议|大会|峰会|年会)$")
_GOES_ON = re.compile(r"[党室厅费员场址桌]|支出|纪要|记录|材料|通知|中心|经费|用品|直播|服务|制度")
_IN_TITLE = re.compile(r"《[^》\n]*》")
_JOINTS = frozenset({"和", "与", "及", "以及", "、"})
_ANCHOR = re.compile(r"党的|中央|中共|全国|国务院|省|市|第?十|第?二十|中国|我|本")
_SPECIFIC = terms("meetings", "specific")
_NO_MEETING = tuple(terms("meetings", "no_meeting"))


class MeetingMention(NamedTuple):
    """[start, end) of the view, the name printed there ('' for a bare 会议), whether it is said to take place here."""

    start: int
    end: int
    name: str
    held: bool


@dataclass
class Meeting:
    """One meeting of the article under all its names; `date` is EDTF or ''."""

    name: str
    held: bool = False
    aliases: list[str] = field(default_factory=list)
    mentions: list[MeetingMention] = field(default_factory=list)
    date: str = ""
    parent: Meeting | None = None

    def add_name(self, name: str) -> None:
        """Note a printed form; the longest that ends in the others becomes the name."""
        if name in self.names:
            return
        if "暨" in name or (len(name) > len(self.name) and name.endswith(self.name)):
            self.name, name = name, self.name
        self.aliases.append(name)

    @property
    def ordinal(self) -> int | None:
        """Its number in its series."""
        return ordinal_of(self.name)

    @property
    def names(self) -> list[str]:
        """Every printed form, the fullest first."""
        return [self.name, *self.aliases]


def find_mentions(context: Context, people: list[Person], dates: list[DateMention]) -> list[MeetingMention]:
    """Every phrase that names a meeting, and bare 会议 where it stands for the one at hand, in text order."""
    text = context.text
    outside = {p.outer_end for p in people if not _HONOURED.match(text, p.outer_end)}
    ends = sorted(outside | {d.end for d in dates})
    titled = [m.span() for m in _IN_TITLE.finditer(text)]
    found: list[MeetingMention] = []
    for hit in context.hits_of("meeting_head"):
        if any(a <= hit.start < b for a, b in titled):
            continue
        before = bisect_left(ends, hit.start + 1)
        floor = ends[before - 1] if before else 0
        start = min(_name_start(context, hit.start, hit.end, floor), hit.start)
        name = _clean(text[start : hit.end], text[hit.start : hit.end])
        if name.endswith(_NO_MEETING) or _COUNTED.search(name) or _GOES_ON.match(text, hit.end):
            continue
        start = hit.end - len(name) if name else hit.start
        while found and start < found[-1].end:
            found.pop()
        held = _is_held(text, start, hit.end)
        if held or not _NO_NOUN.search(name):
            found.append(MeetingMention(start, hit.end, name, held))
    for pattern in (_SHORT_PLENUM, _CONGRESS):
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(MeetingMention(match.start(), match.end(), match.group(), False))
    return sorted(found)


def _name_start(context: Context, head: int, end: int, floor: int) -> int:
    """The left edge of the name whose head is [head, end): by words, from the head leftwards."""
    text = context.text
    left = max(floor, end - _LONGEST)
    for mark in _CLAUSE.finditer(text, left, head):
        left = mark.end()
    governed = bool(_GOVERNED.match(text, end))
    tokens = context.tokens_between(left, head)
    for number in range(len(tokens) - 1, -1, -1):
        at, word, tag = tokens[number]
        if word in _INSIDE:
            continue
        if word in _HOLDING or ((tag in ("p", "ul") or word in _DAYS) and not _quoted(text, left, at)):
            return at + len(word)
        if word == "的" and text[at - 1] != "党" and not _quoted(text, left, at):
            return at + 1
        if not governed and word in _RECALLING:
            return at + len(word)
        if word in _JOINTS and (_ends_in_meeting(text, left, at) or (not governed and _ANCHOR.match(text, at + len(word)))):
            return at + len(word)
        if tag == "r" and word not in ("我省", "我市", "我国"):
            return at + len(word)
    return left


def _quoted(text: str, left: int, at: int) -> bool:
    return text.count("“", left, at) > text.count("”", left, at)


def _ends_in_meeting(text: str, left: int, at: int) -> bool:
    return text[max(left, at - 1) : at] == "会" or text[max(left, at - 2) : at] in ("会议", "大会", "论坛", "峰会", "九大")


def _clean(name: str, head: str) -> str:
    """The name without leading modifiers that name nothing; '' where only such stand before the head."""
    name = name.lstrip("、和与及将已还也并好 ”’一")
    if name.startswith("“") and "”" not in name:
        name = name[1:]
    if name.count("“") < name.count("”"):
        name = name[name.rfind("”") + 1 :]
    rest = name[: -len(head)] if len(name) > len(head) else ""
    while rest:
        generic = next((g for g in _GENERIC if rest.startswith(g)), None)
        if generic is None:
            return _without_verb(name)
        rest = rest[len(generic) :]
    return head if head in _SPECIFIC else ""


def _without_verb(name: str) -> str:
    """A name does not begin with an adverb, a conjunction or a pronoun that the stops let through."""
    for word, tag in rjieba.tag(name, False):
        if word in _INSIDE or not (tag in ("d", "c", "ad", "r", "p", "ul", "uj") or word in _RECALLING or word == "要"):
            return name
        name = name[len(word) :]
    return name


_ASPECT = r"(?:(?:于)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号][一-龥]{0,2}|今天[上下]?午?|昨天[上下]?午?|近日|日前|[上下]午|在[^，。；]{1,16}?|以[^，。；]{2,8}?方式|[将已正式隆重胜利])*"
_HELD_AFTER = re.compile(rf"{_ASPECT}(?:召开|举行|举办|开幕|闭幕|开会)")
_HELD_BEFORE = re.compile(
    r"(?:主持召开|召开|举行|举办|主持|出席|参加|列席|开幕|召集)(?:了|过)?(?:[^，。；！？\n]{0,6}(?:日|[上下]午))?(?:的)?$"
)


# A meeting that is only decided on, asked for or to come does not take place in the article.
_PLANNED = re.compile(r"决定|将于|将在|即将|拟|定于|提请|计划|建议|期待|筹备|将(?!士|军|领|来|帅)|没有|希望")

_EXPECTED = re.compile(r"期待|下周|下个?月|明年|下半年")


def _is_held(text: str, start: int, end: int) -> bool:
    clause = max(text.rfind(mark, 0, start) for mark in "，。；：！？\n") + 1
    sentence = text.rfind("。", 0, start) + 1
    if _PLANNED.search(text, clause, start) or _PLANNED.match(text, end) or _EXPECTED.search(text, sentence, start):
        return False
    return bool(_HELD_AFTER.match(text, end) or _HELD_BEFORE.search(text, max(0, start - 16), start))


def group(mentions: list[MeetingMention]) -> list[Meeting]:
    """The meetings the mentions name: a shorter or differently numbered form joins the meeting it fits."""
    meetings: list[Meeting] = []
    for mention in mentions:
        if not mention.name:
            continue
        home = next((m for m in meetings if any(same(mention.name, name) for name in m.names)), None)
        if home is None:
            home = Meeting(mention.name)
            meetings.append(home)
        home.add_name(mention.name)
        home.mentions.append(mention)
        home.held = home.held or mention.held
    return meetings


def same(a: str, b: str) -> bool:
    """Whether two names of one article can be one meeting: equal, one the tail of the other, or one numbered core."""
    short, long = sorted((a, b), key=len)
    number, other = ordinal_of(short), ordinal_of(long)
    if short == long:
        return True
    if number is not None and other is not None and number != other:
        return False
    if "届" in short and "届" in long and _term(short) != _term(long):
        return False
    if long.endswith(short) or any(part.endswith(short) for part in long.split("暨")):
        return True
    core = without_ordinal(short)
    if number is None and len(core) >= 4 and without_ordinal(long).endswith(core):
        return True
    return number is not None and number == other and _shares(core, without_ordinal(long))


def _term(name: str) -> str:
    return name[max(0, name.find("届") - 3) : name.find("届")]


def _shares(a: str, b: str) -> bool:
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b))
    return len(x & y) >= 0.6 * min(len(x), len(y))
