"""What one family of facts comes to in one source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.evaluate.names import norm

Item = tuple[str | None, ...]


class Verdict(NamedTuple):
    """Items expected, items found, and items that are never counted against what was found."""

    expected: set[Item]
    found: set[Item]
    optional: frozenset[Item] | set[Item] = frozenset()


def singles(names: Iterable[str]) -> set[Item]:
    """Names as items."""
    return {(norm(name),) for name in names}


def pairs(couples: Iterable[tuple[str, str]]) -> set[Item]:
    """Couples of names as items."""
    return {(norm(one), norm(other)) for one, other in couples}
