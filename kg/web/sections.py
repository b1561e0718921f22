"""The sections of a node's page, by what a reader of that kind of thing looks for first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import msgspec

from kg.model import Label
from kg.web import rows as made
from kg.web.library import Library
from kg.web.rows import ROLES, Row
from kg.web.told import Sitting

AT_ONCE = 40  # rows of a section on one page


class Section(msgspec.Struct, frozen=True):
    """Rows of one kind. `total` of them are on `pages` pages, of which this is number `page`."""

    id: str
    kind: str
    rows: tuple[Any, ...]
    total: int
    page: int = 1
    pages: int = 1


class Asked(msgspec.Struct, frozen=True):
    """Of which node, which page of which section."""

    library: Library
    key: str
    numbers: Mapping[str, int] = {}

    def section(self, name: str, kind: str, items: Sequence[Any], make: Callable[[Library, Any], Any]) -> Section:
        """A section, of which only the rows on its page are made."""
        pages = max(1, -(-len(items) // AT_ONCE))
        page = min(max(1, self.numbers.get(name, 1)), pages)
        shown = items[(page - 1) * AT_ONCE : page * AT_ONCE]
        return Section(name, kind, tuple(make(self.library, item) for item in shown), len(items), page, pages)

    def facts(self, *facts: str, direction: str = "") -> list[Row]:
        """The node's facts of these types, both ways unless told which."""
        found = self.library.rows("facts", key=self.key, facts=list(facts))
        return [row for row in found if direction in ("", row["direction"])]


def _person(asked: Asked) -> list[Section]:
    met = _grouped(asked.facts(*ROLES))
    met.sort(key=lambda rows: (rows[0]["date"] or "", rows[0]["key"]), reverse=True)
    return [
        asked.section("posts", "holdings", holders(asked)[::-1], made.holding),
        asked.section("meetings", "parts", met, made.part),
        _words(asked),
    ]


def _meeting(asked: Asked) -> list[Section]:
    people = sorted(_grouped(asked.facts(*ROLES)), key=made.printed_order)
    series = asked.library.rows("calendar", key=asked.key)
    return [
        asked.section("people", "parts", people, made.part),
        _relations(asked, "conveyed", "CONVEYED", direction="out"),
        _relations(asked, "conveyed_by", "CONVEYED", direction="in"),
        _relations(asked, "documents", "ADOPTED", "CONSIDERED"),
        asked.section("words", "sayings", asked.library.rows("words", key=asked.key), made.saying),
        _relations(asked, "held_by", "HELD_BY"),
        asked.section("series", "sittings", series if len(series) > 1 else [], partial(_sitting, asked.key)),
        _relations(asked, "reported", "REPORTS"),
    ]


def _body(asked: Asked) -> list[Section]:
    return [
        asked.section("meetings", "sittings", asked.library.rows("calendar", key=asked.key), made.sitting),
        asked.section("holders", "holdings", holders(asked)[::-1], made.holding),
        _words(asked),
        _relations(asked, "published", "PUBLISHED"),
        _relations(asked, "part_of", "PART_OF", direction="out"),
        _relations(asked, "parts", "PART_OF", direction="in"),
    ]


def _post(asked: Asked) -> list[Section]:
    return [
        asked.section("holders", "holdings", holders(asked)[::-1], made.holding),
        _relations(asked, "of", "OF"),
    ]


def _measure(asked: Asked) -> list[Section]:
    return [
        _relations(asked, "has_parts", "HAS_PART", direction="out"),
        _relations(asked, "part_of_measures", "HAS_PART", direction="in"),
        _relations(asked, "variants", "VARIANT_OF"),
        _words(asked),
    ]


def _document(asked: Asked) -> list[Section]:
    return [
        _relations(asked, "meetings", "ADOPTED", "CONSIDERED", "CONVEYED"),
        _relations(asked, "published", "PUBLISHED"),
        _relations(asked, "targets", "SETS"),
        asked.section("cited", "sayings", _newest(asked.library.rows("words", key=asked.key)), made.saying),
    ]


def _article(asked: Asked) -> list[Section]:
    named = asked.library.rows("mentions", key=asked.key)
    by_label = {label: [row for row in named if row["label"] == label] for label in Label}
    return [
        _relations(asked, "reports", "REPORTS"),
        *(
            asked.section(f"named_{label.lower()}", "mentions", found, made.mention)
            for label, found in by_label.items()
            if found and label not in (Label.DIRECTIVE, Label.TARGET)
        ),
    ]


SECTIONS: Mapping[Label, Callable[[Asked], list[Section]]] = {
    Label.PERSON: _person,
    Label.MEETING: _meeting,
    Label.BODY: _body,
    Label.POST: _post,
    Label.MEASURE: _measure,
    Label.DOCUMENT: _document,
    Label.ARTICLE: _article,
}


def holders(asked: Asked) -> list[Row]:
    """Who holds the node's posts, the earliest first."""
    return asked.library.rows("holders", key=asked.key)


def _words(asked: Asked) -> Section:
    return asked.section("words", "sayings", _newest(asked.library.rows("words", key=asked.key)), made.saying)


def reports(asked: Asked) -> Section:
    """The articles that name the node."""
    return asked.section("articles", "mentions", asked.library.rows("mentions", key=asked.key), made.mention)


def _relations(asked: Asked, name: str, *facts: str, direction: str = "") -> Section:
    return asked.section(name, "relations", asked.facts(*facts, direction=direction), made.relation)


def _sitting(key: str, library: Library, row: Row) -> Sitting:
    return made.sitting(library, row, here=key)


def _grouped(rows: list[Row]) -> list[list[Row]]:
    """Rows by the node at their other end."""
    by_key = sorted(rows, key=lambda row: str(row["key"]))
    return [list(group) for _, group in groupby(by_key, key=lambda row: row["key"])]


def _newest(rows: list[Row]) -> list[Row]:
    """The latest first; what has no date comes last. Words of one meeting stay in their order."""
    return sorted(rows, key=lambda row: row["date"] or "", reverse=True)
