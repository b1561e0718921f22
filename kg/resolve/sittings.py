"""What a meeting's name tells: the series it belongs to, term, number and year."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.resolve.canon import canonical_meeting
from kg.resolve.local_names import localise
from kg.resolve.regions import Place
from kg.resolve.words import table

_TERM = re.compile(r"第(\d+)届(?=.*第\d+|.*会)")
_ORDINAL = re.compile(r"第(\d+)(?:次|届|轮|期|场|号|(?=中全会))|首[次届]")
_YEAR = re.compile(r"(\d{4})年(?:度)?")
# Names every organ's meetings may have: they tell nothing by themselves.
_GENERIC = re.compile(
    r"^(?:\d+年)?(?:本次|此次|这次|专题|视频|电视电话|工作|全体|联组|分组|闭幕|开幕|预备|主席团?|常委|委员长|领导小组|座谈|推进|现场|部署|调度"
    r"|动员|表彰|总结|协商|远程|双周|专家|企业家|集体学习|扩大|党组|理事|主场|论坛|峰|年|全|大|论|研讨|报告|交流|签约|启动|汇报|民主生活)*"
    r"(?:会|坛|学习|活动|仪式|论坛|会见|会谈|会晤|通话)?$"
)


class Sitting(NamedTuple):
    """One name of one sitting. `term` is the 届 of its organ or the year that the name itself tells; 0 is untold."""

    series: str
    term: int = 0
    ordinal: int = 0

    @property
    def generic(self) -> bool:
        """Whether the name tells neither organ nor subject nor number (座谈会)."""
        return not self.ordinal and self.anybodys

    @property
    def anybodys(self) -> bool:
        """Whether the name tells neither organ nor subject (第五次会晤)."""
        return bool(_GENERIC.match(self.series))


@lru_cache(maxsize=100_000)
def sittings(name: str, place: Place) -> tuple[Sitting, ...]:
    """The sittings a printed name joins (A暨B has two), places told in full."""
    parts = (localise(part, place).full for part in name.split("暨") if part)
    return tuple(parse(canonical_meeting(part)) for part in parts)


def full_name(name: str, place: Place) -> str:
    """The printed name with every relative place told: 太原市疫情防控工作领导小组第108次会议."""
    return "暨".join(localise(part, place).full for part in name.split("暨"))


@lru_cache(maxsize=100_000)
def parse(form: str) -> Sitting:
    """A comparing form (`canonical_meeting`) taken apart."""
    term, rest = _take(_TERM, form) if _has_both(form) else (0, form)
    ordinal, series = _take_last(_ORDINAL, rest)
    if not term and ordinal:
        term, series = _take(_YEAR, series)
    return Sitting(series, term, ordinal)


def _has_both(form: str) -> bool:
    """Whether 届 is the organ's term (第19届第4中全会), not the meeting's own number (第11届世界互联网大会)."""
    found = _ORDINAL.findall(form)
    return len(found) > 1 or bool(re.match(r"第\d+届(?:全国人大|全国政协|中央)", form))


def _take(pattern: re.Pattern[str], text: str) -> tuple[int, str]:
    return _without(pattern.search(text), text)


def _take_last(pattern: re.Pattern[str], text: str) -> tuple[int, str]:
    """A sitting's own number is the last one: 十二届全国人大一次会议主席团第五次会议 is the presidium's fifth."""
    found = list(pattern.finditer(text))
    return _without(found[-1] if found else None, text)


def _without(match: re.Match[str] | None, text: str) -> tuple[int, str]:
    return (int(match[1] or 1), text[: match.start()] + text[match.end() :]) if match else (0, text)


@cache
def _terms() -> list[tuple[re.Pattern[str], list[tuple[str, int]]]]:
    organs = table("terms")["organ"]
    return [(re.compile(o["series"]), sorted((day, n) for n, day in o["began"])) for o in organs]


def with_term(sitting: Sitting, date: str) -> Sitting:
    """A numbered sitting of an organ that counts anew each term, its term told by the date."""
    if sitting.term or not sitting.ordinal or not date[:4].isdecimal():
        return sitting
    for series, began in _terms():
        if series.match(sitting.series):
            return sitting._replace(term=max((n for day, n in began if day <= date), default=0))
    return sitting
