"""When two printed names are the same, and how alike two names of meetings are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_NOISE = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]")
_ORDINAL = re.compile(r"第?([0-9〇零一二两三四五六七八九十百千]+)次")
_COMMON = re.compile(f"{_ORDINAL.pattern}|会议|全体|召开")
_DIGITS = {"〇": 0, "两": 2} | {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
SAME_MEETING = 0.6  # likeness from which two names are taken for one meeting's


def norm(text: object) -> str:
    """NFKC, without white space, quotation marks and closing punctuation."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", str(text))).strip("。,、;:.!?")


def number(text: str) -> int:
    """The value of a numeral in Arabic or Chinese digits below ten thousand: 119, 七十八, 一百零八."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for sign in text:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def alike(one: str, other: str) -> float:
    """How alike two names of meetings are, 0 to about 1.1; two different ordinals make them different meetings."""
    ordinals = _ordinal(one), _ordinal(other)
    same_ordinal = ordinals[0] is not None and ordinals[0] == ordinals[1]
    if not same_ordinal and None not in ordinals:
        return 0.0
    if norm(one) == norm(other):
        return 1.0
    a, b = (_COMMON.sub("", norm(name)) for name in (one, other))
    if not a or not b:
        return 0.0
    if (a in b or b in a) and min(len(a), len(b)) >= 4:
        return 0.9 if same_ordinal else 0.75
    return _dice(a, b) + (0.1 if same_ordinal else 0.0)


def _ordinal(name: str) -> int | None:
    found = _ORDINAL.search(norm(name))
    return number(found.group(1)) if found else None


def _dice(a: str, b: str) -> float:
    first, second = _bigrams(a), _bigrams(b)
    return 2 * (first & second).total() / (first.total() + second.total())


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])
