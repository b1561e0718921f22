"""Meetings of one article: a mention, a meeting under all its names, and which mentions are one meeting.

A later shorter form is the same meeting; how a name is read is told in `meeting_names`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kg.extract.numerals import ordinal_of, without_ordinal
from kg.lexicon import sections


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
        """Note a printed form; the longest whose letters hold those of the others in turn becomes the name."""
        if name in self.names:
            return
        if ("暨" in name and "暨" not in self.name) or (len(name) > len(self.name) and in_turn(self.name, name)):
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


def group(mentions: list[MeetingMention]) -> list[Meeting]:
    """The meetings the mentions name: a shorter or differently numbered form joins the meeting it fits."""
    meetings: list[Meeting] = []
    for mention in mentions:
        if not mention.name:
            continue
        home = next((m for m in meetings if _fits(mention.name, m)), None)
        if home is None:
            home = Meeting(mention.name)
            meetings.append(home)
        home.add_name(mention.name)
        home.mentions.append(mention)
        home.held = home.held or mention.held
    return meetings


def _fits(name: str, meeting: Meeting) -> bool:
    """Whether a name is one of the meeting's: it may not contradict the fullest one in number, level or organ."""
    return any(same(name, known) for known in meeting.names) and not _differ(_usual(name), _usual(meeting.name))


_LEVEL = re.compile(r"全国|中央|党中央|自治区|全?省|全?市|全?州|全?县|全?区")
_ORGAN = re.compile(r"人大|政协|纪委|纪律检查委员会")
# Sittings of their own beside the numbered sessions of the same organ.
_KIND = re.compile(r"委员长会议|主任会议|主席会议|主席团|预备会议|党组")


def _differ(a: str, b: str) -> bool:
    """Whether two names with a body and a number contradict each other; one that is the other's tail does not."""
    if a.endswith(b) or b.endswith(a) or _BARE.match(a) or _BARE.match(b):
        return False
    numbers = ordinal_of(a), ordinal_of(b)
    if None not in numbers and numbers[0] != numbers[1]:
        return True
    levels = [m.group().removeprefix("全") for name in (a, b) if (m := _LEVEL.match(name))]
    if None not in numbers and _KIND.findall(a) != _KIND.findall(b):
        return True
    organs = [set(_ORGAN.findall(name)) for name in (a, b)]
    return (len(levels) == 2 and levels[0] != levels[1]) or (all(organs) and organs[0] != organs[1])


_BARE = re.compile(r"(?:\d{4}年)?第|[一-龥]{0,4}(?:会议|全会|大会)$")


def same(a: str, b: str) -> bool:
    """Whether two names of one article can be one meeting: equal, one the tail of the other, or one numbered core."""
    short, long = sorted((_usual(a), _usual(b)), key=len)
    number, other = ordinal_of(short), ordinal_of(long)
    if short == long:
        return True
    if number is not None and other is not None and number != other:
        return False
    if "届" in short and "届" in long and _term(short) != _term(long):
        return False
    if long.endswith(short) or any(part.endswith(short) for part in long.split("暨")) or _abbreviates(short, long):
        return True
    core = without_ordinal(short)
    if number is None and len(core) >= 4 and (without_ordinal(long).endswith(core) or core == _without_term(long)):
        return True
    return number is not None and number == other and _shares(core, without_ordinal(long))


_OF_THE_TERM = re.compile(r"政协第?([一二三四五六七八九十]+届)([一-龥]{2,4}?)委员会")
_ANY_TERM = re.compile("第?[一二三四五六七八九十]+届")


def _without_term(name: str) -> str:
    """A sitting without its term and number: 政协第十四届全国委员会第三次主席会议 → 全国政协主席会议."""
    return _ANY_TERM.sub("", without_ordinal(_OF_THE_TERM.sub(r"\2政协\1", name)))


_HEAD = re.compile(r"(?:大会|会议|论坛|峰会|年会|推进会)$")


def _abbreviates(short: str, long: str) -> bool:
    """Whether a name is two or three letters of another's words in turn (旅发大会: 旅游产业发展大会)."""
    head = _HEAD.search(short)
    core = short[: head.start()] if head else ""
    if head is None or not long.endswith(head.group()) or not 2 <= len(core) <= 3 or core in long:
        return False
    return in_turn(core, long[: -len(head.group())])


def in_turn(short: str, long: str) -> bool:
    """Whether the letters of one name stand in the other in turn (市安委会: 市安全生产委员会)."""
    letters = iter(long)
    return all(letter in letters for letter in short)


_LONG_FORMS = (
    ("（扩大）", ""),
    ("全国人民代表大会", "全国人大"),
    ("中国人民政治协商会议", "政协"),
    ("常务委员会", "常委会"),
    ("第十", "十"),
    ("第二十届", "二十届"),
)
_SHORT_NAMES = [tuple(pair.split("=")) for pair in sections("short_names")[""]]
_PLENARY = re.compile("第?([一二三四五六七八九十]+届)中央委员会第([一二三四五六七八九十]+)次全体会议")


@lru_cache(maxsize=1 << 12)
def _usual(name: str) -> str:
    """The name with the organs' long forms shortened as papers do (第十三届全国人民代表大会 → 十三届全国人大)."""
    for long, short in _SHORT_NAMES:
        name = name.replace(long, short)
    name = _PLENARY.sub(r"\1\2中全会", name)
    for long, short in _LONG_FORMS:
        name = name.replace(long, short) if "届" in name or long == "（扩大）" else name
    return name


_TERM = re.compile(r"[〇零一二三四五六七八九十\d]+(?=届)")  # 党的二十届二中全会, 二十届二中全会


def _term(name: str) -> str:
    match = _TERM.search(name)
    return match.group() if match else ""


def _shares(a: str, b: str) -> bool:
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b))
    return len(x & y) >= 0.6 * min(len(x), len(y))
