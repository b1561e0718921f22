"""Posts over time as bars: from the first day somebody was seen in one to the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

WIDTH = 1000.0
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Bar(msgspec.Struct, frozen=True):
    """One bar, `x` and `width` in thousandths of the time shown, which is `since` to `until`."""

    person: str
    post: str
    first_seen: str
    last_seen: str
    x: float
    width: float
    since: str
    until: str


def bars(rows: Sequence[Mapping[str, Any]], most: int = 30) -> Iterator[Bar]:
    """Bars for rows of `holders`, in their order; those without a full year are left out."""
    spans = [
        (row, start, end) for row in rows if (start := _year(row["first_seen"])) and (end := _year(row["last_seen"]))
    ]
    if not spans:
        return
    first, last = min(start for _, start, _ in spans), max(end for _, _, end in spans)
    since, until = min(str(row["first_seen"]) for row, *_ in spans), max(str(row["last_seen"]) for row, *_ in spans)
    scale = WIDTH / max(last - first, 0.01)
    for row, start, end in spans[:most]:
        x, width = round((start - first) * scale, 1), round(max((end - start) * scale, 0), 1)
        yield Bar(row["person"], row["post"], row["first_seen"], row["last_seen"], x, width, since, until)


def _year(date: str | None) -> float:
    """A date as a year with its fraction; 0 where its year is not known."""
    match = _DATE.match(date or "")
    if not match:
        return 0.0
    year, month, day = (int(part or 1) for part in match.groups())
    return year + (month - 1) / 12 + (day - 1) / 366
