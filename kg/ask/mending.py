"""Mistyped words of questions set right: chaird, 主特, 回忆 for 会议."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz, process

from kg.ask.likeness import is_slip, sounds_like
from kg.ask.text import HAN
from kg.ask.vocabulary import FILLER, Word, read, words
from kg.lexicon import sections

_TYPO = 82  # likeness in per cent from which an English word is a known one mistyped
_LATIN_LEAST = 4


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
            found = process.extractOne(atom[0], _singlewords(), scorer=fuzz.ratio, score_cutoff=_TYPO)
            if found:
                yield text[: word.start + atom.start()] + found[0] + text[word.start + atom.end() :], atom[0]


@cache
def _singlewords() -> tuple[str, ...]:
    return tuple(word for word in _telling() if re.fullmatch(r"[a-z]{4,}", word))


def _mended_chinese(text: str, word: Word) -> Iterator[tuple[str, str]]:
    """With each window of text that holds a character of the unknown run replaced by a word it was meant for."""
    for length in (4, 3, 2):
        for begin in range(max(0, word.start - length + 1), min(word.end, len(text) - length + 1)):
            window = text[begin : begin + length]
            if re.fullmatch(rf"[{HAN}]+", window):
                for known in _of_length(length):
                    if (is_slip if is_name(word.text) else _is_meant)(window, known):
                        yield text[:begin] + known + text[begin + length :], word.text


def _is_meant(written: str, word: str) -> bool:
    return sounds_like(written, word) or is_slip(written, word)


def is_name(run: str) -> bool:
    """Whether an unknown run has a person's shape: more than its sound must make it another word (阎卞, 演变)."""
    return len(run) in (2, 3) and run[0] in "".join(sections("surnames")["single"])


@cache
def _of_length(length: int) -> tuple[str, ...]:
    return tuple(word for word in _telling() if len(word) == length and re.fullmatch(rf"[{HAN}]+", word))


def _telling() -> Iterator[str]:
    return (word for word, told in words().items() if told != {FILLER})
