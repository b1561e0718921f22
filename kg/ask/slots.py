"""What the slots of a question share: a request being filled, what fills a slot, and why a slot cannot be filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kg.ask.mentions import Mention
from kg.ask.names import Names
from kg.ask.phrases import Both
from kg.ask.sentence import Sentence
from kg.queries import Asked


class CannotFill(Exception):
    """A slot's mention means nothing the store knows; `why` is told to who asked, `filled` is how many slots were."""

    def __init__(self, zh: str, en: str, filled: int = 0) -> None:
        super().__init__(en)
        self.why, self.filled = Both(zh, en), filled

    def beside(self, labels: Sequence[str]) -> CannotFill:
        """The same, saying what of the question the store does know."""
        if not labels:
            return self
        zh, en = f"（有{listed(labels)}）", f" (it has {listed(labels, True)})"
        return CannotFill(self.why.zh + zh, self.why.en + en, len(labels))


@dataclass(frozen=True)
class Filled:
    """What fills a slot.

    `taken`: the mentions it accounts for; `choices`: for each reading the query's parameters, the likeliest first;
    `label`: what it is called in the answer; `readings`: what each reading is called; `notes`: what was taken for what;
    `any_year`: the readings are the years a day can be in, and the first that has an answer is the likeliest.
    """

    taken: tuple[Mention, ...]
    choices: tuple[dict[str, Any], ...]
    label: str = ""
    readings: tuple[str, ...] = ()
    notes: tuple[Both, ...] = ()
    any_year: bool = False


@dataclass
class Request:
    """A question on its way into one query: the mentions that no slot has taken yet."""

    sentence: Sentence
    names: Names
    store: Asked
    today: date
    parameters: frozenset[str] = frozenset()  # that the query has
    left: list[Mention] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds that are left."""
        return [mention for mention in self.left if mention.kind in kinds]

    def take(self, filled: Filled) -> None:
        """Note what a slot accounts for."""
        self.left = [mention for mention in self.left if mention not in filled.taken]

    def before(self, mention: Mention, *kinds: str) -> Mention | None:
        """The mention of these kinds that ends where this one starts."""
        return next((one for one in self.of(*kinds) if one.end == mention.start), None)

    def after(self, mention: Mention, *kinds: str) -> Mention | None:
        """The mention of these kinds that starts where this one ends."""
        return next((one for one in self.of(*kinds) if one.start == mention.end), None)


def listed(names: Iterable[str], english: bool = False, most: int = 6) -> str:
    """Names in a row, at most so many."""
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - most
    joined = (", " if english else "、").join(distinct[:most])
    return joined + ((f" and {more} more" if english else f"等{len(distinct)}个") if more > 0 else "")


def taken_for(mention: Mention, name: str) -> Both:
    """The note on a name that was not asked for literally."""
    return Both(
        f"没有“{mention.text}”，按最相近的“{name}”回答。",
        f"There is no “{mention.text}”: taken for {name}, the nearest name.",
    )


def suggestion(near: Sequence[str]) -> Both:
    """The end of a refusal: names to try."""
    return Both(f"；相近的有{listed(near)}" if near else "", f"; names like it: {listed(near, True)}" if near else "")
