"""Rows of the canned queries made into what a page tells (`kg.web.told`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.web.addresses import page_of
from kg.web.library import Library
from kg.web.proofs import of_row, split_place
from kg.web.told import Holding, Mention, Part, Ref, Relation, Saying, Sitting

Row = dict[str, Any]
_RANK = {"CHAIRED": 1, "SPOKE_AT": 2, "REPORTED_AT": 3, "ATTENDED": 4}
ROLES = list(_RANK)


def ref(key: str, name: str) -> Ref:
    """A node by its key."""
    return Ref(name, key.partition("/")[0].capitalize(), key, page_of(key))


def ref_by_name(library: Library, label: str, name: str, date: str | None = None) -> Ref:
    """The node of that name, if there is only one."""
    found = library.named(label, name, date)
    return ref(found.key, name) if found else Ref(name, label)


def refs(keys: Sequence[str], names: Sequence[str]) -> tuple[Ref, ...]:
    """Nodes told in two parallel lists."""
    return tuple(ref(key, name) for key, name in zip(keys, names, strict=True))


def holding(library: Library, row: Row) -> Holding:
    """From a row of `holders`."""
    return Holding(
        person=ref(row["person_key"], row["person"]),
        post=ref(row["post_key"], row["post"]),
        bodies=refs(row["body_keys"], row["bodies"]),
        printed=tuple(row["printed"] or ()),
        first_seen=row["first_seen"] or "",
        last_seen=row["last_seen"] or "",
        proofs=of_row(library, row),
    )


def part(library: Library, rows: Sequence[Row]) -> Part:
    """From the rows of `facts` that join one person and one meeting."""
    rows = sorted(rows, key=lambda row: _RANK[row["fact"]])
    complete = [row["list_complete"] for row in rows if row["list_complete"] is not None]
    return Part(
        node=ref(rows[0]["key"], rows[0]["name"]),
        date=rows[0]["date"] or "",
        roles=tuple(row["fact"] for row in rows),
        as_posts=_distinct(rows, "as_posts"),
        verbs=_distinct(rows, "verbs"),
        listed=next((row["listed"] for row in rows if row["listed"]), None),
        list_complete=all(complete) if complete else None,
        proofs=of_row(library, *rows),
    )


def printed_order(rows: Sequence[Row]) -> tuple[int, str, int, int, str]:
    """Where the rows of one person stand among those of a meeting: by the weightiest role, then as printed, which is by
    the sentence and by the name's place in it.
    """
    row = min(rows, key=lambda one: _RANK[one["fact"]])
    pairs = zip(row["evidence"], row["quotes"], strict=False)
    (source, start), quote = min(((split_place(place)[:2], quote) for place, quote in pairs), default=(("", 0), ""))
    at = quote.find(row["name"])
    return _RANK[row["fact"]], source, start, at if at >= 0 else row["listed"] or 0, row["key"]


def saying(library: Library, row: Row) -> Saying:
    """From a row of `words`; without a meeting it is dated by its first report."""
    proven = of_row(library, row)
    return Saying(
        date=row["date"] or next((one.date for one in proven.shown), ""),
        meeting=ref(row["meeting_key"], row["meeting"]) if row["meeting_key"] else None,
        speaker=ref(row["speaker_key"], row["speaker"]),
        verb=row["verb"] or "",
        item=row["item"],
        words=row["words"] or "",
        measures=refs(row["measure_keys"], row["measures"]),
        proofs=proven,
    )


def sitting(library: Library, row: Row, here: str = "") -> Sitting:
    """From a row of `calendar`; `here` is the key of the page's own meeting."""
    return Sitting(
        date=row["date"] or "",
        ordinal=row["ordinal"],
        meeting=ref(row["meeting_key"], row["meeting"]),
        chairs=refs(row["chair_keys"], row["chairs"]),
        demands=row["demands"],
        here=row["meeting_key"] == here,
        proofs=of_row(library, row),
    )


def relation(library: Library, row: Row) -> Relation:
    """From a row of `facts`."""
    return Relation(
        fact=row["fact"],
        direction=row["direction"],
        node=ref(row["key"], row["name"]),
        date=row["date"] or "",
        verbs=tuple(row["verbs"]),
        score=row["score"],
        reasons=tuple(row["reasons"]),
        proofs=of_row(library, row),
    )


def mention(library: Library, row: Row) -> Mention:
    """From a row of `mentions`."""
    return Mention(
        node=ref(row["key"], row["name"]),
        date=row["date"] or "",
        source=row["source"] or "",
        times=row["times"],
        proofs=of_row(library, row),
    )


def _distinct(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for row in rows for text in row[column] or ()))
