"""Ordinals and numbers in Chinese or Arabic numerals; the numerals themselves are read by cn2an."""

from __future__ import annotations

import re
from functools import lru_cache

CN_DIGITS = "〇零一二三四五六七八九十百千万亿两"
_ORDINAL = re.compile(rf"第?([0-9]+|[{CN_DIGITS}]+)(?:届)?(?:次|期|场|轮)|首次")


def to_int(numeral: str) -> int | None:
    """The value of a numeral such as 七十八, 二〇一九 or 108; None where it is none."""
    if numeral.isdigit():
        return int(numeral)
    import cn2an  # type: ignore[import-untyped] # a third of a second, and most numerals are digits

    try:
        return int(cn2an.cn2an(numeral.replace("〇", "零"), "smart"))
    except (ValueError, KeyError):  # cn2an looks some malformed numerals up in vain
        return None


@lru_cache(maxsize=1 << 12)
def ordinal_of(name: str) -> int | None:
    """The number of a sitting in its series: 第七十八次 → 78, 首次 → 1; None without one. The last one counts."""
    found = list(_ORDINAL.finditer(name))
    if not found:
        return None
    return 1 if found[-1].group() == "首次" else to_int(found[-1].group(1))


@lru_cache(maxsize=1 << 12)
def without_ordinal(name: str) -> str:
    """The name of the series: the meeting's name without its ordinal."""
    return _ORDINAL.sub("", name)
