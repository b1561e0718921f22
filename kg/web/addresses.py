"""Addresses of pages: `/person/%E9%9F%A6%E9%9F%AC` for the node `person/韦韬`, stable because keys are."""

from __future__ import annotations

from urllib.parse import quote

from kg.model import Label
from kg.show.fetch import label_of

PAGES = (
    Label.PERSON,
    Label.MEETING,
    Label.BODY,
    Label.POST,
    Label.MEASURE,
    Label.DOCUMENT,
    Label.ARTICLE,
)


def page_of(key: str) -> str:
    """The address of a node's page; that of its words in their source for a demand or a target."""
    label, _, rest = key.partition("/")
    if label_of(key) not in PAGES:
        source, _, span = rest.partition("#char=")
        return place_in(source, *_span(span))
    return f"/{label}/{quote(rest, safe='')}"


def place_in(source: str, start: int = 0, end: int = 0) -> str:
    """The address of a source's text, with the span [start, end) marked in it."""
    at = f"?at={start},{end}#at" if end > start else ""
    return f"/source/{quote(source, safe='')}{at}"


def _span(text: str) -> tuple[int, int]:
    start, comma, end = text.partition(",")
    return (int(start), int(end)) if comma and start.isdecimal() and end.isdecimal() else (0, 0)
