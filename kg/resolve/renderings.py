"""Two renderings of one foreign name (特雷莎·梅 and 特蕾莎·梅): one person where both hold one office of a state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import Indel

from kg.resolve.clusters import Clusters
from kg.resolve.crowd import Crowd
from kg.resolve.ledger import Ledger
from kg.resolve.nations import nation_of
from kg.resolve.people import GENERATION

_ALIKE = 0.65  # likeness of two names from which they can be one, sound by sound
_SHORTEST = 3  # characters


def join(crowd: Crowd, clusters: Clusters, ledger: Ledger) -> None:
    """Join holders of one foreign post within a few years whose names are alike."""
    for a, b, score, post in sorted(_pairs(crowd)):
        if clusters.same(a, b):
            continue
        one, two = crowd.profiles[a].mention, crowd.profiles[b].mention
        weight = clusters.smaller(a, b)
        same = clusters.join(a, b)
        reason = f"{one.name} and {two.name} are alike and both called {post}"
        ledger.compare(one, two, same=same, rule="rendering", reason=reason, score=score, weight=weight)


def _pairs(crowd: Crowd) -> Iterator[tuple[int, int, float, str]]:
    """The first bearers of two names that stand for one holder, with the likeness of the names."""
    for post, names in _holders(crowd).items():
        for one, two in combinations(sorted(names), 2):
            score = Indel.normalized_similarity(one, two)
            if score >= _ALIKE:
                days = {number: crowd.profiles[number].day or 0 for number in (*names[one], *names[two])}
                near = [(abs(days[a] - days[b]), a, b) for a in names[one] for b in names[two]]
                gap, a, b = min(near)
                if gap <= GENERATION:
                    yield a, b, score, post


def _holders(crowd: Crowd) -> dict[str, dict[str, list[int]]]:
    """Foreign post → name → mentions."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, seen in enumerate(crowd.profiles):
        for post in seen.telling:
            if post.body and nation_of(post.body.same) and len(seen.mention.name) >= _SHORTEST:
                found[post.same][seen.mention.name].append(number)
    return found
