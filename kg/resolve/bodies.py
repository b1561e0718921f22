"""Bodies: one name for an organ in its region, its kind and level, and what it is part of by its very name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.model import Properties
from kg.resolve.canon import canonical
from kg.resolve.local_names import localise
from kg.resolve.regions import NOWHERE, Place, Region, around

CENTRAL = re.compile(r"中央|国务院|全国|国家|最高人民|中华人民共和国|中共|中国共产党")
_KINDS = [
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("leading_group", r"(?:领导小组|指挥部|专班|工作组|联席会议|联防联控机制)$"),
        ("enterprise", r"(?:公司|集团|银行|企业|厂|油田|矿务局)$"),
        ("school", r"(?:大学|学院|学校|中学|小学|党校|幼儿园)$"),
        ("cppcc", r"政协"),
        ("congress", r"人大|人民代表大会"),
        (
            "party",
            r"(?:[省市县区州盟旗]委|党委|党组|支部|纪委|政治局|书记处|中共中央|^中央)$|^中央.*(?:部|办公厅|委员会|常委会)$",
        ),
        ("government", r"(?:政府|国务院)$"),
        ("department", r"[部委厅局办署院]$|委员会$|办公[厅室]$|总局$"),
    )
]
_PARENTS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<whole>.{2,}(?:委|党委))(?:组织部|宣传部|统战部|政法委|办公厅|办公室|政策研究室|巡视办)$",
        r"(?P<whole>国务院).{2,}$",
        r"(?P<whole>全国人大常委会|全国政协).{2,}(?:委员会|办公厅|机关)$",
        r"(?P<whole>全国人大)常委会$",
        r"(?P<whole>中央政治局)常委会$",
        r"(?P<whole>.{3,}(?:公司|集团|银行|大学|学院|医院|部|委员会|总局))(?:党委|党组|纪委|分党组)$",
        r"(?P<whole>.{2,}(?:人大))常委会$",
        r"(?P<whole>.{3,}领导小组)办公室$",
    )
]
_CENTRAL_PARTY = re.compile(
    r"中央(?:宣传部|组织部|统战部|政法委|对外联络部|办公厅|政策研究室|政治局|书记处|.*委员会|.*领导小组)$"
)


# Organs that obey the same organ one region up, and the one at the top.
_LINES = {"委": "中央", "党委": "中央", "政府": "国务院", "纪委": "中央纪委", "监委": "国家监委"}


class BodyName(NamedTuple):
    """A body as far as its name tells it. `printed` is the name with its place, `same` the form compared."""

    printed: str
    same: str
    region: Region | None
    known: bool

    @property
    def kind(self) -> str:
        """Closed set, see `kg.model`; `other` where the name does not tell."""
        return next((kind for kind, pattern in _KINDS if pattern.search(self.same)), "other")

    @property
    def level(self) -> str:
        """central, or the region's level; empty where the name does not tell."""
        if self.region:
            return self.region.level
        return "central" if CENTRAL.match(self.same) else ""

    @property
    def properties(self) -> Properties:
        """What a node of it carries besides name and aliases."""
        found = {"kind": self.kind, "level": self.level, "region": self.region.tag if self.region else ""}
        return {name: value for name, value in found.items() if value}


@lru_cache(maxsize=100_000)
def body_name(text: str, place: Place = NOWHERE, relative: bool = False) -> BodyName:
    """The body a printed name means at a place; `known` is false where its place stays unknown."""
    local = localise(text, place, relative)
    return BodyName(local.full, canonical(local.full), local.region, not local.relative or local.region is not None)


def above(name: BodyName) -> str | None:
    """The same organ one region up (太原市委: 山西省委; 山西省政府: 国务院), where such organs obey each other."""
    region = name.region
    organ = next((o for o in _LINES if region and name.printed == region.distinct_name + o), None)
    if region is None or organ is None:
        return None
    larger = [r for r in around(region) if r and r != region]
    return larger[-1].distinct_name + organ if larger else _LINES[organ]


def whole(name: str) -> str | None:
    """The body of which this one is a part, by its name alone: 太原市委 for 太原市委组织部."""
    if _CENTRAL_PARTY.match(name):
        return "中央政治局" if name.startswith("中央政治局常") else "中央"
    found = (pattern.match(name) for pattern in _PARENTS)
    return next((match["whole"] for match in found if match), None)
