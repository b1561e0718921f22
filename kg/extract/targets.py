"""Quantified targets: each number that somebody sets out to reach, with what is counted and until when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.context import LONGEST_SENTENCE, Context, Sentence
from kg.extract.demands import is_imperative
from kg.extract.prospects import (
    holds_out,
    is_abroad,
    is_aim,
    is_intended,
    is_meant,
    is_told,
    looks_ahead,
    will_be,
)
from kg.extract.quantities import Quantity, comparator, find_quantities
from kg.extract.rules import Rule, likely
from kg.lazy import lazy
from kg.lexicon import alternation, terms

_NUMBER = re.compile(r"\d|分之|成[，。；、以左]|[为至到][二三四五六七八九十两]|一半")
_DEADLINE = re.compile(r"(?<![较比])(?:到|在|至|前)?(20\d\d)年(?:底|末)?(?:前)?|“?(十[二三四五六])五”?(?:期间|末)")
_PLAN_ENDS = {"十二": "2015", "十三": "2020", "十四": "2025", "十五": "2030", "十六": "2035"}
_MARKS = "，；。：！？\n"
_JOINT = re.compile(r"[、和及与]|以及")
_NOUN_COUNTED = re.compile(r"(?!以[上内下]|左右)[一-龥“”、]{2,16}?(?=[，。；开要实全进逐都均])")
_OLD_VALUE = re.compile(r"[\d.]+[^，]{0,4}的$")  # 5%的(提至6%): which of the things, not what they are
_RIGHT_BEHIND = re.compile("[^，、到至达为由从比降增减超约近共于和及与提时期间内]{2,8}")  # 60个贫困村|2.1万农村人口
_DEED = re.compile(rf"\s*(?:{alternation(terms('targets', 'do'))})")
_COUNTERS = frozenset("个家所座项条名户套台件处批间")
_BEHIND = re.compile(r"〕(?:以上|左右)?的?([一-龥]{2,6}?)(?:通|全部|实现|达到|开展|建成|完成|纳入|$)")
_MORE_OR_LESS = re.compile(rf"(?:同比|年均|比上年|比去年|较上年)?(?:{alternation(terms('targets', 'difference'))})")
_FROM = re.compile(r"\s*(?:由|从)")
_BASELINE = re.compile(r"[较比](?:\d{4}年|上年|去年|上年度)$")  # 能耗较2023年(下降12%)
_SHARED = re.compile("[、和及与]")
_SHORTEST_OBJECT = 2
_LONGEST_FRAME = 80


class Target(NamedTuple):
    """A target in the words [start, end) of the view."""

    start: int
    end: int
    quantity: str
    value: float
    unit: str
    comparator: str
    object: str
    deadline: str


def find_targets(context: Context, demands: frozenset[tuple[int, int]], *, plan: bool) -> Iterator[Target]:
    """Targets in text order. `demands` are the view ranges of directives, which are prospects by themselves; `plan`:
    whether the article reports one, which then goes on in sentences that open with a verb.
    """
    asked = sorted(demands)
    published = context.article.source.date[:4]
    for sentence in context.sentences_with(_NUMBER):
        block = context.blocks[sentence.block]
        if block.kind != "heading":
            text = context.text[sentence.start : sentence.end]
            goes_on = _is_counted_up(context, sentence, published) or (plan and is_imperative(text))
            # 到2030年，…。装机规模将达到…: the paragraph looks to a year to come
            ahead = will_be(text) and looks_ahead(context.text[block.start : sentence.end], published)
            yield from _Numbers(context, sentence, asked).targets(aimed=goes_on or ahead)


def _is_counted_up(context: Context, sentence: Sentence, published: str) -> bool:
    """Whether what a sentence before holds out is counted up here: 今年将办好十件实事。新建…"""
    while sentence.start and _DEED.match(context.text[sentence.start : sentence.end]):
        before = context.sentence_at(sentence.start - 1)
        if sentence.start - before.end > 1 or context.blocks[before.block].kind == "heading":
            return False
        if holds_out(context.text[before.start : before.end], published):
            return True
        sentence = before
    return False


class _Numbers:
    """The numbers of one sentence in turn, and what those before say of one that names no thing of its own."""

    def __init__(self, context: Context, sentence: Sentence, demands: Sequence[tuple[int, int]]) -> None:
        self._context, self._sentence = context, sentence
        near = slice(*(bisect_left(demands, (at, 0)) for at in (sentence.start - LONGEST_SENTENCE, sentence.end)))
        self._demands = [(a, b) for a, b in demands[near] if sentence.start < b]
        self.text = context.text[sentence.start : sentence.end]
        self._thing, self._unit = "", ""  # what the number before counted
        self._waiting: list[str] = []  # things that 分别 shares out over the numbers to come

    @lazy
    def quantities(self) -> list[Quantity]:
        """All numbers with their units, left to right."""
        return list(find_quantities(self.text))

    def targets(self, *, aimed: bool) -> Iterator[Target]:
        """The numbers that are targets; unless demanded or `aimed` at, each needs a prospect before it."""
        published = self._context.article.source.date[:4]
        if not (aimed or self._demands or holds_out(self.text, published)):
            return
        intended = taken = False
        abroad = is_abroad(self.text)
        for number, quantity in enumerate(self.quantities):
            at = quantity.start
            demanded = any(a <= self._sentence.start + at < b for a, b in self._demands)
            aimed = aimed or (is_aim(self.text, at, published) and not abroad)
            intended = intended or is_intended(self.text, at)
            start, frame = self._frame(number)
            rule, match = _verdict(frame)
            allowed = {"do": demanded or aimed or intended, "level": demanded or aimed, "next": taken}
            allowed["claim"] = aimed or (demanded and is_meant(self.text, at))
            if rule is None or match is None or is_told(self.text, at, quantity.end) or not allowed.get(rule.role):
                if rule is not None and match is not None and match.groupdict().get("object"):
                    self._thing, self._unit = self._named(match, start), quantity.unit
                taken = False
                continue
            target = self._target(quantity, match, start)
            taken = len(target.object) >= _SHORTEST_OBJECT
            if taken:
                yield target

    def _frame(self, number: int) -> tuple[int, str]:
        """Where the words around a number begin, and those words with the number as 〔…〕."""
        at, stop = self.quantities[number].start, self.quantities[number].end
        start = max(self.text.rfind(mark, 0, at) for mark in _MARKS) + 1
        if _FROM.match(self.text, start, at):  # …上限，由100万元提高到500万元
            start = max(self.text.rfind(mark, 0, max(0, start - 1)) for mark in _MARKS) + 1
        before = next((q.end for q in self.quantities[:number] if q.start >= start), at)
        start = max((joint.end() for joint in _JOINT.finditer(self.text, before, at)), default=start)
        start = at if _RIGHT_BEHIND.fullmatch(self.text, before, at) else max(start, at - _LONGEST_FRAME)
        end = min((e for mark in _MARKS if (e := self.text.find(mark, stop)) >= 0), default=len(self.text))
        return start, f"{self.text[start:at]}〔{self.text[at:stop]}〕{self.text[stop:end]}"

    def _target(self, quantity: Quantity, match: re.Match[str], start: int) -> Target:
        thing = self._counted(match, quantity, start)
        bound = comparator(quantity, self.text, match.groupdict().get("comparator") or "")
        end = self._until(quantity, max(start + match.end() - 2, quantity.outer_end))
        offset = self._sentence.start
        return Target(
            offset + start,
            offset + end,
            quantity.printed,
            quantity.value,
            quantity.unit,
            bound,
            thing,
            _deadline(self.text[:end]),
        )

    def _until(self, quantity: Quantity, end: int) -> int:
        """Where a target's words end: not behind the next number (60个村2.1万人全部脱贫 are two)."""
        return min((q.start for q in self.quantities if quantity.outer_end < q.start < end), default=end)

    def _counted(self, match: re.Match[str], quantity: Quantity, start: int) -> str:
        """What the rule says is counted; where it names nothing, what the numbers before counted."""
        named = self._named(match, start)
        if named in terms("targets", "do") and self._thing and quantity.unit == self._unit:
            named = self._thing  # 新建农田20万亩，改造提升15万亩
        elif _MORE_OR_LESS.fullmatch(named) and self._thing:
            return self._thing  # 财政收入突破6亿元，增长12%
        if "分别" in match.group() and len(shared := _SHARED.split(named)) > 1:
            named, self._waiting = shared[0], shared[1:]
        elif not named and self._waiting:
            named = self._waiting.pop(0)
        elif len(named) < _SHORTEST_OBJECT and quantity.unit in _COUNTERS and (thing := _BEHIND.search(match.string)):
            named = thing.group(1)  # 实现不少于10个村通自来水
        elif len(named) < _SHORTEST_OBJECT:
            deed = match.groupdict().get("deed") or ""
            carried = self._thing if quantity.unit == self._unit or not deed else ""
            named = self._counted_before(quantity) or carried or deed or named
        self._thing, self._unit = named, quantity.unit
        return named

    def _counted_before(self, quantity: Quantity) -> str:
        """全市68家危化品企业…，搬迁改造12家: the noun that the same unit counts earlier in the sentence."""
        for other in self.quantities:
            if other.unit == quantity.unit and other.end < quantity.start:
                noun = _NOUN_COUNTED.match(self.text, other.end)
                if noun:
                    return noun.group()
        return ""

    def _named(self, match: re.Match[str], start: int) -> str:
        """The rule's object without the words before it that are no part of its name."""
        thing = _BASELINE.sub("", match["object"] or "")
        if not thing or _OLD_VALUE.search(thing):
            return ""
        if match.start("object") > match.string.index("〔"):
            return _stripped(thing)
        begin = self._sentence.start + start + match.start("object")
        until = begin + len(thing)
        words = [word[: until - at] for at, word, _ in self._context.words.between(begin, until)]
        rest = _stripped("".join(_without_lead(words)))
        return rest if len(rest) >= _SHORTEST_OBJECT or not terms("targets", "lead").isdisjoint(words) else thing


def _stripped(thing: str) -> str:
    """Without marks at its ends, unless they close what is opened in it."""
    thing = thing.strip("、的，”").lstrip("“") if thing.count("“") != thing.count("”") else thing.strip("、的，")
    return thing.replace("“", "") if "“" in thing and "”" not in thing else thing


def _without_lead(words: Sequence[str]) -> Sequence[str]:
    last = max((at for at, word in enumerate(words) if word in terms("targets", "lead")), default=-1)
    words = words[last + 1 :]
    while words and (words[0] in terms("targets", "lead_alone") or words[0].isdigit()):
        words = words[1:]
    return words


def _verdict(frame: str) -> tuple[Rule | None, re.Match[str] | None]:
    """The first rule that fits the number's words, and how it does."""
    for rule in likely("targets", frame):
        if match := rule.pattern.search(frame):
            return rule, match
    return None, None


def _deadline(text: str) -> str:
    found = list(_DEADLINE.finditer(text))
    if not found:
        return ""
    return found[-1].group(1) or _PLAN_ENDS.get(found[-1].group(2), "")
