"""An intent's slots filled: a question as one canned query with its parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from kg.ask import things
from kg.ask.intents import Intent
from kg.ask.meetings import fill_meeting, fill_pair, fill_sitting
from kg.ask.people import fill_other, fill_person, fill_someone
from kg.ask.posts import fill_office, fill_post
from kg.ask.slots import CannotFill, Filled, Request, listed
from kg.queries import Query, find

_FILL: Mapping[str, Callable[[Request], Filled | None]] = {
    "person": fill_person,
    "someone": fill_someone,
    "other": fill_other,
    "post": fill_post,
    "office": fill_office,
    "meeting": fill_meeting,
    "sitting": fill_sitting,
    "pair": fill_pair,
    "measure": things.fill_measure,
    "document": things.fill_document,
    "body": things.fill_body,
    "words": things.fill_words,
    "period": things.fill_period,
}


@dataclass(frozen=True)
class Bound:
    """A question as one query: what fills its slots, and the parameters to try, the likeliest reading first."""

    intent: Intent
    query: Query
    slots: Mapping[str, Filled]
    tries: tuple[dict[str, Any], ...]

    @property
    def labels(self) -> dict[str, str]:
        """What the slots are called in the answer, as `{slot_measure}`."""
        return {f"slot_{name}": filled.label for name, filled in self.slots.items()}


def bind_intent(intent: Intent, request: Request) -> Bound | None:
    """The question as that intent's query; None where a slot has nothing to fill it.

    CannotFill where a mention means nothing the store knows, or nothing in such a question.
    """
    query = find(intent.query)
    own = {parameter.name for parameter in query.parameters}
    request = replace(request, left=list(request.sentence.mentions), parameters=frozenset(own))
    slots: dict[str, Filled] = {}
    for slot in intent.slots:
        name, _, parameter = slot.rstrip("?").partition(":")
        try:
            filled = _FILL[name](request)
        except CannotFill as unknown:
            raise unknown.beside([done.label for done in slots.values() if done.label]) from None
        if filled is None and not slot.endswith("?"):
            return None
        if filled:
            request.take(filled)
            slots[name] = _renamed(filled, parameter) if ":" in slot else filled
    if request.left:
        asked, few = [f"“{mention.text}”" for mention in request.left], -len(request.left)
        zh, en = f"这样的问题里用不上{listed(asked)}", f"such a question has no use for {listed(asked, True)}"
        raise CannotFill(zh, en, few)
    fixed = {**intent.given, **_chosen(intent, request)}
    tries = tuple({name: value for name, value in {**fixed, **one}.items() if name in own} for one in _combined(slots))
    return Bound(intent, query, slots, tries)


def _renamed(filled: Filled, parameter: str) -> Filled:
    """With its first parameter called otherwise, or (an empty name) without parameters."""
    if not parameter:
        return replace(filled, choices=({},))
    choices = [list(choice.items()) for choice in filled.choices]
    return replace(filled, choices=tuple({parameter: first[1], **dict(rest)} for first, *rest in choices))


def _chosen(intent: Intent, request: Request) -> dict[str, str]:
    """Parameters that a word of the question decides."""
    return {
        parameter: value
        for parameter, by_concept in intent.choose.items()
        for concept, value in by_concept.items()
        if request.sentence.has(concept)
    }


def _combined(slots: Mapping[str, Filled]) -> Iterator[dict[str, Any]]:
    """The likeliest reading of each slot together; of days without a year, every year."""
    every = [filled.choices if filled.any_year else filled.choices[:1] for filled in slots.values()]
    for chosen in product(*every):
        yield {name: value for choice in chosen for name, value in choice.items()}
