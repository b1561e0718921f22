"""Which things of a text stand where: looked up by halving, so that a long text takes no longer than its length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Thing = TypeVar("Thing", bound=_Placed)
_start = attrgetter("start")


def within(things: Sequence[Thing], start: int, end: int) -> Sequence[Thing]:
    """Those that begin in [start, end), of things in the order of their `start`."""
    first = bisect_left(things, start, key=_start)
    return things[first : bisect_left(things, end, first, key=_start)]


class Cover:
    """Places of a text that are taken."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def add(self, start: int, end: int) -> None:
        """[start, end) is taken."""
        self._taken[start:end] = b"\1" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Whether any of [start, end) is taken."""
        return self._taken.find(1, start, end) >= 0
