"""A sentence with what is known in it put into one character each, so that rules read like grammar.

`<P>` a person or coordinated list of persons with their titles, `<O>` the same where a verb or preposition makes it an
object, `<M>` a meeting, `<D>` a date. Rules are regular expressions over that string; they live in TOML files, each
with an example sentence that is its test.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from sys import maxsize
from typing import NamedTuple

from kg.extract.dates import DateMention
from kg.extract.meetings import MeetingMention
from kg.extract.people import Person
from kg.lexicon import alternation, sections

PERSON, OBJECT, MEETING, DATE = "\ue000", "\ue001", "\ue002", "\ue003"
_SYMBOLS = {
    "<P>": PERSON,
    "<O>": OBJECT,
    "<M>": MEETING,
    "<D>": DATE,
    "<any>": f"[{PERSON}{OBJECT}]",
    "<DEALS>": alternation(sections("speech_verbs")["business"]),
    "<DO>": alternation(sections("targets")["do"]),
    "<CHANGE>": alternation(sections("targets")["change"]),
    "<LIMIT>": alternation(sections("targets")["limit"]),
    "<DRIFT>": alternation(sections("targets")["drift"]),
    "<DIFFERENCE>": alternation(sections("targets")["difference"]),
    "<PASSES>": alternation(sections("targets")["passes"]),
    "<BECOME>": alternation(sections("targets")["become"]),
    "<adv>": f"(?:{alternation(sections('targets')['adverb'])})*",
    "<gap>": f"[^{PERSON}。；！？\n]*?",
    "<near>": f"[^{PERSON}，。；！？\n]*?",
}
_SYMBOL = re.compile(r"(?<!\?P)<(?:P|O|M|D|DEALS|DO|CHANGE|DRIFT|DIFFERENCE|LIMIT|PASSES|BECOME|adv|any|gap|near)>")
_BYLINE = ("记者", "通讯员", "编辑", "摄影", "主持人", "评论员", "实习生")
_UNIT = re.compile(r"、[一-龥]{3,16}")
_LIST_END = re.compile(r"等(?:\d+[位名人]|[一二三四五六七八九十]+[位名人])?|同志|一行|夫妇")
_MAKES_OBJECT = re.compile(
    r"(?:会见了?|纪念|回顾|缅怀|评价|感悟|领悟|接见了?|看望了?|慰问了?|陪同|邀请|委托|应|任命|听取了?|代表|受|以|按照|根据|落实|贯彻|(?<!党史)学习了?|传达了?|领会|体现|转达了?|在|对|向|给|与|同|和|跟|感谢|祝贺|欢迎|选举|提名|召集|出席|缅怀了?|追思了?|追忆了?|怀念|悼念|纪念)$"
)
_STAYS_OBJECT = re.compile(
    r"陪同下|委托|为核心|重要|关于|的|特使|总书记(?:关于|在|重要|系列)|(?:重要)?讲话(?![，。；时]|强调|指出|要求)|(?:重要)?指示|邀请|为组长|致辞中"
)


class Group(NamedTuple):
    """A coordinated list of persons; `complete` is false where the list ends in 等."""

    start: int
    end: int
    people: tuple[Person, ...]
    complete: bool

    @property
    def is_byline(self) -> bool:
        """Whether only nouns such as 记者 introduce the names: they report, they do not act."""
        titles = self.people[0].titles
        return any(t.text.endswith(_BYLINE) for t in titles) and not any(t.is_office for t in titles)


def compile_rule(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with its symbols (`<P>`, `<gap>`, …) spelled out."""
    return re.compile(_SYMBOL.sub(lambda m: _SYMBOLS[m.group()], pattern))


def groups(text: str, people: Sequence[Person]) -> list[Group]:
    """Persons joined by 、 or 和, in text order."""
    found: list[list[Person]] = []
    for person in people:
        if found and _joined(text, found[-1][-1], person):
            found[-1].append(person)
        else:
            found.append([person])
    return [_group(text, members) for members in found]


def _joined(text: str, left: Person, right: Person) -> bool:
    between = text[left.outer_end : right.outer_start]
    if between == "，":  # a list of titled names may be joined by commas; a new clause would need a verb before it
        return bool(right.titles) and right.outer_start < right.start
    if _UNIT.fullmatch(between):  # 东方证券邵宇、海螺集团高登榜: each with the unit
        return True
    return between in ("、", "和", "与", "及", "以及", " ", "同志、", "同志和", "等和", "等以及", "，以及", "，和")


def _group(text: str, members: list[Person]) -> Group:
    end = members[-1].outer_end
    closing = _LIST_END.match(text, end)
    while closing:
        end = closing.end()
        following = _LIST_END.match(text, end)
        if following is None:
            break
        closing = following
    complete = "等" not in text[members[-1].outer_end : end]
    return Group(members[0].outer_start, end, tuple(members), complete)


class Skeleton:
    """One sentence in symbols, and what each symbol stands for."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        people: Sequence[Group],
        meetings: Sequence[MeetingMention],
        dates: Sequence[DateMention],
    ) -> None:
        self.start = start
        self._text = text
        things: list[tuple[int, int, str, Group | MeetingMention | DateMention]] = []
        things += [(g.start, g.end, PERSON, g) for g in people]
        things += [(m.start, m.end, MEETING, m) for m in meetings]
        things += [(d.start, d.end, DATE, d) for d in dates]
        things.sort(key=lambda t: (t[0], -t[1]))
        parts: list[str] = []
        self._at: list[int] = []  # skeleton position of each symbol
        self._things: list[Group | MeetingMention | DateMention] = []
        self._places: list[tuple[int, int]] = []  # (skeleton position, view position) where runs of plain text begin
        at, length = start, 0
        for begin, stop, symbol, thing in things:
            if isinstance(thing, Group) and begin < at <= thing.people[0].start:
                begin = thing.people[0].start  # the title begins with a meeting's name: 十九大精神宣讲团成员王明
            if begin < at or stop > end:
                continue
            if isinstance(thing, Group) and (thing.is_byline or _is_object(text, start, begin, stop)):
                symbol = OBJECT
            self._places.append((length, at))
            parts += [text[at:begin], symbol]
            length += begin - at
            self._at.append(length)
            self._things.append(thing)
            length += 1
            at = stop
        self._places.append((length, at))
        parts.append(text[at:end])
        self.text = "".join(parts)

    def thing(self, position: int) -> Group | MeetingMention | DateMention:
        """What the symbol at `position` of the skeleton stands for."""
        return self._things[bisect_left(self._at, position)]

    def printed(self, span: tuple[int, int]) -> str:
        """The view's text of a skeleton range that begins and ends with plain characters."""
        return self._text[self.to_view(span[0]) : self.to_view(span[1] - 1) + 1]

    def dates(self) -> list[DateMention]:
        """The days named in the sentence."""
        return [thing for thing in self._things if isinstance(thing, DateMention)]

    def to_view(self, position: int) -> int:
        """The view's position of a plain character of the skeleton."""
        place, view = self._places[bisect_right(self._places, (position, maxsize)) - 1]
        return view + position - place


def _is_object(text: str, start: int, begin: int, stop: int) -> bool:
    before = _MAKES_OBJECT.search(text, max(start, begin - 4), begin)
    if before:
        return before.start() > start or before.group() not in ("在", "和", "与")
    return _STAYS_OBJECT.match(text, stop) is not None
