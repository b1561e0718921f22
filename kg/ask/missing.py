"""Why there is no answer: what was looked for, what the store has instead, which fact is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.ask.binding import Bound
from kg.ask.intents import intents
from kg.ask.mentions import UNKNOWN
from kg.ask.phrases import Both, Phrase, Row, tell
from kg.ask.sentence import Sentence
from kg.ask.slots import listed
from kg.ask.vocabulary import concepts
from kg.queries import Asked, find, run

_SHOWN = 3  # examples told to who asked something else


def refusal(sentence: Sentence) -> Both | None:
    """Why no fact can answer a question with such words (为什么, 除了, 没有)."""
    return next((told.refuse for name, told in concepts().items() if told.refuse and sentence.has(name)), None)


def unread(sentence: Sentence) -> Both:
    """What in a question is in no intent: words nobody knows, else the way it is asked, with examples near to it."""
    unknown = [f"“{mention.text}”" for mention in sentence.mentions if mention.kind == UNKNOWN]
    if unknown:
        zh = f"不认识{listed(unknown)}：图谱里没有，也不是提问用的词"
        return Both(zh, f"{listed(unknown, True)} is neither in the store nor a word of a question")
    nearest = sorted(intents(), key=lambda intent: -intent.shares(sentence))
    zh = " ".join(example for intent in nearest[:_SHOWN] for example in intent.examples.zh[:1])
    en = " ".join(example for intent in nearest[:_SHOWN] for example in intent.examples.en[:1])
    return Both(f"没有能回答这种问法的查询；可以这样问：{zh}", f"no query answers that; ask, for example: {en}")


def missing(bound: Bound, given: Mapping[str, Any], store: Asked, english: bool) -> tuple[str, list[Row]]:
    """The reason, and the rows it rests on: what the probes of the intent found."""
    seen: list[str] = []
    ground: list[Row] = []
    for probe in bound.intent.probes:
        own = {parameter.name for parameter in find(probe.query).parameters}
        kept = {name: value for name, value in given.items() if name in own and name not in probe.without}
        rows = run(store, probe.query, kept | {name: given[slot] for name, slot in probe.given.items()})
        if rows:
            phrase = Phrase(Both(probe.zh, probe.en), Both("{each}", "{each}"), probe.by)
            seen.append(tell(phrase, rows, {"n": str(len(rows))}, english))
            ground += rows
    lacks = bound.intent.lacks(english)
    title = bound.query.title_en if english else bound.query.title_zh
    looked = _given(given)
    if english:
        found = f"; what there is: {'; '.join(seen)}" if seen else ""
        return f"{lacks}{found} (looked for: {title}{looked})", ground
    found = f"；现有的是：{'；'.join(seen)}" if seen else ""
    return f"{lacks}{found}（查的是：{title}{looked}）", ground


def _given(given: Mapping[str, Any]) -> str:
    told = " ".join(f"{name}={value}" for name, value in given.items() if value)
    return f" {told}" if told else ""
