"""Series that sit once a year in one season: which year's sitting a mention without a date means.

The season is told by the sittings whose dates are known (中央经济工作会议: each time in the middle of December); a
mention means the last one that had begun when its article appeared.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise

LEAST = 3  # years whose sittings must be known
SPAN = 60  # days within which they all begin
MARGIN = 15  # days before the earliest of them on which another year's may begin
_YEAR = 365


def season(days: Iterable[int]) -> int | None:
    """The day of the year from which a series' next sitting may be meant; None where it has no season."""
    dates = [datetime.date.fromordinal(day) for day in days]
    if len({date.year for date in dates}) < LEAST:
        return None
    gap, first = _longest_gap(sorted({date.timetuple().tm_yday for date in dates}))
    return (first - MARGIN - 1) % _YEAR + 1 if _YEAR - gap <= SPAN else None


def _longest_gap(days: Sequence[int]) -> tuple[int, int]:
    """The longest time of the year without a sitting, and the day on which it ends."""
    return max((later - earlier, later % _YEAR) for earlier, later in pairwise([*days, days[0] + _YEAR]))


def year_of(day: int, begins: int) -> int:
    """The year whose season had begun last on a day."""
    date = datetime.date.fromordinal(day)
    return date.year if date.timetuple().tm_yday >= begins else date.year - 1
