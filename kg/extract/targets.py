"""Quantified targets with comparator, object and deadline, told from statistics by the prospect of their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Context, Sentence
from kg.extract.demands import is_imperative
from kg.extract.numerals import to_int
from kg.extract.rules import rules

# What holds out a prospect: it must stand in the two clauses before the number, or the sentence must be a demand.
_PROSPECT = re.compile(
    r"(?<![即])将(?![军领士帅来其近])|(?<![重主需首必只])要(?![素求点闻])|力争|争取|目标|计划(?!单列)|确保|年底前|今后|未来[一-龥\d]+年|明年|预期|努力|(?<=今年)新增|到“?十[一-龥]五”?末"
)
_NUMBER = re.compile(r"\d|分之")
_YEAR = re.compile(r"到(20\d\d)年")
_DONE = re.compile(
    r"已|了(?=\d|[一-龥，。])|累计|截至|截止|去年|同比|环比|目前|曾|共有|共计|达到了|以来|统计|上半年|[一二三四]季度|前\d个?月|昨天|记者|预计|约占|共(?=\d)|正在|此前|当天|今天"
)
_FORECAST = re.compile(r"预计|预测|估计|有望")
_DEADLINE = re.compile(r"(?:到|在)?(20\d\d)年(?:底|末)?(?:前)?|“?(十[二三四五六])五”?(?:期间|末)")
_PLAN_ENDS = {"十二": "2015", "十三": "2020", "十四": "2025", "十五": "2030", "十六": "2035"}
_COMPARATORS = {
    "以上": ">=",
    "不低于": ">=",
    "不少于": ">=",
    "超过": ">",
    "超": ">",
    "突破": ">",
    "以内": "<=",
    "以下": "<=",
    "不超过": "<=",
    "控制在": "<=",
    "左右": "~",
    "约": "~",
}
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
    published = context.article.source.date[:4]
    planned = False  # a plan goes on in sentences that open with a verb
    for sentence in context.sentences:
        text = context.text[sentence.start : sentence.end]
        if context.blocks[sentence.block].kind == "heading":
            continue
        demanded = any(a < sentence.end and sentence.start < b for a, b in demands)
        planned = planned or bool(_PROSPECT.search(text))
        free = demanded or (planned and is_imperative(text))
        if _NUMBER.search(text) and (free or _PROSPECT.search(text) or _YEAR.search(text)):
            yield from _in_sentence(text, sentence, published, free=free)


def _in_sentence(text: str, sentence: Sentence, published: str, *, free: bool) -> Iterator[Target]:
    """The targets of a sentence; unless `free`, each needs a prospect in the two clauses before its number."""
    deadline = _deadline(text)
    taken: set[int] = set()
    for rule in rules("targets"):
        for match in rule.matches(text):
            at = match.start("quantity")
            start = max(text.rfind(mark, 0, at) for mark in "，；。：") + 1
            told = _DONE.search(text, start, match.end()) or _FORECAST.search(text, 0, start)
            if at in taken or told or not (free or taken or _held_out(text, start, at, published)):
                continue
            taken.add(at)
            yield _target(match, sentence.start + start, sentence.start + match.end(), deadline)


def _held_out(text: str, clause: int, at: int, published: str) -> bool:
    """Whether a prospect, or a year still to come, stands in this clause or the one before it."""
    window = max(0, text.rfind("，", 0, max(0, clause - 1)) + 1)
    year = _YEAR.search(text, 0, at)
    return bool(_PROSPECT.search(text, window, at)) or bool(year and year.group(1) >= published)


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
