"""Forms of a name for comparing: one width, no quotes or blanks, one word for an organ, Arabic numbers.

Nothing here is ever shown: a node's name stays a printed one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.extract.numerals import to_int
from kg.resolve.words import other_forms

_NOISE = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]+")
_NUMERAL = "零〇一二两三四五六七八九十百\\d"
_COUNTED = re.compile(rf"第?([{_NUMERAL}]+)(次|届|中全会|轮|期|场|号)")
_DOT = re.compile(r"[·•・\-－—]")
_RULER = re.compile(r"(?<=..)[一二三四五六七八九十]{1,3}世$")
_CONGRESS = re.compile(r"^(?:中国共产党|中共|党的?)?(?:第?(\d+)次全国代表大会|([一二三四五六七八九十]+)大)$")


def squeeze(text: str) -> str:
    """One width (NFKC), without blanks, quotes and title marks."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


def _counted(match: re.Match[str]) -> str:
    value = to_int(match[1])
    return match[0] if value is None else f"第{value}{match[2]}"


@lru_cache(maxsize=1)
def _organs() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = dict(other_forms("same_names"))
    # A canonical name stands in the pattern too, so that a shorter form inside it is left alone.
    keep = {name: name for name in forms.values()}
    every = keep | forms
    return re.compile("|".join(map(re.escape, sorted(every, key=lambda f: (-len(f), f))))), every


@lru_cache(maxsize=200_000)
def canonical(text: str) -> str:
    """The comparing form of an organ's, post's or document's name."""
    pattern, forms = _organs()
    return pattern.sub(lambda match: forms[match[0]], squeeze(text))


@lru_cache(maxsize=100_000)
def canonical_person(name: str) -> str:
    """The comparing form of a person's name: one dot in foreign names, no number of a ruler (阿卜杜拉二世)."""
    return _RULER.sub("", _DOT.sub("·", name))


@lru_cache(maxsize=100_000)
def canonical_meeting(text: str) -> str:
    """The comparing form of a meeting's name: ordinals as 第N次/第N届, one wording for the organs' sessions."""
    form = _COUNTED.sub(_counted, canonical(text))
    for pattern, replacement in _SESSIONS:
        form = pattern.sub(replacement, form)
    congress = _CONGRESS.match(form)
    if congress:
        return f"党第{congress[1] or to_int(congress[2])}次全国代表大会"
    return form


# In this order: 十九届四中全会 and 第十九届中央委员会第四次全体会议,
# 全国政协十三届三次会议 and 政协第十三届全国委员会第三次会议.
_SESSIONS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:今年|去年|明年|当年|当日|近日|日前|即将)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:举行的|召开的)?", ""),
        (r"^中华人民共和国(?=第\d+届)", ""),
        (r"全体会议", "全会"),
        (r"^(?:中国共产党|中共|中央|党的?)(?=第\d+届)", ""),
        (r"第(\d+)届中央(?:委员会)?第(\d+)次全会", r"第\1届第\2中全会"),
        (r"^(?:中国共产党|中共|党的?)?第(\d+)中全会", r"第\1中全会"),
        (r"(?:中国人民政治协商会议|人民政协|全国政协|政协)第(\d+)届(?:全国委员会)?", r"第\1届全国政协"),
        (r"^中央政治局召开会议", "中央政治局会议"),
        (r"会议(?=$|暨)", "会"),
        (r"会会(?=$|暨)", "会"),
    )
]
