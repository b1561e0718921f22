"""How alike the words around two mentions are: what tells two people of one common name apart when titles do not.

Pairs of characters around the name, weighted by how rare they are over all mentions (the square of the inverse
document frequency), compared by cosine. Two strangers of one name stay below 0.03, one person in two reports of one
subject mostly comes above 0.1 (measured on judged pairs).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.resolve.profiles import Profile

_RUN = re.compile(r"[一-鿿]{2,}")


class Surroundings:
    """What stands around every profile's name; profiles are told by their place in the sequence."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        seen = Counter(pair for profile in profiles for pair in _pairs(profile))
        self._weight = {pair: math.log((len(profiles) + 1) / (n + 1)) ** 2 for pair, n in seen.items()}
        self.pairs = lru_cache(maxsize=20_000)(self._pairs_of)

    def _pairs_of(self, number: int) -> tuple[frozenset[str], float]:
        pairs = _pairs(self._profiles[number])
        return pairs, math.sqrt(sum(self._weight[pair] for pair in pairs))

    def likeness(self, a: int, b: int) -> float:
        """How alike two profiles' surroundings are, 0 to 1; 0 where nothing is known of one."""
        (one, length), (two, other) = self.pairs(a), self.pairs(b)
        shared = sum(self._weight[pair] for pair in one & two)
        return shared / (length * other) if shared else 0.0

    def closest(self, a: int, others: Iterable[int]) -> float:
        """The likeness to the most alike of several."""
        return max((self.likeness(a, b) for b in others), default=0.0)


def _pairs(profile: Profile) -> frozenset[str]:
    text = " ".join(profile.near).replace(profile.mention.name, " ")
    return frozenset(run[i : i + 2] for run in _RUN.findall(text) for i in range(len(run) - 1))
