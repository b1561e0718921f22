"""From what was read to entities and statements: one function a family, all writing into one `Draft`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.attributions import find_attributions
from kg.extract.bodies import find_bodies, holder_of, is_relative
from kg.extract.bodies import kind_of as body_kind
from kg.extract.business import find_business
from kg.extract.context import LONGEST_SENTENCE, Draft
from kg.extract.documents import find_links
from kg.extract.frames import Speaker
from kg.extract.measures import MeasureMention
from kg.extract.meetings import Meeting
from kg.extract.numerals import without_ordinal
from kg.extract.people import Person
from kg.extract.publication import find_publications
from kg.extract.ranges import within
from kg.extract.roles import find_roles
from kg.extract.scene import Scene
from kg.extract.speech import Utterance, find_utterances
from kg.extract.targets import find_targets
from kg.extract.titles import Titled
from kg.extract.titles import kind_of as document_kind
from kg.model import Label, Rel, Value

_LONGEST_COMPOSITE = 64


def add_people(scene: Scene, draft: Draft) -> None:
    """Persons, their mentions, and the posts the text calls them by."""
    for person in scene.people:
        who = person_id(draft, person)
        draft.mention(who, person.start, person.end)
        if called := [title.text for title in person.titles if not title.is_office]:
            known = draft.props(who).get("_called", [])
            draft.props(who)["_called"] = sorted({*known, *called}) if isinstance(known, list) else called
        for title in person.titles:
            if title.is_office:
                post = draft.entity(Label.POST, title.text)
                draft.mention(post, title.start, title.end)
                begin, end = min(title.start, person.start), max(title.end, person.end)
                draft.state(Rel.HOLDS, who, post, (begin, end), {"titles": [title.text]})


def person_id(draft: Draft, person: Person) -> str:
    """The local id of the person a mention names."""
    if "·" in person.name or "-" in person.name:
        return draft.entity(Label.PERSON, person.name, _transliterated=True)
    return draft.entity(Label.PERSON, person.name)


def add_meetings(scene: Scene, draft: Draft) -> None:
    """Meetings with their names, day and holder; the article reports those that take place in it."""
    for meeting in scene.agenda.meetings:
        add_meeting(draft, meeting)
    for meeting, sides in scene.talks:
        local = meeting_id(draft, meeting)
        mention = meeting.mentions[0]
        sentence = scene.context.sentence_at(mention.start)
        for side in sides:
            for order, person in enumerate(side.people, 1):
                props: dict[str, Value] = {"verb": [meeting.aliases[0]], "order": order, "list_complete": side.complete}
                draft.state(Rel.ATTENDED, person_id(draft, person), local, (sentence.start, sentence.end), props)


def meeting_id(draft: Draft, meeting: Meeting) -> str:
    """The local id of a meeting."""
    return draft.entity(Label.MEETING, meeting.name)


def add_meeting(draft: Draft, meeting: Meeting) -> str:
    """One meeting with all that is known of it."""
    local = meeting_id(draft, meeting)
    for alias in meeting.aliases:
        draft.alias(local, alias)
    props = draft.props(local)
    props["_held"] = meeting.held
    if meeting.date:
        props["date"] = meeting.date
    if meeting.ordinal is not None:
        props["ordinal"] = meeting.ordinal
        props["series"] = without_ordinal(meeting.name)
    for mention in meeting.mentions:
        draft.mention(local, mention.start, mention.end)
    first = meeting.mentions[0]
    if meeting.held:
        draft.state(Rel.REPORTS, "a", local, (first.start, first.end))
    if holder := holder_of(meeting.name):
        draft.state(Rel.HELD_BY, local, body_id(draft, holder), (first.start, first.end))
    return local


def body_id(draft: Draft, name: str) -> str:
    """The local id of a body of this printed name."""
    return draft.entity(Label.BODY, name, kind=body_kind(name), _relative=is_relative(name))


def add_bodies(scene: Scene, draft: Draft) -> None:
    """Organs the text names."""
    for body in find_bodies(scene.text):
        draft.mention(body_id(draft, body.name), body.start, body.end)


def add_roles(scene: Scene, draft: Draft) -> None:
    """Who chaired, attended, spoke and reported."""
    for role in find_roles(scene):
        props: dict[str, Value] = {"verb": [role.verb], "order": role.order, "list_complete": role.complete}
        if titles := [title.text for title in role.person.titles if title.is_office]:
            props["as_posts"] = titles
        draft.state(role.rel, person_id(draft, role.person), meeting_id(draft, role.meeting), role.at, props)


def add_measures(draft: Draft, places: Sequence[MeasureMention]) -> None:
    """Measures, their other forms and their parts."""
    for place in places:
        measure = draft.entity(Label.MEASURE, place.name, kind=place.kind)
        draft.mention(measure, place.outer_start, place.outer_end)
        if place.alias:
            draft.alias(measure, place.alias)
    for place in (place for place in places if place.part_of):
        for whole in within(places, place.start - _LONGEST_COMPOSITE, place.start + 1):
            if place.part_of == whole.name and place.end <= whole.end:
                parent = draft.entity(Label.MEASURE, whole.name)
                part = draft.entity(Label.MEASURE, place.name)
                draft.state(Rel.HAS_PART, parent, part, (whole.start, whole.end))


def add_speech(scene: Scene, draft: Draft, places: Sequence[MeasureMention]) -> list[tuple[Utterance, str]]:
    """Directives with their speakers, meeting and measures; returns them with their local ids."""
    added = []
    spoken = list(find_utterances(scene, [place.start for place in places if not place.part_of]))
    business = find_business(scene, places, spoken)
    named_after = _named_after(scene, places)
    for utterance in (*spoken, *business, *find_attributions(scene.text, places)):
        local = _directive(scene, draft, utterance)
        added.append((utterance, local))
        for place in (*within(places, utterance.start, utterance.end), *named_after.pop(id(utterance.meeting), ())):
            measure = draft.entity(Label.MEASURE, place.name)
            draft.state(Rel.CALLS_FOR, local, measure, (utterance.start, utterance.end))
    return added


def _named_after(scene: Scene, places: Sequence[MeasureMention]) -> dict[int, list[MeasureMention]]:
    """The measures that meetings have in their names (“证照分离”改革部署会), by the identity of the meeting: what is
    said there first stands for all.
    """
    found: dict[int, list[MeasureMention]] = {}
    for mention in scene.agenda.mentions:
        meeting = scene.agenda.of(mention)
        if meeting is not None and meeting.held and (named := within(places, mention.start, mention.end)):
            found.setdefault(id(meeting), [place for place in named if not place.part_of])
    return found


def _directive(scene: Scene, draft: Draft, utterance: Utterance) -> str:
    text = scene.text[utterance.start : utterance.end].strip()
    name = text if len(text) <= 40 else text[:39] + "…"
    local = draft.entity(
        Label.DIRECTIVE, name, same_as=f"{utterance.start}:{utterance.speaker.body}", text=text, verb=utterance.verb
    )
    if utterance.item:
        draft.props(local)["item"] = utterance.item
    draft.mention(local, utterance.start, utterance.end)
    at = (utterance.start, utterance.end)
    for speaker in _speakers(draft, utterance.speaker):
        draft.state(Rel.ISSUED, speaker, local, at, {"verb": [utterance.verb]})
    if utterance.meeting is not None:
        draft.state(Rel.GIVEN_AT, local, meeting_id(draft, utterance.meeting), at)
    return local


def _speakers(draft: Draft, speaker: Speaker) -> list[str]:
    if speaker.meeting is not None:
        return [meeting_id(draft, speaker.meeting)]
    if speaker.body:
        return [body_id(draft, speaker.body)]
    return [person_id(draft, person) for person in speaker.people]


class _Said:
    """Directives, looked up by a place inside them."""

    def __init__(self, directives: Sequence[tuple[Utterance, str]]) -> None:
        self._directives = directives
        self._places = sorted((utterance.start, number) for number, (utterance, _) in enumerate(directives))

    def at(self, position: int) -> list[tuple[Utterance, str]]:
        """The directives that hold the position, in the order they were given."""
        first, last = (bisect_left(self._places, (at, 0)) for at in (position - LONGEST_SENTENCE, position + 1))
        near = (self._directives[number] for number in sorted(number for _, number in self._places[first:last]))
        return [(utterance, local) for utterance, local in near if position < utterance.end]


def add_documents(scene: Scene, draft: Draft, directives: Sequence[tuple[Utterance, str]]) -> None:
    """Titled documents, who cites, publishes, adopts, considers and conveys them."""
    said = _Said(directives)
    for titled in scene.titles:
        if titled.kind != "work":
            local = document_id(draft, titled)
            draft.mention(local, titled.start, titled.end)
            for utterance, directive in said.at(titled.start):
                draft.state(Rel.CITES, directive, local, (utterance.start, utterance.end))
    for publication in find_publications(scene):
        document = draft.entity(Label.DOCUMENT, publication.title, kind=document_kind(publication.title))
        draft.state(
            Rel.PUBLISHED, body_id(draft, publication.body), document, publication.at, {"verb": [publication.verb]}
        )
    for link in find_links(scene):
        end = (
            meeting_id(draft, link.target)
            if link.target
            else draft.entity(Label.DOCUMENT, link.name, kind=document_kind(link.name))
        )
        if not link.target:
            draft.mention(end, link.start, link.end)
        draft.state(link.rel, meeting_id(draft, link.meeting), end, link.at, {"verb": [link.verb]})


def document_id(draft: Draft, titled: Titled) -> str:
    """The local id of a titled document."""
    return draft.entity(Label.DOCUMENT, titled.name, kind=titled.kind)


def add_targets(scene: Scene, draft: Draft, directives: Sequence[tuple[Utterance, str]]) -> None:
    """Quantified targets, set by the directive they stand in, else by the plan the article publishes."""
    demands = frozenset((utterance.start, utterance.end) for utterance, _ in directives if utterance.demanded)
    said = _Said(directives)
    plans = [titled for titled in scene.titles if titled.kind == "plan"]
    for target in find_targets(scene.context, demands, plan=bool(plans)):
        text = scene.text[target.start : target.end]
        name = f"{target.quantity}{target.object}"
        local = draft.entity(Label.TARGET, name, same_as=f"{target.start}:{target.quantity}", text=text)
        draft.props(local).update(
            quantity=target.quantity,
            value=target.value,
            unit=target.unit,
            comparator=target.comparator,
            object=target.object,
        )
        if target.deadline:
            draft.props(local)["deadline"] = target.deadline
        draft.mention(local, target.start, target.end)
        setter = next((directive for _, directive in said.at(target.start)), None)
        if setter is None and plans:
            setter = document_id(draft, plans[0])
        if setter is not None:
            draft.state(Rel.SETS, setter, local, (target.start, target.end))
