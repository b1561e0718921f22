"""What can be asked (`intents.toml`): which words and slots make a question, which canned query answers it, and how.

An intent takes a question only if it accounts for all of it: each word carries a concept the intent needs or allows,
each mention fills one of its slots.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.ask.phrases import Both
from kg.ask.sentence import Sentence
from kg.ask.tables import table
from kg.ask.vocabulary import FILLER


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Questions in both languages; they are also tests."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Probe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A look at what the store does have where the answer is missing; `{column}` and `{n}` are what was found.

    `without` are parameters to leave out, `given` ones to set; rows are told by groups of the columns `by`.
    """

    query: str
    zh: str
    en: str
    without: tuple[str, ...] = ()
    given: dict[str, str] = {}
    by: str = ""


class Intent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of question.

    `needs`: concepts that must occur (`a|b`: one of them); `may`: that may occur besides; `order`: a pattern over
    `Sentence.order`. `slots`: `slot`, `slot?` (may be missing), `slot:parameter`. `given`: parameters set; `choose`: a
    parameter by concept.

    The answer: `by`: the columns that rows are grouped by; `each`: one group; `says`: the whole, with `{each}`;
    `newest`: the column whose latest value is told first; `verdict`: the column that must hold the person asked about
    for a yes. What counts as one: rows with one of the values in `keep`, with something in the columns `having`, whose
    `within`, if it is known, lies in the time asked for. `lacks`: what is missing where there is none.
    """

    name: str
    query: str
    each: Both
    lacks: Both
    examples: Examples
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    order: str = ""
    slots: tuple[str, ...] = ()
    given: dict[str, str] = {}
    choose: dict[str, dict[str, str]] = {}
    by: str = ""
    says: Both = Both("{each}。", "{each}.")
    keep: dict[str, tuple[str, ...]] = {}
    having: tuple[str, ...] = ()
    within: str = ""
    same: dict[str, str] = {}
    verdict: str = ""
    newest: str = ""
    probes: tuple[Probe, ...] = ()

    def accepts(self, sentence: Sentence) -> bool:
        """Whether the words of a question are this intent's."""
        allowed = {FILLER, *self.may, *(concept for need in self.needs for concept in need.split("|"))}
        return (
            all(any(sentence.has(concept) for concept in need.split("|")) for need in self.needs)
            and all(word.concepts & allowed for word in sentence.words)
            and (not self.order or re.search(self.order, sentence.order) is not None)
        )

    def shares(self, sentence: Sentence) -> int:
        """How many words of a question are of the concepts it needs."""
        needed = {concept for need in self.needs for concept in need.split("|")}
        return sum(bool(word.concepts & needed) for word in sentence.words)


class _Table(msgspec.Struct, frozen=True):
    intent: tuple[Intent, ...]


@cache
def intents() -> tuple[Intent, ...]:
    """All intents, the particular ones before the general."""
    return table("intents", _Table).intent
