"""A sitting's business that names a measure: what it is called to deal with, hears, discusses and adopts.

Nobody is quoted there, yet who follows a measure through its meetings wants to see it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.frames import Speaker
from kg.extract.measures import MeasureMention
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.ranges import Cover, within
from kg.extract.rules import likely
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, Skeleton
from kg.extract.speech import Utterance
from kg.lexicon import alternation, sections

_DEALS = re.compile(alternation(sections("speech_verbs")["business"]))
_SHORTEST = 4
_CLAUSE = re.compile(r"[^；]+")


def find_business(scene: Scene, places: Sequence[MeasureMention], spoken: Sequence[Utterance]) -> Iterator[Utterance]:
    """The clauses of a sitting's business that name measures which no utterance of `spoken` names."""
    said = {(utterance.start, utterance.end) for utterance in spoken}
    begins = sorted(start for start, _ in said)
    told = Cover(len(scene.text))
    for start, end in said:
        told.add(start, end)
    left = [place for place in places if not place.part_of and not told.meets(place.start, place.start + 1)]
    for sentence in dict.fromkeys(scene.context.sentence_at(place.start) for place in left):
        skeleton = scene.skeleton(sentence)
        for rule in likely("business", skeleton.text):
            for match in rule.pattern.finditer(skeleton.text):
                meeting = _meeting(scene, skeleton, match)
                if meeting is not None:
                    yield from _clauses(scene.text, skeleton, match, meeting, left, said, begins)


def _meeting(scene: Scene, skeleton: Skeleton, match: re.Match[str]) -> Meeting | None:
    """The sitting whose business it is, if it takes place."""
    first = skeleton.thing(match.start()) if match[0].startswith(MEETING) else None
    meeting = scene.agenda.of(first) if isinstance(first, MeetingMention) else None
    if meeting is None:  # 会议 alone is the one at hand
        meeting = scene.agenda.principal(skeleton.start + match.start(), talks=False)
    return meeting if meeting is not None and meeting.held else None


def _clauses(
    text: str,
    skeleton: Skeleton,
    match: re.Match[str],
    meeting: Meeting,
    places: Sequence[MeasureMention],
    said: set[tuple[int, int]],
    begins: Sequence[int],
) -> Iterator[Utterance]:
    begin, end = match.span("content")
    for clause in _CLAUSE.finditer(skeleton.text, begin, end):
        own = _DEALS.match(clause[0])
        start, stop = skeleton.to_view(clause.start()), skeleton.to_view(clause.end())
        spoken = bisect_left(begins, start)
        if spoken < len(begins) and begins[spoken] < stop:  # 听取…汇报，要求…: up to what is said
            stop = max(start, text.rfind("，", start, begins[spoken]))
        named_from = skeleton.to_view(match.start()) if clause.start() == begin else start  # in the sitting's own name
        if stop - start >= _SHORTEST and within(places, named_from, stop) and (start, stop) not in said:
            said.add((start, stop))
            yield Utterance(start, stop, Speaker(meeting=meeting), own[0] if own else match["verb"], meeting, 0)
