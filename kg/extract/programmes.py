"""Programmes that stand without quotation marks: a verb that carries one out, what it is about, and its noun.

开展 + 燃气安全专项 + 行动: the noun alone names nothing (军事行动, 水利工程), so the word right before it must be one
that programmes are made of. The name begins behind the verb, without what only tells this run from another (新一轮,
全市, 2023年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import alternation, sections

_WORDS = sections("programmes")
_NOUNS = [noun for noun in _WORDS if not noun.isascii()]
_KINDS = {noun: tuple(sorted(_WORDS[noun], key=len, reverse=True)) for noun in _NOUNS}
_HEAD = re.compile(
    f"(?P<noun>{'|'.join(_NOUNS)})(?!(?:三年|五年|百日|攻坚|提升)?(?:行动|活动))"
    "(?![者力师院]|领导|办公室|小组|方案|纲领|指南|总指挥)"
)
_FRAME_STARTS = re.compile("[，。；：！？“”‘’《》〈〉【】（）()…\n 　—]")
_STRONG = re.compile(alternation(_WORDS["strong"]))
_GOVERNOR = re.compile(f"(?<!贯彻)(?:{alternation(_WORDS['governor'])})")
_CLAIMS = re.compile(f"(?:{alternation(_WORDS['claims'])})$")
_PREPOSITION = re.compile("(?:在|以|通过|随着|按照|围绕|结合|作为)?")
_CORE = re.compile(f"(?:{alternation(_WORDS['core'])})$")
_BEFORE = re.compile(f"(?:(?!深入贯彻)(?:{alternation(_WORDS['before'])}))+")
_EDITION = re.compile(rf"(?:\d{{4}}年度?|\d+[场次项个批]|{alternation(_WORDS['edition'])})+(?:的)?")
_JOINED = re.compile(
    rf"(?:{'|'.join(_NOUNS)}|战略|政策|措施|制度|机制|规划|工作)[和与及、]|等(?=[一二三四五六七八九十\d]{{1,2}}[大项个])"
)
_PARTICLE = re.compile("(?<!党)的")
_LISTED = re.compile("、(?=[^、]{6,}$)")  # 产业升级、城市更新行动; but 节水、减排专项行动 is one
_BREAKS = re.compile(alternation(_WORDS["breaks"]))
_EMPTY = re.compile(f"(?:{alternation(_WORDS['empty'])})*")
_NAMELESS = re.compile(alternation(_WORDS["nameless"]))
_NO_NAME = re.compile(
    r"[是已曾被让在这那哪某该每把将向]|使(?!用)|要(?!素)"
    r"|(?<![行人作])为|以(?!旧|案|工|上|下)|对(?![口接外内标])|从(?![业严])"
)
_LONGEST, _FEWEST = 36, 2  # characters before the noun, and before the word that makes it a programme


class Programme(NamedTuple):
    """[start, end) of the name without its edition, [full, end) of the whole printed name."""

    start: int
    end: int
    full: int


def find_programmes(text: str) -> Iterator[Programme]:
    """Every programme that a verb carries out, or that is one by its last words, in text order."""
    last: Programme | None = None
    for head in _HEAD.finditer(text):
        found = _programme(text, head)
        if last and found and found.full > last.full:  # 大排查大整治 + 集中行动: the longer name
            yield last
        last = found or last
    if last:
        yield last


def _programme(text: str, head: re.Match[str]) -> Programme | None:
    kinds, at = _KINDS[head["noun"]], head.start()
    if not text.endswith(kinds, 0, at):
        return None
    frame = _frame_start(text, at)
    if text[frame - 1 : frame] in ("《", "〈", "”"):  # a title, or what a name in quotation marks is about
        return None
    kind = at - next(len(word) for word in kinds if text.endswith(word, 0, at))
    start = _behind_governor(text, frame, kind)
    found = _named(text, start, kind, head.end()) if start is not None else None
    if found is None and not _STRONG.search(text, frame, kind) and _CLAIMS.search(text, frame, head.end()):
        return _named(text, _behind(_PREPOSITION, text, frame, kind), kind, head.end())
    return found


def _behind_governor(text: str, frame: int, end: int) -> int | None:
    """Behind the last verb that only carries out, else the first of the others."""
    strong = [verb.end() for verb in _STRONG.finditer(text, frame, end)]
    if strong:
        return strong[-1]
    governor = _GOVERNOR.search(text, frame, end)
    return governor.end() if governor else None


def _frame_start(text: str, at: int) -> int:
    """Where the words before `at` begin that may belong to its name: behind the last mark."""
    begin = max(0, at - _LONGEST)
    marks = [mark.end() for mark in _FRAME_STARTS.finditer(text, begin, at)]
    return marks[-1] if marks else begin


def _named(text: str, start: int, kind: int, end: int) -> Programme | None:
    """The name behind `start`; its noun, and the word that makes it a programme, stand in [kind, end)."""
    start = _behind(_BEFORE, text, start, end)
    for joint in _JOINED.finditer(text, start, end):
        start = joint.end()
    start = max((mark.end() for mark in _PARTICLE.finditer(text, start, end)), default=start)
    if "专项" not in text[start:end]:
        start = max((mark.end() for mark in _LISTED.finditer(text[:end], start)), default=start)
    full = _behind(_BEFORE, text, start, end)
    if core := _CORE.search(text, full, end):
        return Programme(core.start(), end, core.start() if _broken(text, full, end) else full)
    short = _behind(_EDITION, text, full, end)
    if kind - short < _FEWEST or _EMPTY.fullmatch(text, short, kind) or _broken(text, full, end):
        return None
    return Programme(short, end, full)


def _broken(text: str, start: int, end: int) -> bool:
    return bool(_NAMELESS.match(text, start) or _BREAKS.search(text, start, end) or _NO_NAME.search(text, start, end))


def _behind(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start
