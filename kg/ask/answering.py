"""From a question to its answer: the first intent that accounts for all of it, its query, the answer in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kg.ask.answer import Answer, proofs
from kg.ask.binding import Bound, bind_intent
from kg.ask.intents import Intent, intents
from kg.ask.missing import missing, refusal, unread
from kg.ask.names import Names
from kg.ask.phrases import Both, Phrase, tell
from kg.ask.sentence import PERIOD, Sentence, take_apart
from kg.ask.slots import CannotFill, Filled, Request, listed
from kg.queries import Asked, bind, for_browser, run


def answer(asked: str, names: Names, store: Asked, today: date) -> Answer:
    """The answer to a question from what the store holds; `found` is false, with the reason, where it cannot tell."""
    sentence = take_apart(asked, names, today)
    reason = refusal(sentence)
    for intent in intents() if reason is None else ():
        if intent.accepts(sentence):
            try:
                bound = bind_intent(intent, Request(sentence, names, store, today))
            except CannotFill as unknown:
                reason = reason or unknown.why
                continue
            if bound:
                told = _answered(bound, sentence, store)
                return told if told.found or reason is None else _refused(sentence, reason)
    return _refused(sentence, reason or unread(sentence))


def _refused(sentence: Sentence, reason: Both) -> Answer:
    why = f"Cannot tell: {reason.en}." if sentence.english else f"不能回答：{reason.zh}。"
    return Answer(sentence.question.asked, False, why)


def _answered(bound: Bound, sentence: Sentence, store: Asked) -> Answer:
    """What the query gives: of days without a year, in the first year that has an answer."""
    english, rows, number = sentence.english, [], 0
    for number, given in enumerate(bound.tries):
        rows = [row for row in run(store, bound.query.name, given) if _counts(row, bound.intent, sentence)]
        if rows:
            break
    given = bound.tries[number if rows else 0]
    readings, notes = _readings(bound, number if rows else 0), [note for one in bound.slots.values() for note in one.notes]
    if rows:
        intent = bound.intent
        text, ground = tell(Phrase(intent.each, intent.says, intent.by), rows, bound.labels, english), rows
    else:
        why, ground = missing(bound, given, store, english)
        text = f"Cannot tell: {why}." if english else f"不能回答：{why}。"
    return Answer(
        question=sentence.question.asked,
        found=bool(rows),
        answer=" ".join([text, *(told(english) for told in (*notes, *_chosen(readings)))]),
        rows=rows,
        evidence=proofs(ground),
        query=bound.query.name,
        parameters=bind(bound.query, given),
        cypher=for_browser(bound.query, given),
        readings=readings,
        columns=bound.query.columns,
    )


def _counts(row: Mapping[str, Any], intent: Intent, sentence: Sentence) -> bool:
    """Whether a row answers the question: it has what was asked for, and is of the time asked for."""
    if not all(row[column] in values for column, values in intent.keep.items()):
        return False
    when = row.get(intent.within)
    periods = [mention.period for mention in sentence.mentions if mention.kind == PERIOD and mention.period]
    return all(row[column] for column in intent.having) and (not when or all(period.covers(when) for period in periods))


def _readings(bound: Bound, number: int) -> list[str]:
    """What the question can mean where it is not plain, the one answered first."""
    for filled in bound.slots.values():
        if len(filled.readings) > 1:
            chosen = filled.readings[number] if filled.any_year else filled.readings[0]
            return [chosen, *(reading for reading in filled.readings if reading != chosen)]
    return []


def _chosen(readings: list[str]) -> Iterable[Both]:
    if readings:
        others, more = listed(readings[1:]), listed(readings[1:], True)
        yield Both(f"（问的可以是不止一个：这里按{readings[0]}回答，另外还有{others}。）", f"(Taken to mean {readings[0]}; it could also mean {more}.)")
