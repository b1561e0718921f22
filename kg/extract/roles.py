"""Who chaired, attended, spoke or reported at which meeting, and in which capacity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.people import Person
from kg.extract.rules import Rule, likely
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, OBJECT, PERSON, Group, Skeleton
from kg.model import Rel

_TRIGGER = re.compile(
    r"主持|出席|参加|列席|与会的|到会|讲话|发了?言|讲了话|致[辞词]|演讲|要求|部署|安排|点评|汇报|通报|报告|述职|开幕词|闭幕词|说明|就座|祝贺|传达|辅导|讲座|讲解|介绍|应询|莅会|推介|谈话|意见|讲了|结束时|指出|强调|缅怀|回顾|总结|点评"
)

_TO_COME = re.compile(r"将[于在赴出]|即将")
# 书记王明主持召开会议，四大班子领导参加: others attend.
_OTHERS = re.compile(
    r"(?:主持|讲话|致辞|部署|点评)[^；]*，[^，；]*(?:领导|同志|人员|负责人|常委|[县市区乡镇]长|成员|代表|部门|单位|干部)[^，；]{0,6}$"
)
# 王明在致辞中说，书记在峰会开幕式上发表讲话: what another tells of.
_SAID = re.compile(rf"{PERSON}[^。；{PERSON}]*(?:说|指出|表示|强调|认为)[，：](?![^。；]*{MEETING})[^。；{PERSON}]*$")
_SPIRIT = re.compile("(?:上?的)?(?:重要)?(?:讲话)?精神")


class Role(NamedTuple):
    """`person` was at `meeting` as `rel` says; `at` is the proving view range, `order` the place in the list from 1."""

    person: Person
    rel: Rel
    meeting: Meeting
    verb: str
    order: int
    complete: bool
    at: tuple[int, int]


def find_roles(scene: Scene) -> Iterator[Role]:
    """Every stated role; a person in two roles (出席并讲话) yields two."""
    for sentence in scene.context.sentences_with(_TRIGGER):
        if scene.groups_in(sentence):
            skeleton = scene.skeleton(sentence)
            for rule in likely("roles", skeleton.text):
                for match in rule.pattern.finditer(skeleton.text):
                    yield from _roles(scene, sentence, skeleton, rule, match)


def _roles(scene: Scene, sentence: Sentence, skeleton: Skeleton, rule: Rule, match: re.Match[str]) -> Iterator[Role]:
    found = match.group()
    subject = match.start() + (found.rfind(PERSON) if PERSON in found else found.rfind(OBJECT))
    group = skeleton.thing(subject)
    assert isinstance(group, Group)
    told = rule.role == Rel.SPOKE_AT and not match.groupdict().get("meeting")
    if told and _SAID.search(skeleton.text, 0, subject):
        return
    if rule.role == Rel.ATTENDED and _OTHERS.search(skeleton.text, subject, match.start("verb")):
        return
    meeting = _meeting(scene, skeleton, match, group.start)
    if meeting is None or _TO_COME.search(found):
        return
    at = (sentence.start, sentence.end)
    for order, person in enumerate(group.people, 1):
        role = Role(person, Rel(rule.role), meeting, skeleton.printed(match.span("verb")), order, group.complete, at)
        yield role
        if meeting.parent and role.rel in (Rel.REPORTED_AT, Rel.SPOKE_AT):
            yield role._replace(meeting=meeting.parent)


def _meeting(scene: Scene, skeleton: Skeleton, match: re.Match[str], position: int) -> Meeting | None:
    """The meeting the rule's `<M>` stands for, else the one named before in the sentence, else the one at hand."""
    named = match.groupdict().get("meeting")
    before = skeleton.text.rfind(MEETING, 0, match.start("verb"))
    if (place := match.start("meeting") if named else before) >= 0:
        mention = skeleton.thing(place)
        assert isinstance(mention, MeetingMention)
        meeting = scene.agenda.of(mention)
        # 传达省委全会精神并通报情况: not reported there
        conveyed = not named and _SPIRIT.match(skeleton.text, place + 1)
        at_it = place > match.start() and skeleton.text[place - 1] in "在席加持开行“"
        at_it = at_it or skeleton.text.startswith("上", place + 1)
        if meeting is not None and not conveyed and (named or meeting.held or at_it):
            return meeting
    if match.groupdict().get("talk"):
        return scene.agenda.talk()
    return scene.agenda.principal(position, talks=False)
