"""Demands and who makes them: a speaker is carried from sentence to sentence until another takes over.

Whoever opened a paragraph keeps the floor through it; a superior quoted in between (总书记在…报告中要求) has it for one
sentence. The floor is given back where the reporter speaks again, and where a new paragraph demands nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.demands import MODAL, is_demand, is_imperative, item_number
from kg.extract.frames import NOBODY, Frame, Speaker, find_frames, last_person
from kg.extract.meetings import Meeting
from kg.extract.scene import Scene
from kg.lexicon import terms

_SHORTEST = 4
_DEMAND_VERBS = terms("speech_verbs", "demand") | terms("speech_verbs", "resolve")
_RESOLVES = terms("speech_verbs", "resolve")
# What a sitting decides of its own business, or of who holds which post, is no demand on others.
_PROCEDURE = re.compile(
    r"(?!.*(?:要|必须))[^，。]{0,60}(?:(?:在.{1,8}|[日号](?:上午|下午)?)(?:举行|召开)|审议|任命|免去|增补|接受.{2,12}辞|撤销|递补|提请|授予|补选|追认)"
)
# What ends a speech: the reporter speaks again.
_NARRATIVE = re.compile(
    r"(?:会议|座谈会|全会)?(?:还)?(?:研究了|审议了?|听取了?|讨论了?|通过了|传达学习了|举行了|由|以[^，。]{2,10}形式)"
    r"|[^，。]{0,40}(?:出席|参加|列席|陪同|主持|汇报|作了|发言|到会)(?:会议|了|有关情况|上述|调研|会见|活动|座谈|考察)?[。，]"
)
# What a person does where the reporter tells of it.
_ACTS = re.compile(
    r"来到|走进|走到|考察|察看|听取|询问|看望|参观|乘车|抵达|还?到了?|一行|首先来|先后|在.{2,12}(?:考察|调研|看望|主持)"
)
_SUPERIOR = re.compile(r"总书记|主席|党中央|国务院|中共中央")


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


class _Floor:
    """Who has the floor at a sentence, and for which frames it is only lent."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._holder: Frame | None = None
        self._lapsed: Frame | None = None  # who had the floor before the reporter took it back in this paragraph
        self._pronoun: Speaker | None = None
        self._block = -1

    def close(self) -> None:
        """A heading: nobody speaks any more."""
        self._holder = None

    def take(self, sentence: Sentence) -> tuple[Frame, int, bool] | None:
        """Whose words the sentence is, where they begin, and whether they are only quoted; None for the reporter's."""
        opens, self._block = sentence.block != self._block, sentence.block
        frames = find_frames(self._scene, sentence, self._pronoun)
        self._pronoun = last_person(self._scene, sentence, frames) or self._pronoun
        if not frames:
            self._pass_on(sentence, opens=opens)
            return (self._holder, sentence.start, False) if self._holder else None
        if frames[-1].speaker == NOBODY:
            self._holder = self._lapsed = None
            return None
        lent = self._holder is not None and not opens and _is_quoted(self._holder, frames[0], self._scene, sentence)
        if not lent:
            self._holder = frames[0]
        return frames[-1], frames[-1].content, lent or _is_nested(frames)

    def _pass_on(self, sentence: Sentence, *, opens: bool) -> None:
        """A sentence without a frame: the reporter's, or a numbered item that goes on where a speaker left off."""
        if opens:
            self._lapsed = None
        if self._holder and self._returns(sentence, opens=opens):
            self._lapsed = self._holder
            self._holder = None
        elif self._holder is None and self._lapsed and item_number(self._scene.text[sentence.start : sentence.end]):
            self._holder = self._lapsed

    def _returns(self, sentence: Sentence, *, opens: bool) -> bool:
        """Whether the reporter takes the floor back with a sentence that has no frame."""
        text = self._scene.text[sentence.start : sentence.end].lstrip()
        if text.startswith("要"):
            return False
        if opens and not (MODAL.search(text) or item_number(text) or is_imperative(text)):
            return True
        acts = [p for p in self._scene.people_in(sentence) if p.outer_start == sentence.start]
        return bool(_NARRATIVE.match(text)) or any(_ACTS.match(self._scene.text, p.outer_end) for p in acts)


def find_utterances(scene: Scene, measures: Sequence[int] = ()) -> Iterator[Utterance]:
    """Every demand of the article with its speaker, and every sentence of a speech that names a measure.

    `measures` are the view positions where measures are named.
    """
    floor = _Floor(scene)
    for sentence in scene.context.sentences:
        if scene.context.blocks[sentence.block].kind == "heading":
            floor.close()
        elif taken := floor.take(sentence):
            frame, start, quoted = taken
            carried = start == sentence.start
            named = () if carried and sentence.block != frame.block else measures
            yield from _demand(scene, sentence, frame, start, named, quoted=quoted)


def _is_quoted(current: Frame, new: Frame, scene: Scene, sentence: Sentence) -> bool:
    """Whether a frame inside another's speech only quotes a superior (习近平总书记在…报告中要求) for this sentence."""
    if new.speaker.meeting is not None or new.speaker == current.speaker:
        return False
    names = {p.name for p in current.speaker.people}
    if new.speaker.people and new.speaker.people[0].name in names:
        return False
    return bool(_SUPERIOR.search(scene.text, sentence.start, new.content))


def _is_nested(frames: list[Frame]) -> bool:
    """Whether the last frame is another's words inside the first one's (张表示，李强调，要…)."""
    return len(frames) > 1 and frames[-1].speaker != frames[0].speaker


def _demand(
    scene: Scene, sentence: Sentence, frame: Frame, start: int, measures: Sequence[int], *, quoted: bool
) -> Iterator[Utterance]:
    """The demands of one sentence: one, or as many as numbered items stand in it."""
    for begin, end in _items(scene.text, start, frame.until if start == frame.content else sentence.end):
        text = scene.text[begin:end].strip()
        governed = (
            frame.verb in (_DEMAND_VERBS if begin == frame.content else _RESOLVES) and sentence.block == frame.block
        )
        if frame.verb in _RESOLVES and _PROCEDURE.match(text):
            continue
        demanded = len(text) >= _SHORTEST and is_demand(text, governed=governed)
        if not demanded and not any(begin <= at < end for at in measures):
            continue
        meeting = None if quoted else frame.speaker.meeting or scene.agenda.principal(begin)
        yield Utterance(begin, end, frame.speaker, frame.verb, meeting, item_number(text) or 0, demanded)


_NEXT_ITEM = re.compile(r"(?<=[；。])(?=[一二三四五六七八九十]{1,2}[是要])")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [start, *(m.start() for m in _NEXT_ITEM.finditer(text, start, end) if m.start() > start), end]
    yield from pairwise(cuts)
