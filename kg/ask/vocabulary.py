"""The words questions are made of (`vocabulary.toml`), and a reading of any text into them.

read("是谁主持的")  # 是 谁 主持的, each with its concepts; what is in no word has none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz, process

from kg.ask.likeness import is_slip, sounds_like
from kg.ask.phrases import Both
from kg.ask.tables import table
from kg.ask.text import HAN
from kg.lexicon import sections

FILLER = "filler"
_ATOM = re.compile(rf"[{HAN}]|[a-z]+'t\b|'s\b|[a-z]+(?:['-][a-z]{{2,}})*|\d+(?:\.\d+)?|\+|[^\s\w]|\w")
_LONGEST = 8  # atoms of a word or phrase
_WORD, _RUN, _UNKNOWN = 1, 8, 3  # what a known word, a run of unknown atoms and each of them cost a reading
_TYPO = 82  # likeness in per cent from which an English word is a known one mistyped
_LATIN_LEAST = 4


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
def _words() -> Mapping[str, frozenset[str]]:
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
    return written in _words() or not re.search(r"\w|\+", written)


def _written(text: str, atoms: list[re.Match[str]], begin: int, end: int) -> str:
    return re.sub(r"\s+", " ", text[atoms[begin].start() : atoms[end - 1].end()])


def _word(text: str, atoms: list[re.Match[str]], span: _Span, start: int) -> Word:
    begin, end = atoms[span.begin].start(), atoms[span.end - 1].end()
    mark = frozenset({FILLER})  # punctuation is in no list
    told = _words().get(_written(text, atoms, span.begin, span.end), mark) if span.known else frozenset()
    return Word(start + begin, start + end, text[begin:end], told)


def mended(text: str, proper: frozenset[str]) -> str:
    """The text with mistyped words of the vocabulary set right where that leaves nothing unknown of them.

    `proper` are words written with a capital: names, not misspellings. Nothing is taken for a word that carries
    nothing, for that would be to overlook it.
    """
    for word in (word for word in read(text) if not word.concepts):
        for better, wrong in (*_mended_english(text, word, proper), *_mended_chinese(text, word)):
            if _unknown(better) <= _unknown(text) - len(wrong):
                return mended(better, proper)
    return text


def _unknown(text: str) -> int:
    """How many characters of a text are in no word."""
    return sum(len(word.text) for word in read(text) if not word.concepts)


def _mended_english(text: str, word: Word, proper: frozenset[str]) -> Iterator[tuple[str, str]]:
    """With each Latin word replaced by the known one it is like, and which it was."""
    for atom in re.finditer(r"[a-z]+", word.text):
        if len(atom[0]) >= _LATIN_LEAST and atom[0] not in proper:
            found = process.extractOne(atom[0], _single_words(), scorer=fuzz.ratio, score_cutoff=_TYPO)
            if found:
                yield text[: word.start + atom.start()] + found[0] + text[word.start + atom.end() :], atom[0]


@cache
def _single_words() -> tuple[str, ...]:
    return tuple(word for word in _telling() if re.fullmatch(r"[a-z]{4,}", word))


def _mended_chinese(text: str, word: Word) -> Iterator[tuple[str, str]]:
    """With each window of text that holds a character of the unknown run replaced by a word it was meant for."""
    for length in (4, 3, 2):
        for begin in range(max(0, word.start - length + 1), min(word.end, len(text) - length + 1)):
            window = text[begin : begin + length]
            if re.fullmatch(rf"[{HAN}]+", window):
                for known in _of_length(length):
                    if (is_slip if _is_name(word.text) else _is_meant)(window, known):
                        yield text[:begin] + known + text[begin + length :], word.text


def _is_meant(written: str, word: str) -> bool:
    return sounds_like(written, word) or is_slip(written, word)


def _is_name(run: str) -> bool:
    """Whether an unknown run has a person's shape: more than its sound must make it another word (阎卞, 演变)."""
    return len(run) in (2, 3) and run[0] in "".join(sections("surnames")["single"])


@cache
def _of_length(length: int) -> tuple[str, ...]:
    return tuple(word for word in _telling() if len(word) == length and re.fullmatch(rf"[{HAN}]+", word))


def _telling() -> Iterator[str]:
    return (word for word, told in _words().items() if told != {FILLER})
