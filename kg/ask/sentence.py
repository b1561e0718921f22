"""A question taken apart: its mentions of things and times, and the words between them.

Every part is accounted for: what is neither a known name nor a word of the vocabulary becomes an UNKNOWN mention, which
only a slot that looks for names or words can take. So a question is never answered by overlooking a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kg.ask import vocabulary
from kg.ask.likeness import is_slip, sounds_like
from kg.ask.names import ROLE, Name, Names
from kg.ask.periods import Period, find_periods
from kg.ask.romanised import find_romanised, find_terms
from kg.ask.text import Question, is_english, read
from kg.ask.vocabulary import FILLER, Word
from kg.model import Label

ORDINAL, PERIOD, QUOTED, UNKNOWN = "Ordinal", "Period", "Quoted", "Unknown"
_ORDINAL = re.compile(
    r"第(?P<a>\d+)[次届期轮](?!提|出现|被|担任)|(?<![\d第])(?P<b>\d+)次(?=[^,，。?？]{0,16}会)|\b(?P<c>\d+)(?:st|nd|rd|th)\b"
    r"|\b(?:no\.?|number|#) ?(?P<d>\d+)\b"
)
_BODY_BEGINS = re.compile(r"会(?!议)|团")


class Mention(NamedTuple):
    """text[start:end] of the question names something: `names` are what it can mean, the likeliest first.

    `slip` is true where it was mistyped, `period` and `number` are what a time and an ordinal say.
    """

    start: int
    end: int
    kind: str
    text: str
    names: tuple[Name, ...] = ()
    period: Period | None = None
    number: int = 0
    slip: bool = False


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
    mentions = _without_overlaps(question, _candidates(question, names, today))
    words: list[Word] = []
    for start, end in list(_gaps(question.text, mentions)):
        told, found = _read_gap(question, start, end, names)
        words += told
        mentions += found
    return Sentence(question, tuple(sorted(words)), tuple(sorted(mentions)))


def _candidates(question: Question, names: Names, today: date) -> Iterator[Mention]:
    """Everything the question may mention; much of it overlaps."""
    text = question.text
    for period in find_periods(text, today):
        yield _mention(text, period.start, period.end, PERIOD)._replace(period=period)
    for match in _ORDINAL.finditer(text):
        number = next(int(digits) for digits in match.groups() if digits)
        yield _mention(text, *match.span(), ORDINAL)._replace(number=number)
    yield from _named(text, names)
    for start, end, term in find_terms(text):
        yield _mention(text, start, end, term.kind, (term,))
    for start, end in question.quoted:
        yield _mention(text, start, end, QUOTED)


def _named(text: str, names: Names) -> Iterator[Mention]:
    """Names of the store, unless they are words of questions too; parts of a composite are one thing, whole or not."""
    found = [hit for hit in names.find(text) if not all(w.concepts for w in vocabulary.read(text[hit.start : hit.end]))]
    for start, end, meant in found:
        if _BODY_BEGINS.match(text, end) and meant[0].kind == ROLE:
            continue  # 委员会 is no 委员
        for kind in {name.kind for name in meant}:
            yield _mention(text, start, end, kind, tuple(name for name in meant if name.kind == kind))
    for one, other in pairwise(found):
        if text[one.end : other.start] == "+":
            yield _mention(text, one.start, other.end, QUOTED)


def _mention(text: str, start: int, end: int, kind: str, names: tuple[Name, ...] = ()) -> Mention:
    return Mention(start, end, kind, text[start:end], names)


_RANK = {PERIOD: 0, ORDINAL: 0, Label.PERSON: 1, Label.MEASURE: 1, QUOTED: 9}


def _without_overlaps(question: Question, candidates: Iterable[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest; what stands between quotation marks is one thing."""
    taken: list[Mention] = []
    for one in sorted(candidates, key=lambda m: (m.start - m.end, _RANK.get(m.kind, 5), m.start)):
        cut = any(
            start < one.end and one.start < end and one.end - one.start < end - start for start, end in question.quoted
        )
        if not cut and all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return sorted(taken)


def _gaps(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    at = 0
    for mention in [*mentions, Mention(len(text), len(text), "", "")]:
        if mention.start > at:
            yield at, mention.start
        at = mention.end


def _read_gap(question: Question, start: int, end: int, names: Names) -> tuple[list[Word], list[Mention]]:
    """The words between two mentions; what is in no word is a name mistyped or spelled in Pinyin, or unknown."""
    text = vocabulary.mended(question.text[start:end], _proper(question))
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
    latin = list(re.finditer(r"[a-z'-]+", word.text))
    if not latin:
        yield Mention(word.start, word.end, UNKNOWN, word.text)
    taken: set[int] = set()
    for first, last, found in find_romanised([match[0] for match in latin], names) if latin else ():
        if not taken & set(range(first, last)):
            taken |= set(range(first, last))
            start, end = latin[first].start(), latin[last - 1].end()
            yield Mention(word.start + start, word.start + end, found[0].kind, word.text[start:end], found)
    for match in (match for number, match in enumerate(latin) if number not in taken):
        for rest in vocabulary.read(match[0], word.start + match.start()):
            yield rest if rest.concepts else Mention(rest.start, rest.end, UNKNOWN, rest.text)
