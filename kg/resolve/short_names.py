"""Short forms of foreign names: 普京 and 弗拉基米尔·普京, where post or country agree or only one bears the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Label
from kg.resolve.careers import Unit
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import Profile

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
        chosen = _choose(root, found, units)
        if chosen is not None:
            _join(root, chosen, profiles, clusters, ledger)


def _units(profiles: Sequence[Profile], clusters: Clusters) -> Mapping[int, Unit]:
    groups: dict[int, list[Profile]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        if seen.mention.flag("_transliterated") or _DOT.search(seen.mention.name):
            groups[clusters.find(number)].append(seen)
    return {root: Unit(group) for root, group in groups.items()}


def _parts(name: str) -> list[str]:
    return [part for part in _DOT.split(name) if part]


def _longer(full: str, short: str) -> bool:
    """Whether every part of the short form stands in the full one, in order, and the full one has more."""
    rest = iter(_parts(full))
    return len(_parts(full)) > len(_parts(short)) and all(part in rest for part in _parts(short))


def _choose(short: int, full: list[int], units: Mapping[int, Unit]) -> int | None:
    """The bearer whose posts or bodies agree; failing that the only bearer whom nothing contradicts."""
    agreeing = [root for root in full if units[root].terms.keys() & units[short].terms.keys()]
    possible = agreeing or [root for root in full if not _abroad(units[root], units[short])]
    if len(possible) == 1:
        return possible[0]
    return max(agreeing, key=lambda root: (units[root].size, -root), default=None)


def _abroad(one: Unit, two: Unit) -> bool:
    """Whether both hold office, in bodies that have nothing in common."""
    return bool(one.terms and two.terms)


def _join(short: int, full: int, profiles: Sequence[Profile], clusters: Clusters, ledger: Ledger) -> None:
    one, two = profiles[short].mention, profiles[full].mention
    same = clusters.join(short, full)
    ledger.record(
        Label.PERSON, one.ref, two.ref, same=same, rule="short-name", reason=f"{one.name} is short for {two.name}",
        score=0.9, when=max(one.published, two.published), evidence=(one.ref, two.ref),
    )  # fmt: skip
