"""The examples in `kg/ask/intents.toml` are read as the intents they stand at, and answered."""

from __future__ import annotations

import pytest

from kg.ask.intents import Intent, intents
from kg.ask.tables import table
from kg.ask.vocabulary import Concept
from kg.queries import find
from tests.ask.conftest import Ask

EXAMPLES = [
    pytest.param(intent, example, id=example)
    for intent in intents()
    for example in (*intent.examples.zh, *intent.examples.en)
]
UNTOLD = {"where held", "in which form"}  # no page names a venue, and the reader takes no form


@pytest.mark.parametrize(("intent", "example"), EXAMPLES)
def test_an_example_is_answered_by_its_intents_query(put: Ask, intent: Intent, example: str) -> None:
    told = put(example)
    assert told.query == intent.query
    assert told.found != (intent.name in UNTOLD), told.answer


@pytest.mark.parametrize("intent", intents(), ids=lambda intent: intent.name)
def test_an_intent_names_only_what_there_is(intent: Intent) -> None:
    query = find(intent.query)
    concepts = table("vocabulary", dict[str, Concept])
    assert {one for need in intent.needs for one in need.split("|")} | set(intent.may) <= concepts.keys()
    assert {*intent.by.split(), *intent.keep, *intent.having, *intent.same} <= {*query.columns}
    assert {*intent.given, *intent.choose} <= {parameter.name for parameter in query.parameters}
    assert intent.examples.zh and intent.lacks.zh and intent.lacks.en


def test_names_of_intents_are_unique() -> None:
    assert len({intent.name for intent in intents()}) == len(intents())
