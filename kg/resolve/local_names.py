"""Names that only a place makes whole: 省委, 市委书记, 全市总结推进会; and 太原市委 split into place and organ."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.resolve.regions import NOWHERE, Place, Region, leading

_UNIT = "自治区|省|市|县|区|州|盟|旗|镇|乡"
# What may follow 省, 市 … where it stands for “our province, our city”; 市场, 区域, 省会 and the like do not match.
_ORGAN = (
    r"(?:党委|委|人民政府|政府|人大|政协|纪委|监委|纪检|法院|高院|检察院|工会|总工会|妇联|团委|武警|军区|警备区|公安|直[机单有属各]|级"
    r"|领导|长|主席|新冠|新型冠状|疫情|应急|安委|常委|两会|主要|有关|[^，、“”]{0,14}(?:领导小组|指挥部|专班|办公室|委员会|工作会议?|推进会|[厅局委办]))"
)
_RELATIVE = re.compile(rf"(?:(?:我|全|本)({_UNIT})(?P<all>.*)|({_UNIT})(?![场会域块])(?P<organ>{_ORGAN}.*))", re.DOTALL)
_FLAGGED = re.compile(rf"[我全本]?({_UNIT})")
_DEPUTY = re.compile(r"(?:常务|代理|代)?副?(省|市|县|区|州|盟|旗)长|(?:代理|代)?副?主席$")
_OWN_ORGAN = re.compile(r"(?:党委|纪委|监委|人大|政协|政府|人民政府|军区)")


class LocalName(NamedTuple):
    """A name with its place told: `region` where it is known, `rest` what follows the place, `relative` as printed."""

    region: Region | None
    rest: str
    relative: bool

    @property
    def full(self) -> str:
        """The whole name, as far as it is known: 太原市 + 委书记; 山西省 + 省长."""
        return (self.region.distinct_name if self.region else "") + self.rest


@lru_cache(maxsize=200_000)
def localise(text: str, place: Place = NOWHERE, flagged: bool = False) -> LocalName:
    """Read the place a name begins with, or take it from `place` where the name is relative.

    `flagged` says the extractor knows the name to be relative. A relative name whose place is unknown comes back
    whole, without region.
    """
    deputy = _DEPUTY.match(text)
    if deputy and deputy[1]:
        return LocalName(place.at(deputy[1]), text, True)
    relative = _RELATIVE.fullmatch(text)
    if relative or flagged:
        return _relative(text, relative, place)
    return _absolute(text)


def _relative(text: str, match: re.Match[str] | None, place: Place) -> LocalName:
    unit, rest = _unit_and_rest(text, match)
    region = place.at(unit)
    if region is None:
        return LocalName(None, text, True)
    return LocalName(region, _organ(region, rest), True)


def _unit_and_rest(text: str, match: re.Match[str] | None) -> tuple[str, str]:
    if match is None:  # flagged by the extractor, in a shape not known here: 省招考中心
        unit = _FLAGGED.match(text)
        return (unit[1], text[unit.end() :]) if unit else ("", text)
    return (match[1], match["all"]) if match[1] else (match[3], match["organ"])


def _absolute(text: str) -> LocalName:
    region, rest = leading(text)
    if region is None:
        return LocalName(None, text, False)
    if not text[: len(text) - len(rest)].endswith(region.name):
        return _short_form(text, region, rest)
    return LocalName(region, _organ(region, rest), False)


def _short_form(text: str, region: Region, rest: str) -> LocalName:
    """山西省长, 内蒙古党委: a place without its unit counts only before the unit or an organ of its own."""
    unit = re.match(_UNIT, rest)
    if unit and region.name.endswith(unit[0]):
        return LocalName(region, _organ(region, rest[unit.end() :]), False)
    if _OWN_ORGAN.match(rest):
        return LocalName(region, _organ(region, rest), False)
    return LocalName(None, text, False)


def _organ(region: Region, rest: str) -> str:
    """What follows the place in one wording: 委 (党委 in an autonomous region), 政府, 省长 for 长."""
    if rest.startswith("长"):
        return region.name[-1] + rest
    if rest.startswith("人民政府"):
        return rest[2:]
    if rest.startswith("党委") and not region.name.endswith("自治区"):
        return rest[1:]
    return rest
