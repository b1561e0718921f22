"""Persons, posts, meetings and what happened there: what the gold expects, what the graph says of one source."""

from __future__ import annotations

from kg.evaluate.names import SAME_MEETING, alike, norm
from kg.evaluate.reading import Fact, Reading
from kg.evaluate.verdict import Item, Verdict, pairs, singles
from kg.model import Label, Rel


def persons(said: Reading) -> Verdict:
    """Names of persons."""
    found: set[Item] = {(said.person(key),) for key in said.nodes(Label.PERSON)}
    return Verdict(singles(said.gold.persons), found, singles(said.gold.persons_optional))


def posts(said: Reading) -> Verdict:
    """Person and title; the fuller of two titles may name the body (省委书记, 中共山西省委书记)."""
    expected, optional = pairs(said.gold.posts), pairs(said.gold.posts_optional)
    found = {item for fact in said.of(Rel.HOLDS) for item in _held(said, fact, expected | optional)}
    return Verdict(expected, found, optional)


def _held(said: Reading, fact: Fact, known: set[Item]) -> list[Item]:
    who = said.person(fact.start)
    titles = [norm(title) for title in fact.properties.get("titles") or said.names(fact.end)]
    fitting = [(len(str(item[1])), item) for item in known if item[0] == who and _fits(str(item[1]), titles)]
    return [max(fitting)[1]] if fitting else [(who, title) for title in titles[:1]]


def _fits(title: str, printed: list[str]) -> bool:
    long_enough = [form for form in printed if min(len(form), len(title)) >= 2]
    return any(form.endswith(title) or title.endswith(form) for form in long_enough)


def meetings(said: Reading) -> Verdict:
    """Meetings under any of their names."""
    required: set[Item] = {(meeting.names[0],) for meeting in said.gold.meetings if not meeting.optional}
    found: set[Item] = {(said.meeting(key),) for key in said.nodes(Label.MEETING)}
    return Verdict(required, found, {(name,) for name in said.optional_meetings})


def meeting_dates(said: Reading) -> Verdict:
    """The day of each meeting whose day the gold knows."""
    dated = {m.ref: (m.names[0], m.date) for m in said.gold.meetings if m.date and not m.optional}
    found: set[Item] = set()
    for key, ref in said.refs.items():
        if ref in dated and (date := said.graph.nodes[key].get("date")):
            found.add((dated[ref][0], date[:10]))
    return Verdict(set(dated.values()), found)


def roles(rel: Rel, said: Reading) -> Verdict:
    """Person and meeting of one role; who has any role at a meeting may be called present."""
    gold, unclear = said.gold, said.optional_meetings
    stated = {(norm(role.person), said.meeting_names[role.ref], role.rel) for role in gold.roles}
    expected = {(who, where) for who, where, kind in stated if kind is rel and where not in unclear}
    optional = {(norm(who), said.meeting_names[ref]) for who, kind, ref in gold.roles_optional if kind is rel}
    if rel is Rel.ATTENDED:
        optional |= {(who, where) for who, where, _ in stated}
    found = {(said.person(fact.start), said.meeting(fact.end)) for fact in said.of(rel)}
    return Verdict(set(expected), {item for item in found if item[1] not in unclear}, set(optional))


def conveyed(said: Reading) -> Verdict:
    """Meeting, and the meeting, speech or document it conveys."""
    names = said.meeting_names
    expected: set[Item] = {(names[ref], norm(names.get(what, what))) for ref, what in said.gold.conveyed}
    optional: set[Item] = {(names[ref], norm(what)) for ref, what in said.gold.conveyed_optional}
    return Verdict(expected, {_conveyed(said, fact, expected) for fact in said.of(Rel.CONVEYED)}, optional)


def _conveyed(said: Reading, fact: Fact, expected: set[Item]) -> Item:
    where, forms = said.meeting(fact.start), said.names(fact.end)
    likeness = {
        item: max((alike(str(item[1]), form) for form in forms), default=0.0) for item in expected if item[0] == where
    }
    best = max(likeness, key=lambda item: (likeness[item], str(item)), default=None)
    return best if best and likeness[best] >= SAME_MEETING else (where, said.first_norm(fact.end))


def adopted(said: Reading) -> Verdict:
    """Meeting, and the document or decision it passes."""
    names = said.meeting_names
    expected: set[Item] = {(names[ref], norm(title)) for ref, title in said.gold.adopted}
    optional: set[Item] = {(names[ref], norm(title)) for ref, title in said.gold.adopted_optional}
    found: set[Item] = set()
    for fact in said.of(Rel.ADOPTED):
        where = said.meeting(fact.start)
        known = (form for form in said.norms(fact.end) if (where, form) in expected | optional)
        found.add((where, next(known, said.first_norm(fact.end))))
    return Verdict(expected, found, optional)
