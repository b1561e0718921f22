"""A question taken apart: its mentions of things and times, and the words between them.

Every part is accounted for: what is neither a known name nor a word of the vocabulary becomes an UNKNOWN mention, which
only a slot that looks for names or words can take. So a question is never answered by overlooking a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.ask import vocabulary
from kg.ask.likeness import is_slip, sounds_like
from kg.ask.mending import mended
from kg.ask.mentions import UNKNOWN, Mention, find_mentions
from kg.ask.names import Name, Names
from kg.ask.romanised import find_romanised
from kg.ask.text import Question, is_english, read
from kg.ask.vocabulary import FILLER, Word
from kg.model import Label

_PIECE = re.compile(r"[a-z'-]+|[^a-z'\s-]+")  # of an unknown run: a Latin word, anything else


@dataclass(frozen=True)
class Sentence:
    """A question as words and mentions, in order."""

    question: Question
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]

    @property
    def english(self) -> bool:
        """Whether it is asked in English."""
        return is_english(self.question.asked)

    def has(self, concept: str) -> bool:
        """Whether one of its words has the concept; a meeting's name is a word for a meeting too."""
        named = concept == "meeting" and any(mention.kind == Label.MEETING for mention in self.mentions)
        return named or any(concept in word.concepts for word in self.words)

    @property
    def order(self) -> str:
        """Concepts and mentions in their order, for rules about word order: `@Meeting convey what meeting`."""
        parts: list[tuple[int, str]] = [(mention.start, f"@{mention.kind}") for mention in self.mentions]
        parts += [(w.start, "|".join(sorted(w.concepts))) for w in self.words if w.concepts != {FILLER}]
        return " ".join(part for _, part in sorted(parts))


def take_apart(asked: str, names: Names, today: date) -> Sentence:
    """The question as words and mentions."""
    question = read(asked)
    mentions = find_mentions(question, names, today)
    words: list[Word] = []
    for start, end in list(_gaps(question.text, mentions)):
        told, found = _read_gap(question, start, end, names)
        words += told
        mentions += found
    return Sentence(question, tuple(sorted(words)), tuple(sorted(mentions)))


def _gaps(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    at = 0
    for mention in [*mentions, Mention(len(text), len(text), "", "")]:
        if mention.start > at:
            yield at, mention.start
        at = mention.end


def _read_gap(question: Question, start: int, end: int, names: Names) -> tuple[list[Word], list[Mention]]:
    """The words between two mentions; what is in no word is a name mistyped or spelled in Pinyin, or unknown."""
    text = mended(question.text[start:end], _proper(question))
    words = vocabulary.read(text, start)
    mentions: list[Mention] = []
    if any(not word.concepts for word in words):
        slip = next(_slips(text, start, words, names), None)
        if slip:
            halves = [
                _read_gap(question, *span, names)
                for span in ((start, slip.start), (slip.end, end))
                if span[0] < span[1]
            ]
            return [w for half in halves for w in half[0]], [slip, *(m for half in halves for m in half[1])]
    known = [word for word in words if word.concepts]
    for part in (part for word in words if not word.concepts for part in _unknown(word, names)):
        known += [part] if isinstance(part, Word) else []
        mentions += [part] if isinstance(part, Mention) else []
    return known, mentions


def _proper(question: Question) -> frozenset[str]:
    """Words of an English question that are written like names."""
    return frozenset(word.lower() for word in re.findall(r"(?<=[^.?!] )[A-Z][a-z]+", question.asked))


def _slips(text: str, start: int, words: list[Word], names: Names) -> Iterator[Mention]:
    """People's names of which a window of the text is a slip; it holds a whole unknown run, so that none is cut."""
    for run in (word for word in words if not word.concepts):
        first, last = run.start - start, run.end - start
        for length in (4, 3, 2):
            for at in range(max(0, last - length), min(first, len(text) - length) + 1):
                asked = text[at : at + length]
                if meant := _misspelt(asked, names.of_kind(Label.PERSON)):
                    yield Mention(start + at, start + at + length, Label.PERSON, asked, meant, slip=True)


def _misspelt(asked: str, people: Iterable[Name]) -> tuple[Name, ...]:
    """The people whose name `asked` is a slip of. A name of two characters must sound alike: too many look alike."""
    known = [name for name in people for form in name.forms if len(form) == len(asked) and set(form) & set(asked)]
    right = sounds_like if len(asked) == 2 else is_slip
    meant = {name.key: name for name in known if any(right(asked, form) for form in name.forms)}
    return tuple(sorted(meant.values(), key=lambda name: (-name.weight, name.key)))


def _unknown(word: Word, names: Names) -> Iterator[Mention | Word]:
    """An unknown run: the people and places its Latin words spell, and what is left of it."""
    pieces = list(_PIECE.finditer(word.text))
    left = set(range(len(pieces)))
    latin = any(piece[0].isascii() for piece in pieces)
    for first, last, found in find_romanised([piece[0] for piece in pieces], names) if latin else ():
        if left >= (spelled := set(range(first, last))):
            left -= spelled
            start, end = pieces[first].start(), pieces[last - 1].end()
            yield Mention(word.start + start, word.start + end, found[0].kind, word.text[start:end], found)
    for piece in (pieces[number] for number in sorted(left)):
        at, end = word.start + piece.start(), word.start + piece.end()
        known = vocabulary.read(piece[0], at) if piece[0].isascii() else []
        if known and all(one.concepts for one in known):
            yield from known
        else:
            yield Mention(at, end, UNKNOWN, piece[0])
