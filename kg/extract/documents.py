"""What a meeting adopts, considers or conveys: titled documents, and phrases that serve as titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.rules import Rule, rules
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, Skeleton
from kg.extract.titles import TITLE
from kg.model import Rel

_ADOPT = re.compile("审议|通过|讨论|批准|原则同意|听取|研究|审定")
_CONVEY = re.compile("传达")
_LINKING = re.compile(f"{_ADOPT.pattern}|{_CONVEY.pattern}")


class Link(NamedTuple):
    """A meeting adopts, considers or conveys: a titled document, a meeting, or a phrase that serves as a title."""

    meeting: Meeting
    rel: Rel
    verb: str
    name: str
    target: Meeting | None
    start: int
    end: int
    at: tuple[int, int]


def find_links(scene: Scene) -> Iterator[Link]:
    """What meetings of the article adopt, consider and convey."""
    for sentence in scene.context.sentences_with(_LINKING):
        if _ADOPT.search(scene.text, sentence.start, sentence.end):
            yield from _matches(scene, sentence, "adoption")
        if _CONVEY.search(scene.text, sentence.start, sentence.end):
            yield from _matches(scene, sentence, "conveyance")


def _matches(scene: Scene, sentence: Sentence, family: str) -> Iterator[Link]:
    skeleton = scene.skeleton(sentence)
    for rule in rules(family):
        for match in rule.matches(skeleton.text):
            meeting = scene.agenda.principal(sentence.start + match.start())
            if meeting is not None:
                for begin, end in _objects(skeleton, match):
                    link = _link(scene, sentence, rule, meeting, match, (begin, end), skeleton)
                    if link:
                        yield link


_OBJECT_JOINT = re.compile(
    r"(?:(?<=讲话)|(?<=指示)|(?<=精神)|(?<=会议)|(?<=论述)|(?<=报告)|(?<=批示)|(?<=\ue002))(?:精神)?[和、及](?=[一-龥\ue000-\ue003“《])"
    r"|(?<=》)(?:、|和|及|以及)?(?=《)|(?<=》)(?:和|及|、)(?=[一-龥])"
)


def _objects(skeleton: Skeleton, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The skeleton ranges of the coordinated objects of one verb."""
    start, end = match.span("object")
    at = start
    for joint in _OBJECT_JOINT.finditer(skeleton.text, start, end):
        if joint.start() > at:
            yield at, joint.start()
            at = joint.end()
    if at < end:
        yield at, end


_LEADING = re.compile(r"^(?:了|习近平总书记(?=《)|关于(?=《))")
_TRAILING = re.compile(r"(?:的)?(?:精神|有关情况)$|等$")


def _link(
    scene: Scene,
    sentence: Sentence,
    rule: Rule,
    meeting: Meeting,
    match: re.Match[str],
    span: tuple[int, int],
    skeleton: Skeleton,
) -> Link | None:
    begin, end = span
    at = (sentence.start, sentence.end)
    tail = _TRAILING.search(skeleton.text, begin, end)
    last = skeleton.text[(tail.start() if tail else end) - 1]
    start_view, end_view = skeleton.to_view(begin), skeleton.to_view(end)
    if last == MEETING and tail:
        mention = skeleton.thing(tail.start() - 1)
        assert isinstance(mention, MeetingMention)
        target = scene.agenda.of(mention)
        if target is None or target is meeting:
            return None
        return Link(meeting, Rel(rule.role), match["verb"], target.name, target, mention.start, mention.end, at)
    name = _TRAILING.sub("", _LEADING.sub("", scene.text[start_view:end_view])).strip("“”了 ")
    if titled := TITLE.search(name):
        name = titled.group(1)
    if len(name) < 4 or "\n" in name:
        return None
    return Link(meeting, Rel(rule.role), match["verb"], name, None, start_view, end_view, at)
