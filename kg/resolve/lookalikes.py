"""Names that reading machines confuse: 殷雪莺 and 殷雪鸢, one reporter, when the rest of the evidence says so.

Names of three characters and more that differ in one place are found through a dictionary of names with that place
left open; the two characters must share a component.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.resolve.clusters import Clusters
from kg.resolve.glyphs import likeness
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import Profile

_LEAST = 3
_DIFFERENT = 0.7  # how sure it is that two names alike and nothing else are two people
_BLOCK = 50  # more names than this with one place open are a common pattern, not a misreading


def join(profiles: Sequence[Profile], clusters: Clusters, ledger: Ledger) -> None:
    """Join bearers of names that look alike where paper, occupation and company agree; record what was refused."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(profiles):
        bearers[seen.mention.name].append(number)
    for one, two, score in sorted(_alike(bearers)):
        _judge(bearers[one], bearers[two], score, profiles, clusters, ledger)


def _alike(names: dict[str, list[int]]) -> Iterator[tuple[str, str, float]]:
    """Pairs of names that differ in one character of shared components, with the likeness of the two names."""
    blocks: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for name in sorted(names):
        if len(name) >= _LEAST:
            for place in range(1, len(name)):
                blocks[place, name[:place], name[place + 1 :]].append(name)
    for (place, _, _), block in blocks.items():
        for one, two in combinations(block, 2) if len(block) <= _BLOCK else ():
            score = likeness(one[place], two[place])
            if score:
                yield one, two, (len(one) - 1 + score) / len(one)


def _judge(
    left: list[int], right: list[int], score: float, profiles: Sequence[Profile], clusters: Clusters, ledger: Ledger
) -> None:
    """One verdict for two names: the first two bearers whom the evidence joins, or the refusal."""
    evidence = next(((a, b, why) for a in left for b in right if (why := _shared(profiles[a], profiles[b]))), None)
    a, b, why = evidence or (left[0], right[0], "")
    weight = clusters.smaller(a, b)
    same = bool(why) and clusters.join(a, b)
    one, two = profiles[a].mention, profiles[b].mention
    reason = f"{one.name} and {two.name} differ in one similar character; {why or 'nothing else speaks for one person'}"
    sure = score if same else _DIFFERENT
    ledger.compare(one, two, same=same, rule="lookalike", reason=reason, score=sure, weight=weight)


def _shared(one: Profile, two: Profile) -> str:
    """What besides the name speaks for one person; empty when not enough does."""
    signs = sorted(set(one.signs) & set(two.signs))
    if signs:
        return f"the same {signs[0]}"
    company, called = sorted(one.company & two.company), sorted(one.called & two.called)
    if company and called and one.paper == two.paper:
        return f"both {called[0]} beside {company[0]}"
    return ""
