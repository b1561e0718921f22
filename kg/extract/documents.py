"""What a meeting adopts, considers or conveys: titled documents, and phrases that serve as titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.rules import Rule, likely
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, Skeleton
from kg.extract.titles import TITLE
from kg.model import Rel

# Sittings counted up to now: 领导小组已召开2次会议，通过了《工作要点》.
_EARLIER = re.compile(r"(?:召开|举行)了?(?:[两二三四五六七八九十]|\d{1,2})次[^，。；]{0,10}会议?，[^。；]{0,20}$")
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
    for rule in likely(family, skeleton.text):
        for match in rule.pattern.finditer(skeleton.text):
            if _EARLIER.search(skeleton.text, 0, match.start()):
                continue
            meeting = _adopter(scene, skeleton, match) or scene.agenda.principal(sentence.start + match.start())
            if meeting is not None:
                for begin, end in _objects(skeleton, match):
                    link = _link(scene, sentence, rule, meeting, match, (begin, end), skeleton)
                    if link:
                        yield link


def _adopter(scene: Scene, skeleton: Skeleton, match: re.Match[str]) -> Meeting | None:
    """The meeting named right before the verb (十八届六中全会通过的《…》); 会议 alone is then the one named last."""
    if not match.groupdict().get("meeting"):
        return None
    mention = skeleton.thing(match.start("meeting"))
    assert isinstance(mention, MeetingMention)
    if scene.text[mention.start : mention.end] == "会议" and _RELATIVE.match(skeleton.text, match.end("verb")):
        return scene.agenda.named_before(mention.start)
    return scene.agenda.of(mention)


_RELATIVE = re.compile("的(?=《)")  # 会议通过的《…》: what the meeting talked of has passed
_OBJECT_JOINT = re.compile(
    r"(?:(?<=讲话)|(?<=指示)|(?<=精神)|(?<=会议)|(?<=论述)|(?<=报告)|(?<=批示)|(?<=\ue002))(?:精神)?(?:以及|，(?:以及|及|和)?|[和、及])(?=[一-龥\ue000-\ue003“《])"
    r"|(?<=[会\ue002])精神，?特别是|(?<=》)(?:、|和|及|以及)?(?=《)|(?<=》（草案）)[、和](?=《)|(?<=》)(?:和|及|、)(?=[一-龥])"
)


# The last word of a paper in a list without 《》; one that begins with 关于 ends at 的 and its kind.
_PAPER_ENDS = re.compile(
    r"(?:草案|方案|办法|规划|计划|意见|决定|决议|名单|条例|法|议程|日程|报告|安排|要点|制度|规定|规则|协定|条约|公报|宣言|措施|章程|修正案)"
    r"(?:[（(][^）)]{1,6}[）)])?$"
)
_ABOUT_ENDS = re.compile(
    r"(?:的|结果)(?:决定|报告|决议|意见|方案|议案|建议|措施|通知|规定|办法|条例|说明)(?:[（(][^）)]{1,6}[）)])?$"
)
_ABOUT_TITLE = re.compile(r"关于[^《》]{0,8}《[^》]*》$")
# One speech at two places: 书记在市委全会和在海县调研时的讲话.
_SPEAKS_AT = re.compile(r"(?:在|出席|参加)[^话示神述]*$")
_SPOKEN_THERE = re.compile(r"[^话示神述、]{2,30}?(?:[上时]的?)?[^、，]{0,8}(?:讲话|指示|批示|论述)")
_NO_OWNER = re.compile(
    r"(?:重要|系列|有关)*(?:讲话|指示|批示|论述|回信|贺信)+(?:精神)?(?=[，。；、和及]|$)"
)  # …讲话和指示精神
_ABOUT_REPORTS = re.compile(r"关于(?:(?!关于)[^的《》])*$")
_DECIDED = re.compile(r"的(?:决定|决议|报告|议案)")
_LIST_JOINT = re.compile(r"、|，(?=关于)|以及|[和及](?=[一-龥\ue002])")
_NO_PAPER = re.compile(
    r"[一-龥]{2,4}委员会|(?!关于)[^、，。]{2,14}法(?:有关|等[^、，]{0,8}的|的(?:决定|修正))|.{0,4}$|[一-龥]{2}(?=、|$)"
)  # 宪法和法律委员会; 议程和日程


def _objects(skeleton: Skeleton, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The skeleton ranges of the coordinated objects of one verb."""
    start, end = match.span("object")
    at = start
    for joint in sorted((*_titled_joints(skeleton.text, start, end), *_paper_joints(skeleton.text, start, end))):
        if joint[0] > at:
            yield at, joint[0]
            at = joint[1]
    if at < end:
        yield at, end


def _titled_joints(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Between titles in 《》, unless they stand in one decision (关于批准《甲》和《乙》的决定)."""
    for joint in _OBJECT_JOINT.finditer(text, start, end):
        if text.count("《", start, joint.start()) > text.count("》", start, joint.start()):
            continue
        reports = text.endswith("报告", start, joint.start()) and _ABOUT_REPORTS.search(text, start, joint.start())
        if reports and _DECIDED.search(text, joint.end(), end):
            continue  # 关于政府工作报告、计划和预算的决议
        decided = _ABOUT_TITLE.search(text, start, joint.start()) and _DECIDED.search(text, joint.start(), end)
        spoken = _SPEAKS_AT.search(text, start, joint.start()) and _SPOKEN_THERE.match(text, joint.end(), end)
        if not decided and not spoken and not _NO_OWNER.match(text, joint.end(), end):
            yield joint.span()


def _paper_joints(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where one paper of a list without 《》 ends and the next begins: 甲法、关于修改乙法、丙法的决定."""
    at = start
    for joint in _LIST_JOINT.finditer(text, start, end):
        paper = text[at : joint.start()]
        ends = _ABOUT_ENDS if "关于" in paper else _PAPER_ENDS
        if (
            ("《" not in paper or "关于" in paper)
            and ends.search(paper)
            and not _NO_PAPER.match(text[joint.end() : end])
            and not _NO_OWNER.match(text, joint.end(), end)
        ):
            yield joint.span()
            at = joint.end()


_LEADING = re.compile(
    r"^(?:了|习近平总书记(?=《)|关于(?=《[^》]*》$)|新?(?:修订|修改|制定|修正)后?的|[^，。]{0,60}?(?:提出|提交|提请审议|所?作)的(?=关于))"
)
_TRAILING = re.compile(
    r"(?:的)?(?:等(?:有关|重要|系列)*(?:\ue002|会议|文件|讲话)?)?(?:主要|相关|有关|重要)*(?:精神|有关情况)$|等$|(?<=[程名单表])后$"
)
_CONVEYED = re.compile(
    r"讲话|指示|批示|论述|回信|贺信|贺电|[报公]告|[公通]报|文件|会$|会议|决[定议]|通知|意见|《|部署|要求"
)
_ABOUT = re.compile(
    r"[^《]*关于[^《]*(?:《.*》的[^《》]+|的《(?:通知|意见|决定|报告|公报)》)$"
)  # 中央关于加强春耕工作的《通知》
_NO_TITLE = re.compile(r"(?:其他|其它|有关|上述|相关|会议|并)[^《]*$")


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
    if last == MEETING and (tail or end - begin == 1):
        mention = skeleton.thing((tail.start() if tail else end) - 1)
        assert isinstance(mention, MeetingMention)
        target = scene.agenda.of(mention)
        if target is None or target is meeting or Rel(rule.role) is not Rel.CONVEYED:  # a sitting is no paper
            return None
        return Link(meeting, Rel(rule.role), match["verb"], target.name, target, mention.start, mention.end, at)
    name = _TRAILING.sub("", _LEADING.sub("", scene.text[start_view:end_view])).strip("“”了 ")
    if name.startswith("关于") or _ABOUT.match(name):
        name = re.sub("[《》]", "", name)
    elif titled := TITLE.search(name):
        name = titled.group(1)
    if len(name) < 4 or "\n" in name or _NO_TITLE.match(name):
        return None
    if rule.role == Rel.CONVEYED and not _CONVEYED.search(name):
        return None
    return Link(meeting, Rel(rule.role), match["verb"], name, None, start_view, end_view, at)
