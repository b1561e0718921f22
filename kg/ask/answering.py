"""From a question to its answer: the first intent that accounts for all of it, its query, the answer in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kg.ask.answer import Answer, filled_in, proofs
from kg.ask.binding import Bound, bind_intent
from kg.ask.intents import Intent, intents
from kg.ask.mentions import PERIOD
from kg.ask.missing import missing, refusal, unread
from kg.ask.names import Names
from kg.ask.phrases import Both, Phrase, Row, tell
from kg.ask.sentence import Sentence, take_apart
from kg.ask.slots import CannotFill, Request, listed
from kg.queries import Asked, bind, run


def answer(asked: str, names: Names, store: Asked, today: date) -> Answer:
    """The answer to a question from what the store holds; `found` is false, with the reason, where it cannot tell."""
    sentence = take_apart(asked, names, today)
    if reason := refusal(sentence):
        return _refused(sentence, reason)
    unknown: list[CannotFill] = []
    for intent in intents():
        if intent.accepts(sentence):
            try:
                bound = bind_intent(intent, Request(sentence, names, store, today))
            except CannotFill as slot:
                unknown.append(slot)
                continue
            if bound:
                told = _answered(bound, sentence, store)
                return told if told.found or not unknown else _refused(sentence, _best(unknown))
    return _refused(sentence, _best(unknown) if unknown else unread(sentence))


def _best(unknown: list[CannotFill]) -> Both:
    """Of the reasons of several intents the one of the intent that got furthest."""
    return max(unknown, key=lambda slot: slot.filled).why


def _refused(sentence: Sentence, reason: Both) -> Answer:
    why = f"Cannot tell: {reason.en}." if sentence.english else f"不能回答：{reason.zh}。"
    return Answer(sentence.question.asked, False, why)


def _answered(bound: Bound, sentence: Sentence, store: Asked) -> Answer:
    """What the query gives for the first reading that has an answer, or why none has one."""
    english = sentence.english
    given, rows, readings = _first(bound, sentence, store)
    if rows:
        text, ground = _told(bound, rows, english), rows
    else:
        why, ground = missing(bound, given, store, english)
        text = f"Cannot tell: {why}." if english else f"不能回答：{why}。"
    notes = [note for filled in bound.slots.values() for note in filled.notes]
    return Answer(
        question=sentence.question.asked,
        found=bool(rows),
        answer=" ".join([text, *(note(english) for note in (*notes, *_ambiguity(bound, readings)))]),
        rows=rows,
        evidence=proofs(ground),
        query=bound.query.name,
        parameters=bind(bound.query, given),
        cypher=filled_in(bound.query, bind(bound.query, given)),
        readings=readings if len(readings) > 1 else [],
    )


def _first(bound: Bound, sentence: Sentence, store: Asked) -> tuple[dict[str, Any], list[Row], list[str]]:
    """The parameters and rows of the likeliest reading, and all readings. A year without an answer is none."""
    tried = [(given, _rows(bound, given, sentence, store)) for given in bound.tries]
    answered = [(given, rows) for given, rows in tried if rows] or tried[:1]
    readings = next((list(filled.readings) for filled in bound.slots.values() if len(filled.readings) > 1), [])
    if len(tried) > 1:
        readings = [
            given.get("since") or given.get("date") or reading
            for (given, _), reading in zip(answered, readings, strict=False)
        ]
    return *answered[0], readings


def _rows(bound: Bound, given: Mapping[str, Any], sentence: Sentence, store: Asked) -> list[Row]:
    return [row for row in run(store, bound.query.name, given) if _counts(row, bound.intent, given, sentence)]


def _told(bound: Bound, rows: list[Row], english: bool) -> str:
    """The rows in words; to a question for yes or no, first which."""
    intent, verdict = bound.intent, ""
    if intent.newest:
        rows = sorted(rows, key=lambda row: row[intent.newest] or "", reverse=True)
    person = bound.slots.get("person") or bound.slots.get("someone")
    if intent.verdict and person:
        yes = any(row[intent.verdict] == person.label for row in rows)
        verdict = Both(
            "是。" if yes else f"报道写的不是{person.label}。",
            "Yes: " if yes else f"Not {person.label}, by the reports: ",
        )(english)
    text = tell(Phrase(intent.each, intent.says, intent.by), rows, bound.labels, english)
    return verdict + text if verdict else text[:1].upper() + text[1:]


def _counts(row: Row, intent: Intent, given: Mapping[str, Any], sentence: Sentence) -> bool:
    """Whether a row answers the question: it has what was asked for, and is of the time asked for."""
    if not all(row[column] in values for column, values in intent.keep.items()):
        return False
    if any(row[column] != given[name] for column, name in intent.same.items()):
        return False  # the query takes a part of the name, the question meant the whole
    when = row.get(intent.within)
    periods = [mention.period for mention in sentence.mentions if mention.kind == PERIOD and mention.period]
    return all(row[column] for column in intent.having) and (not when or all(period.covers(when) for period in periods))


def _ambiguity(bound: Bound, readings: list[str]) -> Iterable[Both]:
    """The note on a question that can mean several things."""
    if len(readings) > 1:
        others, more = listed(readings[1:]), listed(readings[1:], True)
        if any(filled.any_year for filled in bound.slots.values()):
            yield Both(
                f"（没有说是哪一年：这里答的是{readings[0]}，也可以是{others}。）",
                f"(No year was told: this is {readings[0]}; it could also be {more}.)",
            )
        else:
            yield Both(
                f"（问的可以不止一个：这里答的是{readings[0]}，也可以是{others}。）",
                f"(This is {readings[0]}; {more} could also be meant.)",
            )
