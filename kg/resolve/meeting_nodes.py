"""Clusters of reports → keys and nodes of meetings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Label, Properties, node_key
from kg.resolve.names import best, merged, with_aliases
from kg.resolve.regions import place
from kg.resolve.reports import Report
from kg.resolve.sittings import Sitting, full_name

_NUMBER = re.compile(
    r"第?[零〇一二两三四五六七八九十百\d]+(?:次|(?=中全会))|第?[零〇一二两三四五六七八九十百\d]+届|\d{4}年"
)


def nodes(groups: Sequence[Sequence[Report]]) -> list[tuple[str, Properties]]:
    """Key and properties of each group of reports. Two sittings that would share a key carry their dates in it."""
    plain = [_key(group, with_date=not _identity(group).ordinal) for group in groups]
    shared = {key for key, count in Counter(plain).items() if count > 1}
    dated = [_key(g, with_date=True) if key in shared else key for key, g in zip(plain, groups, strict=True)]
    still = {key for key, count in Counter(dated).items() if count > 1}
    keys = [f"{key}#{_first(g)}" if key in still else key for key, g in zip(dated, groups, strict=True)]
    return [(node_key(Label.MEETING, key), _properties(group)) for key, group in zip(keys, groups, strict=True)]


def _identity(group: Sequence[Report]) -> Sitting:
    """The sitting that tells most: a numbered one, the one told most often, the longest."""
    counted = Counter(s for report in group for s in report.sittings)
    rank = sorted(counted, key=lambda s: (s.ordinal == 0, -counted[s], -len(s.series), s))
    return rank[0] if rank else Sitting("")


def _key(group: Sequence[Report], *, with_date: bool) -> str:
    identity = _identity(group)
    term = f"第{identity.term}届" if 0 < identity.term < 1000 else f"{identity.term}年" if identity.term else ""
    number = f"第{identity.ordinal}次" if identity.ordinal else ""
    name = f"{term}{identity.series or _name(group)}{number}"
    return f"{name}（{_date(group) or _first(group)}）" if with_date else name


def _date(group: Sequence[Report]) -> str:
    """The first full date told, else the first partial one."""
    dates = sorted({r.date for r in group if r.date}, key=lambda d: ("X" in d, -len(d), d))
    return dates[0] if dates else ""


def _first(group: Sequence[Report]) -> str:
    """Something of the first report that no other sitting has."""
    return min(r.mention.ref for r in group)


def _name(group: Sequence[Report]) -> str:
    """The form told most often; a joint or numbered name before one that tells less."""
    forms = [full_name(r.mention.name, place(r.mention.jurisdiction)) for r in group if not r.mention.flag("_bare")]
    telling = [f for f in forms if "暨" in f] or [f for f in forms if _NUMBER.search(f)] or forms
    return best(telling or [r.mention.name for r in group])


def _series(name: str) -> str:
    """The name without number, term and year; of a joint name the part that is numbered."""
    numbered = next((part for part in name.split("暨") if _NUMBER.search(part)), name)
    return _NUMBER.sub("", numbered)


def _properties(group: Sequence[Report]) -> Properties:
    name = _name(group)
    identity = _identity(group)
    properties = merged(
        Label.MEETING, (r.mention.entity.props for r in group), ("aliases", "date", "ordinal", "series")
    )
    properties |= {"name": name, "series": _series(name)}
    if identity.ordinal:
        properties["ordinal"] = identity.ordinal
    if _date(group):
        properties["date"] = _date(group)
    return with_aliases(properties, (form for report in group for form in report.mention.names))
