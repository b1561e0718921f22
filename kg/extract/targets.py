"""Quantified targets with comparator, object and deadline, told from statistics by the prospect of their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Context, Sentence
from kg.extract.demands import is_imperative
from kg.extract.numerals import to_int
from kg.extract.rules import rules

_PROSPECT = re.compile(
    r"(?<![即])将(?![军领士帅来其])|(?<![重主需首必])要(?![素求点闻])|力争|争取|目标|计划|确保|到20\d\d年|到“?十[一-龥]五”?末|年底前|未来|明年|预期|规划|今年(?:新增|要|将|计划|力争|完成)|全年"
)
_DONE = re.compile(r"已|了(?=\d|[一-龥，。])|累计|截至|截止|去年|同比|环比|目前|曾|共有|共计|达到了|以来|统计|上半年|[一二三四]季度|前\d个?月|增长\d|下降\d|昨天|记者|预计|约占|共(?=\d)|正在|此前|当天|今天")
_FORECAST = re.compile(r"预计|预测|估计|有望")
_DEADLINE = re.compile(r"(?:到|在)?(20\d\d)年(?:底|末)?(?:前)?|“?(十[二三四五六])五”?(?:期间|末)")
_PLAN_ENDS = {"十二": "2015", "十三": "2020", "十四": "2025", "十五": "2030", "十六": "2035"}
_COMPARATORS = {"以上": ">=", "不低于": ">=", "不少于": ">=", "超过": ">", "超": ">", "突破": ">", "以内": "<=", "以下": "<=", "不超过": "<=", "控制在": "<=", "左右": "~", "约": "~"}
_VALUE = re.compile(r"[\d.]+|[一二两三四五六七八九十百千]+分之[一二两三四五六七八九十]+|[一二两三四五六七八九十百千]+")
_SCALE = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


class Target(NamedTuple):
    """A target in the clause [start, end) of the view."""

    start: int
    end: int
    quantity: str
    value: float
    unit: str
    comparator: str
    object: str
    deadline: str


def find_targets(context: Context, demands: frozenset[tuple[int, int]]) -> Iterator[Target]:
    """Targets in text order; `demands` are the view ranges of directives, which are prospects by themselves."""
    held_out = -1  # the block a prospect was held out in last; a plan goes on in paragraphs that open with a verb
    for sentence in context.sentences:
        text = context.text[sentence.start : sentence.end]
        if context.blocks[sentence.block].kind == "heading":
            continue
        demanded = any(a < sentence.end and sentence.start < b for a, b in demands)
        prospect = _PROSPECT.search(text)
        goes_on = held_out == sentence.block or (held_out >= 0 and is_imperative(text))
        if re.search(r"\d|分之", text) and (prospect or demanded or goes_on):
            yield from _in_sentence(text, sentence, 0 if demanded or not prospect or goes_on else prospect.start())
        if prospect:
            held_out = sentence.block


def _in_sentence(text: str, sentence: Sentence, prospect: int) -> Iterator[Target]:
    """The targets of a sentence, none left of where its prospect begins."""
    deadline = _deadline(text)
    taken: set[int] = set()
    for rule in rules("targets"):
        for match in rule.pattern.finditer(text, prospect):
            start = max(text.rfind(mark, 0, match.start("quantity")) for mark in "，；。：") + 1
            told = _DONE.search(text, start, match.end()) or _FORECAST.search(text, 0, start)
            if match.start("quantity") in taken or told:
                continue
            taken.add(match.start("quantity"))
            yield _target(match, sentence.start + start, sentence.start + match.end(), deadline)


def _target(match: re.Match[str], start: int, end: int, deadline: str) -> Target:
    groups = match.groupdict()
    quantity = match["quantity"]
    marks = (groups.get("approx") or "", quantity[-2:], groups.get("comparator") or "")
    comparator = next((_COMPARATORS[mark] for mark in marks if mark in _COMPARATORS), "=")
    quantity = re.sub(r"(?:以上|左右|以内|以下)$", "", quantity)
    number = _VALUE.match(quantity)
    value, unit = _value(quantity, number.end() if number else 0)
    return Target(start, end, quantity, value, unit, comparator, match["object"].strip("、的"), deadline)


def _value(quantity: str, digits: int) -> tuple[float, str]:
    numeral, unit = quantity[:digits], quantity[digits:].lstrip("多余")
    if "分之" in numeral:
        below, above = (to_int(part) or 1 for part in numeral.split("分之"))
        return above / below, ""
    value = float(numeral) if re.fullmatch(r"\d+(?:\.\d+)?", numeral) else float(to_int(numeral) or 0)
    while unit[:1] in _SCALE and unit[1:2] not in ("瓦", "米", "克"):
        value, unit = value * _SCALE[unit[0]], unit[1:].lstrip("多余")
    return value, unit


def _deadline(text: str) -> str:
    found = _DEADLINE.search(text)
    if found is None:
        return ""
    return found.group(1) or _PLAN_ENDS.get(found.group(2), "")
