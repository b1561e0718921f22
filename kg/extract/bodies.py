"""Bodies: organs the text names, and the body that holds a meeting by the meeting's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import alternation, sections, terms

_RELATIVE = terms("bodies", "relative")
_ORGAN = re.compile(alternation((*sections("bodies")["organ"], *sections("bodies")["relative"])) + "(?![员书常])")
_HOLDER = re.compile(rf"^(?:.*?)(?:{alternation(sections('bodies')['holder'])})")
_COLLECTIVE = re.compile(r"们$|^大家|^与会|干部群众|^部分|^代表|^专家|^会议$")
_SITTING_OF_SERIES = re.compile(r"第?[0-9一二三四五六七八九十百]+次.*$")
_OF_THE_PLACE = re.compile(r"[省市县区州](?!域)|全[省市县区]|我[省市县区]")
_KINDS = (
    ("leading_group", r"领导小组|指挥部|工作小组|专班|机制$"),
    ("cppcc", r"政协"),
    ("congress", r"人大|人民代表大会"),
    ("enterprise", r"公司|集团|银行"),
    ("school", r"大学|学院|学校|中学|小学"),
    ("party", r"党|委$|中共|中央|纪委|政治局"),
    ("government", r"国务院|政府"),
    ("department", r"[部局厅署院]$|委$|总局|办公室|办公厅"),
)


class BodyMention(NamedTuple):
    """[start, end) of the view and the body's name as printed."""

    start: int
    end: int
    name: str


def find_bodies(text: str) -> Iterator[BodyMention]:
    """Organs named outright and relative ones (省委, 市政府), in text order."""
    for match in _ORGAN.finditer(text):
        yield BodyMention(match.start(), match.end(), match.group())


@lru_cache(maxsize=1 << 12)
def holder_of(meeting: str) -> str:
    """The body that holds a meeting by its name: 市防汛领导小组第3次会议 → 市防汛领导小组; '' where it tells none."""
    first = meeting.split("暨")[-1]
    found = _HOLDER.match(first)
    return _SITTING_OF_SERIES.sub("", found.group()) if found else ""


@lru_cache(maxsize=1 << 12)
def is_relative(name: str) -> bool:
    """Whether the name leaves its place to the source: 省委, 市政府, 市防汛指挥部."""
    return name in _RELATIVE or _OF_THE_PLACE.match(name) is not None


@lru_cache(maxsize=1 << 12)
def kind_of(name: str) -> str:
    """The body's kind (the closed set of `kg.model`)."""
    if _COLLECTIVE.search(name):
        return "collective"
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), "other")
