"""The page of a node: its properties, its sections, and for some kinds a time line, a trace or a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kg.model import Label
from kg.web.addresses import page_of
from kg.web.library import Library
from kg.web.sections import SECTIONS, Asked, Section, holders, reports
from kg.web.text import Piece, article_text
from kg.web.timeline import Bar, bars
from kg.web.traces import Told, trace_of

_PROPERTIES = ("role", "kind", "level", "region", "series", "ordinal", "date", "format", "venue", "source", "reporters")
_ALL = 1_000_000


class Page(msgspec.Struct, frozen=True):
    """What the page of a node tells, and its JSON too."""

    key: str
    label: str
    name: str
    address: str
    aliases: tuple[str, ...]
    properties: Mapping[str, Any]
    reports: int
    first_report: str
    last_report: str
    sections: tuple[Section, ...]
    bars: tuple[Bar, ...] = ()
    trace: Told | None = None
    text: tuple[Piece, ...] = ()
    source: str = ""


def page(library: Library, key: str, numbers: Mapping[str, int] | None = None) -> Page | None:
    """The page of a node; None where there is no such node. `numbers`: which page of a section is wanted."""
    node = library.node(key)
    if node is None:
        return None
    asked = Asked(library, key, numbers or {})
    label = Label(node["label"])
    told = [section for section in SECTIONS[label](asked) if section.total]
    return Page(
        key=key,
        label=label,
        name=node["name"] or key,
        address=page_of(key),
        aliases=tuple(node["aliases"]),
        properties={name: node[name] for name in _PROPERTIES if node[name] not in (None, "", [])},
        reports=node["reports"],
        first_report=node["first_report"] or "",
        last_report=node["last_report"] or "",
        sections=(*told, *([] if label is Label.ARTICLE else [reports(asked)])),
        bars=tuple(bars(holders(asked))) if label in (Label.PERSON, Label.POST) else (),
        trace=trace_of(library, node["name"]) if label is Label.MEASURE else None,
        text=_text(library, node) if label is Label.ARTICLE else (),
        source=node["path"] or "",
    )


def _text(library: Library, article: Mapping[str, Any]) -> tuple[Piece, ...]:
    """The article's text with all that it mentions."""
    return tuple(article_text(library, article["path"], library.rows("mentions", key=article["key"], most=_ALL)))
