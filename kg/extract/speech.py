"""Demands and who makes them: what is said by whoever has the floor, where it demands something or names a measure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.context import Context, Sentence
from kg.extract.demands import is_demand, item_number
from kg.extract.floor import Floor
from kg.extract.frames import Frame, Speaker
from kg.extract.meetings import Meeting
from kg.extract.scene import Scene
from kg.extract.talks import talk_at
from kg.lexicon import terms

# 王明表示，将…: what somebody is going to do is asked of nobody.
_OF_ITSELF = ("表示", "称", "说", "宣布", "重申", "透露", "介绍")
_TO_COME = ("将", "愿", "正", "已")
_SHORTEST = 4
_TELLING = 4  # letters that tell one measure from another
_DEMAND_VERBS = terms("speech_verbs", "demand") | terms("speech_verbs", "resolve")
_RESOLVES = terms("speech_verbs", "resolve")
# What a sitting decides of its own business, or of who holds which post, is no demand on others.
_PROCEDURE = re.compile(
    r"(?!.*(?:要|必须))[^，。]{0,60}(?:(?:在.{1,8}|[日号](?:上午|下午)?，?)(?:举行|召开)|审议|审定|审批|议程|任命|免去|增补|接受.{2,12}辞|为[^，。]{2,20}(?:发言人|秘书长|主任|委员|成员)。|撤销|递补|提请|授予|补选|追认)"
)
# What people promise of themselves (大家表示，一定要…) is asked of nobody, unless they name who is to do it.
_PLEDGES = re.compile(r"大家|群众|官兵|党员|干部|学员|师生|职工|青年|代表|同志|人士")
_OTHERS = re.compile(r"各级|政府|部门|国家|有关|建议|希望|应|各方|双方|国际社会")
# What is done with a measure that a statement names, and what only praises it.
_DOES = re.compile(
    r"落实|推[进动行广]|共建|实[施行现]|坚持|打造|开展|加[强快]|深化|促进|[做抓]好|健全|完善|建[立设成]|构建|参与|围绕|执行|巩固|发挥|探索|创新|支持|响应|对接|以|按照|通过|同"
)
_GOES_ON = re.compile(
    "，(?:并|同时)?(?:称|认为|表示|指出|警告)(?=[^，。]{2})"
)  # 呼吁各方停火，称局势…是…: what is said besides
_LOOKS_BACK = re.compile(
    r"(?:\d{4}年|[^，。]{2,14}以来(?=，(?:我国|全[国省市县区](?:上下|各)|各[地级]|我[省市县区]))|[^，。]{0,4}过去[^，。]{0,4}|去年|近年来|上半年|[一两二三四五六七八九十几]年来)，"
)
# 在海州考察时强调: said on a visit, not at the sitting that the article tells of before or after.
_ELSEWHERE = re.compile(r"[在到赴][^，。；]{2,16}?(?:考察|视察|看望)[^，。；会]{0,8}(?:时|期间)")
_ROUND_UP = re.compile("快讯|简讯|一句话|速览|短波|要闻")
_PRAISES = re.compile(
    r"高度评价|赞赏|祝贺|感谢|赞同|意义|贡献|伙伴关系|欢迎|提供了|指明|机遇|注入|深入人心|受益|成果|进展"
)


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


def find_utterances(scene: Scene, measures: Sequence[int] = ()) -> Iterator[Utterance]:
    """Every demand of the article with its speaker, and sentences that name a measure no demand of theirs names.

    `measures` are the view positions where measures are named.
    """
    said = list(_utterances(scene, measures))
    names = {at: scene.text[at : at + _TELLING] for at in measures}
    asked = {(names[at], _who(u)) for u in said if u.demanded for at in _within(measures, u.start, u.end)}
    for utterance in said:
        here = _within(measures, utterance.start, utterance.end)
        if utterance.demanded or any((names[at], _who(utterance)) not in asked for at in here):
            yield utterance


def _within(measures: Sequence[int], start: int, end: int) -> Sequence[int]:
    return measures[bisect_left(measures, start) : bisect_left(measures, end)]


def _who(utterance: Utterance) -> tuple[str, ...]:
    speaker = utterance.speaker
    return (speaker.meeting.name if speaker.meeting else speaker.body, *(person.name for person in speaker.people))


def _utterances(scene: Scene, measures: Sequence[int]) -> Iterator[Utterance]:
    floor = Floor(scene)
    for sentence in scene.context.sentences:
        if scene.context.blocks[sentence.block].kind == "heading":
            floor.announce(sentence)
            continue
        for frame, start, quoted in floor.take(sentence):
            carried = start == sentence.start
            named = () if carried and sentence.block != frame.block else measures
            yield from _demand(scene, sentence, frame, start, named, quoted=quoted)


def _demand(
    scene: Scene, sentence: Sentence, frame: Frame, start: int, measures: Sequence[int], *, quoted: bool
) -> Iterator[Utterance]:
    """The demands of one sentence: one, or as many as numbered items stand in it."""
    for begin, end in _items(scene.text, start, frame.until if start == frame.content else sentence.end):
        text = scene.text[begin:end].strip()
        governed = (
            frame.verb in (_DEMAND_VERBS if begin == frame.content else _RESOLVES) and sentence.block == frame.block
        )
        governed = governed and not text.endswith("，")  # 研究部署节前工作，强调，要…
        if text.endswith("："):
            continue
        if frame.verb in _RESOLVES and _PROCEDURE.match(text):
            continue
        own = frame.verb in _OF_ITSELF and begin == frame.content and text.startswith(_TO_COME)
        told = _GOES_ON.split(text)[0] if governed else text
        asks = len(told) >= _SHORTEST and not own and not _is_pledge(frame, text)
        demanded = asks and is_demand(told, governed=governed)
        by_meeting = frame.speaker.meeting is not None
        if not demanded and not _names_measure(scene.text, begin, end, measures, by_meeting=by_meeting):
            continue
        meeting = None if quoted else frame.speaker.meeting or _sitting(scene, frame, begin)
        yield Utterance(begin, end, frame.speaker, frame.verb, meeting, item_number(text) or 0, demanded)


def _sitting(scene: Scene, frame: Frame, position: int) -> Meeting | None:
    """The sitting at which something is said: the talk that the headline tells of, else the meeting at hand."""
    context = scene.context
    if talk := talk_at(scene.talks, context.article.headline, position):
        return talk
    sentence = context.sentence_at(frame.start)
    if _ELSEWHERE.search(context.text, sentence.start, max(frame.start, sentence.start)):
        return None
    meeting = scene.agenda.principal(position)
    if meeting and _ROUND_UP.search(context.article.headline) and not _in_item(context, meeting, position):
        return None
    return meeting


def _in_item(context: Context, meeting: Meeting, position: int) -> bool:
    """Whether an item of several in one article names the meeting: no heading stands between."""
    here = context.sentence_at(position).block
    for mention in meeting.mentions:
        first, last = sorted((context.sentence_at(mention.start).block, here))
        if all(block.kind != "heading" for block in context.blocks[first + 1 : last + 1]):
            return True
    return False


def _is_pledge(frame: Frame, text: str) -> bool:
    return frame.verb == "表示" and bool(_PLEDGES.search(frame.speaker.body)) and not _OTHERS.search(text)


def _names_measure(text: str, begin: int, end: int, measures: Sequence[int], *, by_meeting: bool) -> bool:
    """Whether it names a measure: in a meeting's own mouth at all, in others' where it tells what is done with it."""
    here = _within(measures, begin, end)
    if here and by_meeting:
        return True
    if _LOOKS_BACK.match(text, begin, end):
        return False
    here = [at for at in here if not _PRAISES.search(text, *_clause(text, at, begin, end))]
    return any(_DOES.search(text, max(begin, at - 14), at) for at in here) or (
        bool(here) and begin > 0 and text[end - 1] not in "。！"
    )


def _clause(text: str, at: int, begin: int, end: int) -> tuple[int, int]:
    """The words between two commas that hold the place."""
    close = min((stop for mark in "，；。" if (stop := text.find(mark, at, end)) >= 0), default=end)
    return max(begin, *(text.rfind(mark, begin, at) for mark in "，；。")), close


_NEXT_ITEM = re.compile(r"[；。](?=[一二三四五六七八九十]{1,2}[是要])|：(?=一[是要])")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [start, *(m.end() for m in _NEXT_ITEM.finditer(text, start, end)), end]
    yield from pairwise(cuts)
