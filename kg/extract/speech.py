"""Who says what: frames (王明强调，…) and the speaker carried from sentence to sentence until another takes over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.demands import is_demand, item_number
from kg.extract.meetings import Meeting
from kg.extract.people import Person
from kg.extract.rules import rules
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, PERSON, Group, Skeleton
from kg.lexicon import alternation, sections, terms

_SPEECH = re.compile(alternation((*sections("speech_verbs")["demand"], *sections("speech_verbs")["state"])))
_SHORTEST = 4
_DEMAND_VERBS = terms("speech_verbs", "demand") | terms("speech_verbs", "resolve")
# What ends a speech: the reporter speaks again.
_NARRATIVE = re.compile(
    r"(?:会议|座谈会|全会)?(?:还)?(?:研究了|审议了?|听取了?|讨论了?|通过了|传达学习了|举行了|由|以[^，。]{2,10}形式)"
    r"|[^，。]{0,40}(?:出席|参加|列席|陪同|主持|汇报|作了|发言|到会)(?:会议|了|有关情况|上述|调研|会见|活动|座谈|考察)?[。，]"
)
_SITTING = re.compile(r"会议|全会|大会|座谈会|例会|论坛|峰会|党组")
_ADVERBS = re.compile(r"(?:一致|普遍|还|也|纷纷)+$")
_SUPERIOR = re.compile(r"总书记|主席|党中央|国务院|中共中央")


class Speaker(NamedTuple):
    """Who speaks: persons, the meeting, or a body by its printed name; exactly one of the three is set."""

    people: tuple[Person, ...] = ()
    meeting: Meeting | None = None
    body: str = ""


class Utterance(NamedTuple):
    """A demand: [start, end) of the view, its speaker and verb, the meeting it was said at, its item number or 0.

    `demanded` is false where it is only a statement that names a measure.
    """

    start: int
    end: int
    speaker: Speaker
    verb: str
    meeting: Meeting | None
    item: int
    demanded: bool = False


class _Frame(NamedTuple):
    speaker: Speaker
    verb: str
    content: int
    block: int


def find_utterances(scene: Scene, measures: Sequence[int] = ()) -> Iterator[Utterance]:
    """Every demand of the article with its speaker, and every sentence of a speech that names a measure.

    `measures` are the view positions where measures are named.
    """
    current: _Frame | None = None
    block = -1
    last_person: Speaker | None = None
    for sentence in scene.context.sentences:
        if scene.context.blocks[sentence.block].kind == "heading":
            current = None
            continue
        starts_block, block = sentence.block != block, sentence.block
        frames = list(_frames(scene, sentence, last_person))
        if frames:
            last = frames[-1]
            quoted = current is not None and not starts_block and _is_quoted(current, frames[0], scene, sentence)
            yield from _demand(scene, sentence, last, last.content, measures, quoted=quoted or _is_nested(frames))
            if not quoted:
                current = frames[0]
        else:
            text = scene.text[sentence.start : sentence.end].lstrip()
            if current is not None and _NARRATIVE.match(text) and not text.startswith("要"):
                current = None
            if current is not None:
                named = measures if sentence.block == current.block else ()
                yield from _demand(scene, sentence, current, sentence.start, named, quoted=False)
        last_person = _last_person(scene, sentence, frames) or last_person


def _last_person(scene: Scene, sentence: Sentence, frames: list[_Frame]) -> Speaker | None:
    """Whom 他 in the next sentence stands for: who spoke last, else the sentence's first person."""
    for frame in frames:
        if frame.speaker.people:
            return frame.speaker
    found = [g for g in scene.groups_in(sentence) if not g.is_byline]
    return Speaker(people=found[0].people[:1]) if found else None


def _is_quoted(current: _Frame, new: _Frame, scene: Scene, sentence: Sentence) -> bool:
    """Whether a frame inside another's speech only quotes a superior (习近平总书记在…报告中要求) for this sentence."""
    if new.speaker.meeting is not None or new.speaker == current.speaker:
        return False
    names = {p.name for p in current.speaker.people}
    if new.speaker.people and new.speaker.people[0].name in names:
        return False
    return bool(_SUPERIOR.search(scene.text, sentence.start, new.content))


def _frames(scene: Scene, sentence: Sentence, last_person: Speaker | None) -> Iterator[_Frame]:
    if not _SPEECH.search(scene.text, sentence.start, sentence.end):
        return
    skeleton = scene.skeleton(sentence)
    found: list[tuple[int, _Frame]] = []
    for rule in rules("speech"):
        for match in rule.pattern.finditer(skeleton.text):
            if any(start <= match.start("verb") < end.content for start, end in found):
                continue
            speaker = _speaker(scene, skeleton, match, last_person)
            if speaker is not None:
                content = match.end() + (skeleton.text[match.end() : match.end() + 1] in ("，", "："))
                if "content" in match.groupdict():
                    content = match.start("content")
                place = skeleton.to_view(content) if content < len(skeleton.text) else sentence.end
                found.append((match.start(), _Frame(speaker, match["verb"], place, sentence.block)))
    yield from (frame for _, frame in sorted(found, key=lambda pair: pair[1].content))


def _speaker(scene: Scene, skeleton: Skeleton, match: re.Match[str], last_person: Speaker | None) -> Speaker | None:
    subject = match["subject"]
    if subject == PERSON:
        group = skeleton.thing(match.start("subject"))
        assert isinstance(group, Group)
        return Speaker(people=group.people)
    if subject in ("他", "她"):
        return last_person
    if subject == MEETING or _SITTING.match(subject):
        meeting = scene.agenda.principal(skeleton.start + match.start("subject"))
        return Speaker(meeting=meeting) if meeting else Speaker(body="会议")
    return Speaker(body=_ADVERBS.sub("", subject))


def _is_nested(frames: list[_Frame]) -> bool:
    """Whether the last frame is another's words inside the first one's (张表示，李强调，要…)."""
    return len(frames) > 1 and frames[-1].speaker != frames[0].speaker


def _demand(
    scene: Scene, sentence: Sentence, frame: _Frame, start: int, measures: Sequence[int], *, quoted: bool
) -> Iterator[Utterance]:
    """The demands of one sentence: one, or as many as numbered items stand in it."""
    for begin, end in _items(scene.text, start, sentence.end):
        text = scene.text[begin:end].strip()
        governed = frame.verb in _DEMAND_VERBS or frame.verb.endswith(("要求", "安排", "部署"))
        demanded = len(text) >= _SHORTEST and is_demand(text, governed=governed)
        if not demanded and not any(begin <= at < end for at in measures):
            continue
        meeting = None if quoted else frame.speaker.meeting or scene.agenda.principal(begin)
        yield Utterance(begin, end, frame.speaker, frame.verb, meeting, item_number(text) or 0, demanded)


_NEXT_ITEM = re.compile(r"(?<=[；。])(?=[一二三四五六七八九十]{1,2}[是要])")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [start, *(m.start() for m in _NEXT_ITEM.finditer(text, start, end) if m.start() > start), end]
    yield from pairwise(cuts)
