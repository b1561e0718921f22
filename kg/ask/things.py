"""The other slots of a question: measure, document, body, words of a demand, time."""

from __future__ import annotations

import re

from kg.ask.likeness import likest, near
from kg.ask.mentions import PERIOD, QUOTED, UNKNOWN, Mention
from kg.ask.names import PLACE, Name
from kg.ask.posts import belongs
from kg.ask.romanised import TERM
from kg.ask.slots import CannotFill, Filled, Request, suggestion, taken_for
from kg.ask.text import fold
from kg.ask.vocabulary import concepts
from kg.model import Label


def fill_measure(request: Request) -> Filled | None:
    """The measure named, or the likest to what was asked."""
    return _named(request, Label.MEASURE, "measure", ("名为“{}”的措施", "measure called “{}”"))


def fill_document(request: Request) -> Filled | None:
    """The document named, or the likest."""
    return _named(request, Label.DOCUMENT, "document", ("题为“{}”的文件", "document called “{}”"))


def _named(request: Request, label: Label, parameter: str, kinds: tuple[str, str]) -> Filled | None:
    for mention in request.of(label):
        names = tuple(dict.fromkeys(name.name for name in mention.names))
        return Filled((mention,), tuple({parameter: name} for name in names), names[0], names)
    for mention in request.of(QUOTED, UNKNOWN, TERM):
        known = request.names.of_kind(label)
        asked = _bare(mention)
        if found := likest(asked, known):
            names = tuple(name.name for score, name in found if score > found[0][0] - 0.1)
            return Filled(
                (mention,), tuple({parameter: name} for name in names), names[0], names, (taken_for(mention, names[0]),)
            )
        hint = suggestion(near(asked, known))
        zh, en = (kind.format(mention.text) for kind in kinds)
        raise CannotFill(f"图谱里没有{zh}{hint.zh}", f"the store has no {en}{hint.en}")
    return None


def _bare(mention: Mention) -> str:
    """What a mention calls the thing, without a noun that only says what kind of thing it is (精准赋码工作机制)."""
    text = mention.names[0].name if mention.names else mention.text
    kinds = "|".join(sorted(concepts()["measure"].zh.split(), key=len, reverse=True))
    return re.sub(rf"(?<=..)(?:的)?(?:{kinds})+$", "", text)


def fill_body(request: Request) -> Filled | None:
    """The body named, whole or by place and part of its name (Shanxi, education department)."""
    told = request.of(Label.BODY, PLACE, TERM, UNKNOWN)
    if not told:
        return None
    bodies = sorted(
        (one for one in request.names.of_kind(Label.BODY) if all(_is(one, m) for m in told)),
        key=lambda one: len(one.name),
    )
    if not bodies:
        asked = "".join(mention.text for mention in told)
        hint = suggestion(near(asked, request.names.of_kind(Label.BODY)))
        raise CannotFill(f"图谱里没有“{asked}”这个机构{hint.zh}", f"the store has no body called “{asked}”{hint.en}")
    names = tuple(body.name for body in bodies)
    return Filled(tuple(told), tuple({"body": name} for name in names), names[0], names)


def _is(body: Name, mention: Mention) -> bool:
    return body in mention.names if mention.kind == Label.BODY else belongs(body.forms, mention)


def fill_words(request: Request) -> Filled | None:
    """Words to be looked for as they were asked."""
    for mention in sorted(request.of(QUOTED, UNKNOWN, TERM, Label.MEASURE), key=lambda m: m.start - m.end):
        printed = next((name.name for name in mention.names if fold(name.name) in mention.text), "")
        words = mention.names[0].name if mention.kind == TERM else printed or mention.text
        return Filled((mention,), ({"words": words},), words)
    return None


def fill_period(request: Request) -> Filled | None:
    """A time; where its year is not told, the years in which the store has meetings, the latest first."""
    for mention in request.of(PERIOD):
        period = mention.period
        assert period is not None, "a PERIOD mention has a period"
        years = sorted({one.date[:4] for one in request.names.of_kind(Label.MEETING) if one.date}, reverse=True)
        dated = [period.in_year(year) for year in years] if period.open else [period]
        choices = tuple({"since": one.since, "until": one.until} for one in dated)
        return Filled(
            (mention,), choices, mention.text, tuple(one.since or one.until for one in dated), any_year=period.open
        )
    return None
