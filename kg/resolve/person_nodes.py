"""Clusters of profiles → keys and nodes of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.model import Label, Properties, node_key
from kg.resolve.names import best, with_aliases
from kg.resolve.profiles import Profile, rank

Group = Sequence[Profile]


def nodes(groups: Sequence[Group]) -> list[tuple[str, Properties]]:
    """Key and properties of each group. The most prominent bearer of a name has the plain key, so that a namesake who
    turns up later does not change it; the others are told apart by body, else by what they are called, else by source.
    """
    names = [best(p.mention.name for p in group) for group in groups]
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        bearers[name].append(number)
    keys: dict[int, str] = {}
    for name, numbers in bearers.items():
        keys |= _told_apart(name, sorted(numbers, key=lambda n: _prominence(groups[n])), groups)
    return [(node_key(Label.PERSON, keys[n]), _properties(names[n], group)) for n, group in enumerate(groups)]


def _prominence(group: Group) -> tuple[int, int, str]:
    return -max(p.rank for p in group), -len(group), _first(group)


def _first(group: Group) -> str:
    return min(p.mention.ref for p in group)


def _told_apart(name: str, numbers: list[int], groups: Sequence[Group]) -> dict[int, str]:
    marks = Counter(_mark(groups[n]) for n in numbers[1:])
    keys = {numbers[0]: name}
    for n in numbers[1:]:
        mark = _mark(groups[n])
        keys[n] = f"{name}（{mark if mark and marks[mark] == 1 else _first(groups[n])}）"
    return keys


def _mark(group: Group) -> str:
    """What a reader would tell the person by: the body of the highest post, what the article calls them."""
    posts = Counter(post for p in group for post in p.telling)
    ranked = sorted(posts, key=lambda post: (-rank(post.name), -posts[post], post.name))
    if ranked and ranked[0].body:
        return ranked[0].body.printed
    return best(noun for p in group for noun in p.called) if any(p.called for p in group) else ""


def _properties(name: str, group: Group) -> Properties:
    return with_aliases({"name": name}, (form for p in group for form in p.mention.names))
