"""One organ's same number under a longer and a shorter name (省委第七十八次专题会, 省委第七十八次疫情防控专题会)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import permutations

from kg.extract.meetings import in_turn
from kg.resolve.sittings import Sitting

_ORGAN = re.compile(r".*?(?:[省市县区州盟旗]委|党委|中央|国务院|政府|人大|政协|领导小组|委员会)")
_PART = re.compile(r"(?:联组|分组|预备|开幕|闭幕|主席团|全体)会(?:议)?$|集体学习$|专题讲座$")
_TAIL = 6  # characters at the end of a series' name that a cut name must have kept
Block = Mapping[Sitting, list[int]]


def rewordings(numbered: Block) -> list[tuple[list[int], list[int], float]]:
    """Pairs of blocks of one number where one series' name shortens the other's, with the likeness: names of one organ,
    or a name cut short in front.
    """
    by_organ: dict[tuple[str, int, int], list[Sitting]] = defaultdict(list)
    by_tail: dict[tuple[str, int, int], list[Sitting]] = defaultdict(list)
    for sitting in sorted(numbered):
        organ = _ORGAN.match(sitting.series)
        if organ:
            by_organ[(organ[0], *sitting[1:])].append(sitting)
        by_tail[(sitting.series[-_TAIL:], *sitting[1:])].append(sitting)
    pairs = {(a, b) for block in by_organ.values() for a, b in permutations(block, 2) if _shortens(b.series, a.series)}
    pairs |= {(a, b) for block in by_tail.values() for a, b in permutations(block, 2) if _is_tail(b.series, a.series)}
    whole = [(a, b) for a, b in sorted(pairs) if not _is_part(a.series, b.series)]
    return [(numbered[a], numbered[b], len(b.series) / len(a.series)) for a, b in whole]


def _is_part(longer: str, shorter: str) -> bool:
    """Whether the longer name is a part of the other's sitting (…第七次会议联组会议), not another wording of it."""
    return bool(_PART.search(longer)) and not _PART.search(shorter)


def _is_tail(short: str, long: str) -> bool:
    return len(short) >= _TAIL and short != long and long.endswith(short)


def _shortens(short: str, long: str) -> bool:
    return len(short) < len(long) and in_turn(short, long)
