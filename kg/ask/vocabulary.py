"""The words questions are made of (`vocabulary.toml`), and a reading of any text into them.

read("是谁主持的")  # 是 谁 主持的, each with its concepts; what is in no word has none
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from kg.ask.phrases import Both
from kg.ask.tables import table
from kg.ask.text import HAN

FILLER = "filler"
_ATOM = re.compile(rf"[{HAN}]|[a-z]+'t\b|'s\b|[a-z]+(?:['-][a-z]{{2,}})*|\d+(?:\.\d+)?|\+|[^\s\w]|\w")
_LONGEST = 8  # atoms of a word or phrase
_WORD, _RUN, _UNKNOWN = 1, 8, 3  # what a known word, a run of unknown atoms and each of them cost a reading


class Concept(msgspec.Struct, frozen=True):
    """The words of one concept; `refuse` says why a question that has it cannot be answered."""

    zh: str
    en: str
    refuse: Both | None = None


class Word(NamedTuple):
    """text[start:end] of the question; `concepts` is empty where nobody knows the word."""

    start: int
    end: int
    text: str
    concepts: frozenset[str]


@cache
def concepts() -> Mapping[str, Concept]:
    """The vocabulary, by concept."""
    return table("vocabulary", dict[str, Concept])


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The concepts of every word."""
    words: dict[str, set[str]] = {}
    for name, concept in concepts().items():
        for word in (*concept.zh.split(), *(phrase.strip() for phrase in concept.en.split(","))):
            words.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in words.items()}


def read(text: str, start: int = 0) -> list[Word]:
    """The cheapest reading of a text: few words, fewer unknown atoms; `start` is where it begins in the question."""
    atoms = list(_ATOM.finditer(text))
    known, unknown = [_Reading(0, ())], [_IMPOSSIBLE]  # the best of the first n atoms that end in a word, in none
    for end in range(1, len(atoms) + 1):
        begins = (begin for begin in range(max(0, end - _LONGEST), end) if _known(text, atoms, begin, end))
        words = (min(known[begin], unknown[begin]).then(_WORD, _Span(begin, end, True)) for begin in begins)
        known.append(min(words, default=_IMPOSSIBLE))
        unknown.append(min(known[end - 1].then(_RUN + _UNKNOWN, _Span(end - 1, end, False)), unknown[end - 1].longer()))
    return [_word(text, atoms, span, start) for span in min(known[-1], unknown[-1]).spans]


class _Span(NamedTuple):
    """atoms[begin:end]: a word, or a run of what is in no word."""

    begin: int
    end: int
    known: bool


class _Reading(NamedTuple):
    """Spans of atoms, and what reading them so costs."""

    cost: float
    spans: tuple[_Span, ...]

    def then(self, cost: int, span: _Span) -> _Reading:
        return _Reading(self.cost + cost, (*self.spans, span))

    def longer(self) -> _Reading:
        """Its last run longer by one atom."""
        *before, last = self.spans or (_Span(0, 0, False),)
        return _Reading(self.cost + _UNKNOWN, (*before, last._replace(end=last.end + 1)))


_IMPOSSIBLE = _Reading(float("inf"), ())


def _known(text: str, atoms: list[re.Match[str]], begin: int, end: int) -> bool:
    written = _written(text, atoms, begin, end)
    return written in words() or not re.search(r"\w|\+", written)


def _written(text: str, atoms: list[re.Match[str]], begin: int, end: int) -> str:
    return re.sub(r"\s+", " ", text[atoms[begin].start() : atoms[end - 1].end()])


def _word(text: str, atoms: list[re.Match[str]], span: _Span, start: int) -> Word:
    begin, end = atoms[span.begin].start(), atoms[span.end - 1].end()
    mark = frozenset({FILLER})  # punctuation is in no list
    told = words().get(_written(text, atoms, span.begin, span.end), mark) if span.known else frozenset()
    return Word(start + begin, start + end, text[begin:end], told)
