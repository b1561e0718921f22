"""Quantities in print: numbers with their units, what they are worth, and how they bound (以上, 不超过)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.numerals import to_int
from kg.lexicon import alternation, sections

_UNITS = sections("units")
_COUNTERS = alternation(set(_UNITS[""]) - {"%", "％", "‰", "万", "亿"})
_QUANTITY = re.compile(
    rf"(?<![\d.第—-])(?P<number>\d+(?:\.\d+)?)(?P<scale>[多余几]?[百千万亿]*[多余]?)"
    rf"(?P<unit>{alternation((*_UNITS[''], *_UNITS['time']))})(?!\d)(?<!人(?=口))"
    r"|(?P<part>[一二三四五六七八九十百]+分之[一二三四五六七八九十]+|一半"
    r"|[一二三四五六七八九](?=成(?:以上|左右|以内|[，。；、]))成)"
    rf"|(?<=[为至到])(?P<word>[一二两三四五六七八九十]{{1,2}}(?:{_COUNTERS}))(?=[，。；、])"
)
_NUMERAL = re.compile("[一二两三四五六七八九十]+")
_BOUND = re.compile(
    r"(?:[—－~～-]{1,2}\d+(?:\.\d+)?[万亿]?[一-龥%％]{1,3}?)?(?:以上|左右|以内|以下)|[—－~～-]{1,2}\d+(?:\.\d+)?[%％]"
)
_COMPARATORS = {
    "以上": ">=",
    "不低于": ">=",
    "不少于": ">=",
    "至少": ">=",
    "最低": ">=",
    "不得低于": ">=",
    "不得少于": ">=",
    "超过": ">",
    "超": ">",
    "突破": ">",
    "高于": ">",
    "多于": ">",
    "逾": ">",
    "以内": "<=",
    "以下": "<=",
    "不超过": "<=",
    "不高于": "<=",
    "不多于": "<=",
    "不得超过": "<=",
    "不得高于": "<=",
    "最高": "<=",
    "最多": "<=",
    "控制在": "<=",
    "低于": "<",
    "少于": "<",
    "左右": "~",
    "约": "~",
    "近": "~",
}
_SCALE = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


class Quantity(NamedTuple):
    """[start, end) of the printed quantity and the end of what bounds it behind (以上); value and unit apart."""

    start: int
    end: int
    outer_end: int
    printed: str
    value: float
    unit: str

    @property
    def is_time(self) -> bool:
        """Whether it measures time."""
        return self.unit in _UNITS["time"]


def find_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right; years and dates are none."""
    for match in _QUANTITY.finditer(text):
        if _is_date(text, match):
            continue
        bound = _BOUND.match(text, match.end())
        value, unit = _value(match)
        yield Quantity(*match.span(), bound.end() if bound else match.end(), match.group(), value, unit)


def comparator(quantity: Quantity, text: str, before: str) -> str:
    """The sign of what bounds the quantity: the word behind it (以上), else the word before it (不超过)."""
    behind = text[quantity.end : quantity.outer_end]
    return _COMPARATORS.get(behind) or _COMPARATORS.get(before, "=")


def _is_date(text: str, match: re.Match[str]) -> bool:
    unit = match["unit"]
    if unit == "年":
        return len(match["number"]) == 4
    return unit == "日" and text[match.start() - 1 : match.start()] == "月"


def _value(match: re.Match[str]) -> tuple[float, str]:
    if part := match["part"]:
        if part == "一半":
            return 0.5, ""
        if part.endswith("成"):
            return (to_int(part[:-1]) or 0) / 10, ""
        below, above = (to_int(piece) or 1 for piece in part.split("分之"))
        return above / below, ""
    if word := match["word"]:
        numeral = _NUMERAL.match(word)
        assert numeral is not None
        return float(to_int(numeral.group()) or 0), word[numeral.end() :]
    value, unit = float(match["number"]), match["unit"]
    for scale in match["scale"]:
        value *= _SCALE.get(scale, 1)
    if unit[0] in "万亿":
        value, unit = value * _SCALE[unit[0]], unit[1:]
    return value, unit
