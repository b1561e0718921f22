"""One scan of an article for every trigger word of every extractor (Aho–Corasick, leftmost-longest).

What is looked at closely afterwards is only what stands around a hit; text without triggers costs nothing more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.lexicon import sections

_SECTIONS = {
    ("posts", "office"): "office",
    ("posts", "person"): "person_noun",
    ("speech_verbs", "demand"): "demand_verb",
    ("speech_verbs", "state"): "state_verb",
    ("role_verbs", "chaired"): "role_verb",
    ("role_verbs", "attended"): "role_verb",
    ("role_verbs", "spoke"): "role_verb",
    ("role_verbs", "reported"): "role_verb",
    ("meetings", "named"): "meeting_head",
    ("name_suffixes", "title"): "suffix",
    ("name_suffixes", "address"): "suffix",
    ("name_suffixes", "appointing"): "appointing",
    ("blockers", ""): "blocker",
}


_FEW = 40  # below this it is faster to look for each by itself


class Hit(NamedTuple):
    """A trigger at [start, end) of the view and the classes its word belongs to."""

    start: int
    end: int
    classes: frozenset[str]


@cache
def _automaton() -> tuple[AhoCorasick, list[frozenset[str]]]:
    classes: dict[str, set[str]] = {}
    for (file, section), name in _SECTIONS.items():
        for word in sections(file)[section]:
            classes.setdefault(word, set()).add(name)
    return AhoCorasick(list(classes), matchkind=MatchKind.LeftmostLongest), [frozenset(c) for c in classes.values()]


def places_of(phrase: str, text: str) -> Iterator[int]:
    """Where the phrase begins in the text, each place behind the one before."""
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))


def all_places_of(phrases: Collection[str], text: str) -> Iterator[tuple[int, str]]:
    """Where each of the phrases begins, and which it is; many are looked for at once."""
    if len(phrases) <= _FEW:
        for phrase in phrases:
            yield from ((at, phrase) for at in places_of(phrase, text))
        return
    words = list(phrases)
    for number, start, _ in AhoCorasick(words).find_matches_as_indexes(text, overlapping=True):
        yield start, words[number]


def scan(text: str) -> Iterator[Hit]:
    """All hits of `text` from left to right, none overlapping another."""
    automaton, classes = _automaton()
    for word, start, end in automaton.find_matches_as_indexes(text):
        yield Hit(start, end, classes[word])
