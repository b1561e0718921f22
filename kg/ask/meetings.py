"""The meetings a question is about: by number, name or part of it, body, place and time, all of which must fit.

第119次会议 · 省委第七十八次疫情防控专题会 · 4月4日的会议 · 最近一次太原市的会议
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kg.ask.likeness import likest
from kg.ask.mentions import ORDINAL, PERIOD, QUOTED, UNKNOWN, Mention
from kg.ask.names import PLACE, Name
from kg.ask.periods import Period
from kg.ask.posts import belongs
from kg.ask.romanised import TERM
from kg.ask.slots import CannotFill, Filled, Request, listed
from kg.ask.text import fold
from kg.model import Label

SITTING = (Label.MEETING, ORDINAL, PERIOD, Label.BODY, PLACE)
TELLING = (*SITTING, TERM, QUOTED, UNKNOWN)


def fill_meeting(request: Request) -> Filled | None:
    """The meetings that fit all that is told of them; None where nothing is told. CannotFill where none fits."""
    told = request.of(*TELLING)
    latest = request.sentence.has("latest")
    if not told and not latest:
        return None
    meant = fitting(request, told)
    if latest:
        meant = [max((one for one in meant if one.date), key=lambda one: str(one.date), default=meant[0])]
    if len(meant) > 1 and not any(mention.kind == ORDINAL for mention in told):
        return _described(request, told, meant)
    ranked = sorted(meant, key=lambda one: _rank(one, told))
    choices = tuple(_exactly(one, request) for one in ranked)
    return Filled(tuple(told), choices, ranked[0].name, tuple(_dated(one) for one in ranked))


def fill_sitting(request: Request) -> Filled | None:
    """The meetings told by number, name, place or time alone: other words of the question are no part of a name."""
    told = request.of(*SITTING)
    return fill_meeting(replace(request, left=told)) if told else None


def fill_pair(request: Request) -> Filled | None:
    """Two meetings, the earlier first; whatever else is told of meetings holds for both."""
    both = request.of(Label.MEETING, ORDINAL)
    if len(both) != 2:
        return None
    shared = [mention for mention in request.of(*TELLING) if mention not in both]
    sittings = sorted((fitting(request, [*shared, one])[0] for one in both), key=lambda one: str(one.date))
    names = [one.name for one in sittings]
    return Filled((*shared, *both), ({"earlier": names[0], "later": names[1]},), " → ".join(names))


def fitting(request: Request, told: Sequence[Mention]) -> list[Name]:
    """The store's meetings that fit every mention; CannotFill, with the nearest, where there is none."""
    known = request.names.of_kind(Label.MEETING)
    meant = [one for one in known if all(fits(one, mention) for mention in told)]
    if meant:
        return meant
    asked, english = (listed((mention.text for mention in sorted(told)), lang) for lang in (False, True))
    numbered = [one for one in known if any(m.kind == ORDINAL and fits(one, m) for m in told)]
    held = sorted({one.ordinal for one in known if one.ordinal is not None})
    zh, en = f"图谱里没有符合“{asked}”的会议", f"the store has no meeting that fits “{english}”"
    if numbered:
        zh, en = (
            f"{zh}；有这个次数的是{listed(map(_dated, numbered))}",
            f"{en}; of that number it has {listed(map(_dated, numbered), True)}",
        )
    elif len(told) == 1 and told[0].kind == ORDINAL:
        numbers = [listed(map(str, held), lang, most=12) for lang in (False, True)]
        zh, en = f"{zh}；有的次数是{numbers[0]}", f"{en}; the numbers it has are {numbers[1]}"
    raise CannotFill(zh, en)


def fits(meeting: Name, mention: Mention) -> bool:
    """Whether a meeting is what one mention tells."""
    if mention.kind == Label.MEETING:
        return meeting in mention.names
    if mention.kind == ORDINAL:
        return meeting.ordinal == mention.number
    if mention.period:
        return meeting.date is not None and mention.period.covers(meeting.date)
    forms = (*meeting.forms, *([fold(meeting.series)] if meeting.series else []))
    return belongs(forms, mention) or bool(likest(mention.text, [meeting]))


def _rank(meeting: Name, told: Sequence[Mention]) -> tuple[bool, int, str]:
    """Of meetings that fit alike: called exactly so, much reported, late."""
    literal = {f"第{mention.number}次会议" for mention in told if mention.kind == ORDINAL}
    exact = any(words in form for form in meeting.forms for words in literal)
    return not exact, -meeting.weight, meeting.key


def _exactly(meeting: Name, request: Request) -> dict[str, Any]:
    """Parameters that mean this sitting: its name, and what else tells it from one whose name holds that name."""
    more = {"ordinal": meeting.ordinal or 0, "since": meeting.date or "", "until": meeting.date or ""}
    namesakes = [
        one for one in request.names.of_kind(Label.MEETING) if any(fold(meeting.name) in form for form in one.forms)
    ]
    known = {
        name: value for name, value in more.items() if name in request.parameters and value and "X" not in str(value)
    }
    return {"meeting": meeting.name, **(known if len(namesakes) > 1 else {})}


def _described(request: Request, told: Sequence[Mention], meant: Sequence[Name]) -> Filled:
    """Several meetings by one description: what they share is asked for; the latest year first where none is told."""
    years = sorted({str(one.date)[:4] for one in meant if one.date}, reverse=True)
    periods = [mention.period for mention in told if mention.period]
    if not any(period.open for period in periods):
        return Filled(tuple(told), (_shared(request, told, meant, periods),), listed(map(_dated, meant)))
    of_year = {year: [one for one in meant if str(one.date).startswith(year)] for year in years}
    dated = {year: [period.in_year(year) for period in periods] for year in years}
    choices = tuple(_shared(request, told, of_year[year], dated[year]) for year in years)
    readings = tuple(f"{dated[year][0].since or dated[year][0].until}" for year in years)
    return Filled(tuple(told), choices, readings[0], readings, any_year=True)


def _shared(
    request: Request, told: Sequence[Mention], meant: Sequence[Name], periods: Iterable[Period]
) -> dict[str, Any]:
    """Parameters that mean these meetings and no other; CannotFill where the query cannot tell them apart."""
    times = {"since": max((p.since for p in periods), default=""), "until": min((p.until for p in periods), default="")}
    known = [one for one in request.names.of_kind(Label.MEETING) if _within(one, times)]
    for words in ("", *_wordings(told)):
        named = [one for one in known if _named(one, words)]
        if named == list(meant) or (set(named) >= set(meant) and [words] == [mention.text for mention in told]):
            return {"meeting": words} | times
    if len(meant) == 1:
        return _exactly(meant[0], request)
    names = listed(map(_dated, meant))
    raise CannotFill(
        f"这样说的会议不止一次：{names}；请说出是哪一次",
        f"several meetings are meant by that: {names}; name one of them",
    )


def _wordings(told: Iterable[Mention]) -> Iterable[str]:
    for mention in told:
        yield from (name.name for name in mention.names)
        yield mention.text


def _named(meeting: Name, words: str) -> bool:
    """What the canned queries take for "part of the name"."""
    return any(words in form for form in (meeting.name, *meeting.aliases))


def _within(meeting: Name, times: dict[str, str]) -> bool:
    period = Period(0, 0, times["since"], times["until"])
    return not (period.since or period.until) or (meeting.date is not None and period.covers(meeting.date))


def _dated(meeting: Name) -> str:
    return f"{meeting.name}（{meeting.date}）" if meeting.date else meeting.name
