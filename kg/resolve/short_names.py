"""Short forms of foreign names: 普京 and 弗拉基米尔·普京, where post or country agree or only one bears the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Label
from kg.resolve.careers import STEP, Unit
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import HIGH, Profile

_DOT = re.compile(r"[·•・\-－—]")


def join(profiles: Sequence[Profile], clusters: Clusters, ledger: Ledger) -> None:
    """Join each short name with the one full name it can mean, and fuller with full forms of one holder."""
    units = _units(profiles, clusters)
    by_part: dict[str, list[int]] = defaultdict(list)
    for root in sorted(units):
        for part in set(_parts(profiles[root].mention.name)):
            by_part[part].append(root)
    for root in sorted(units):
        name = profiles[root].mention.name
        parts = _parts(name)
        found = [r for r in by_part[parts[-1]] if r != root and _longer(profiles[r].mention.name, name)]
        chosen = _choose(root, found, units, profiles)
        if chosen is not None and _join(root, chosen, profiles, clusters, ledger):
            units[chosen].take(units[root])


def _units(profiles: Sequence[Profile], clusters: Clusters) -> dict[int, Unit]:
    """Everybody with a name in parts, and everybody whose name is a part of one."""
    full = {part for seen in profiles if _DOT.search(seen.mention.name) for part in _parts(seen.mention.name)}
    groups: dict[int, list[Profile]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        if seen.mention.name in full or _DOT.search(seen.mention.name):
            groups[clusters.find(number)].append(seen)
    return {root: Unit(group) for root, group in groups.items()}


def _parts(name: str) -> list[str]:
    return [part for part in _DOT.split(name) if part]


def _longer(full: str, short: str) -> bool:
    """Whether every part of the short form stands in the full one, in order, and the full one has more."""
    rest = iter(_parts(full))
    return len(_parts(full)) > len(_parts(short)) and all(part in rest for part in _parts(short))


def _choose(short: int, full: list[int], units: Mapping[int, Unit], profiles: Sequence[Profile]) -> int | None:
    """The bearer of the same country or body nearest in time, else the only full name nothing speaks against."""
    one = units[short]
    agreeing = [r for r in full if units[r].nations & one.nations or units[r].terms.keys() & one.terms.keys()]
    if agreeing:
        return min(agreeing, key=lambda r: (one.distance(units[r]), -units[r].size, r))
    possible = [r for r in full if _possible(one, units[r])]
    foreign = profiles[short].mention.flag("_transliterated") or one.nations
    only = len({profiles[r].mention.name for r in possible}) == 1
    return min(possible) if only and foreign and not one.called - profiles[min(possible)].called else None


def _possible(one: Unit, other: Unit) -> bool:
    """Whether nothing speaks against it: no two countries, and posts, where both have some, of the first rank."""
    posts = bool(one.terms and other.terms)
    return not one.contradiction(other) and (not posts or one.may_become(other, HIGH + STEP))


def _join(short: int, full: int, profiles: Sequence[Profile], clusters: Clusters, ledger: Ledger) -> bool:
    one, two = profiles[short].mention, profiles[full].mention
    same = clusters.join(short, full)
    ledger.record(
        Label.PERSON, one.ref, two.ref, same=same, rule="short-name", reason=f"{one.name} is short for {two.name}",
        score=0.9, when=max(one.published, two.published), evidence=(one.ref, two.ref),
    )  # fmt: skip
    return same
