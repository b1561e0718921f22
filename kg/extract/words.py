"""The words of an article and their classes, by jieba's dictionary and model: cut only where somebody asks.

jieba cuts what stands between two marks by itself, so a stretch cut alone has the words it has in the whole text; and
cutting all of it would take as long as the rest of the reading.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

import rjieba

from kg.lazy import lazy

Token = tuple[int, str, str]  # where it begins, the word, its class
Tagged = tuple[tuple[str, str], ...]  # words and their classes

_MARK = re.compile("[，。、；：！？“”‘’《》〈〉（）·—…\n 　]")
_SHORT = 32  # longer stretches hardly come twice


@lru_cache(maxsize=1 << 14)
def tagged(phrase: str, *, unknown: bool = False) -> Tagged:
    """The words of a phrase; `unknown` words by the model, else by the dictionary alone."""
    return tuple(rjieba.tag(phrase, unknown))


class Words:
    """The words of one text. A *stretch* is what stands between two marks, with the mark behind it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut: dict[int, list[Token]] = {}

    @lazy
    def _starts(self) -> list[int]:
        return [0, *[mark.end() for mark in _MARK.finditer(self._text)]]

    def stretch_at(self, position: int) -> int:
        """The number of the stretch that holds `position`."""
        return bisect_right(self._starts, position) - 1

    def stretch(self, number: int) -> list[Token]:
        """The words of a stretch, the mark behind it the last; nothing where no such stretch is."""
        known = self._cut.get(number)
        if known is None:
            known = self._cut[number] = self._read(number) if 0 <= number < len(self._starts) else []
        return known

    def _read(self, number: int) -> list[Token]:
        at = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        phrase = self._text[at:end]
        words = tagged(phrase, unknown=True) if len(phrase) <= _SHORT else rjieba.tag(phrase, True)
        starts = accumulate([len(word) for word, _ in words], initial=at)
        return [(start, word, tag) for start, (word, tag) in zip(starts, words, strict=False)]

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin in [start, end)."""
        stretches = range(self.stretch_at(start), bisect_left(self._starts, end))
        return [token for number in stretches for token in self.stretch(number) if start <= token[0] < end]

    def begins_at(self, position: int) -> bool:
        """Whether a word begins there."""
        number = self.stretch_at(position)
        return position == self._starts[number] or any(at == position for at, _, _ in self.stretch(number))
