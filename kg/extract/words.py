"""The words of an article and their classes, by jieba's dictionary and model, cut once and only if somebody asks.

To cut all of a text takes less than to find out which parts of it would have to be cut.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

import rjieba

from kg.lazy import lazy

Token = tuple[int, str, str]  # where it begins, the word, its class
Word = tuple[str, str]  # the word, its class
Tagged = tuple[Word, ...]


@lru_cache(maxsize=1 << 14)
def tagged(phrase: str, *, unknown: bool = False) -> Tagged:
    """The words of a phrase; `unknown` words by the model, else by the dictionary alone."""
    return tuple(rjieba.tag(phrase, unknown))


class Words:
    """The words of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @lazy
    def all(self) -> list[Word]:
        """All words with their classes, in text order."""
        return rjieba.tag(self._text, True)

    @lazy
    def starts(self) -> list[int]:
        """Where each of them begins."""
        return list(accumulate(map(len, map(itemgetter(0), self.all)), initial=0))[:-1]

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin in [start, end)."""
        first, last = (bisect_left(self.starts, place) for place in (start, end))
        return [(self.starts[number], *self.all[number]) for number in range(first, last)]

    def begins_at(self, position: int) -> bool:
        """Whether a word begins there."""
        number = bisect_left(self.starts, position)
        return number < len(self.starts) and self.starts[number] == position
