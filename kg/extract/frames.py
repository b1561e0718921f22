"""Frames of speech: who says what with which verb in one sentence (王明强调，…)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.context import Sentence
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.people import Person
from kg.extract.rules import likely
from kg.extract.scene import Scene
from kg.extract.skeleton import MEETING, PERSON, Group, Skeleton
from kg.lexicon import alternation, sections

_SPEECH = re.compile(alternation((*sections("speech_verbs")["demand"], *sections("speech_verbs")["state"])))
_SITTING = re.compile(
    r"会议|全会|大会|座谈会|例会|论坛|峰会|党组|会商|调度会|推进会|动员会|部署会|现场会|专题会|联席会"
)
_PAPER = re.compile(r"(?:文章|社论|评论|公报|声明|白皮书|报道|决议|公约)$")
_PUBLISHED = re.compile(r"》$|^(?:通知|意见|方案|规划|决定|办法|条例|规定|纲要)$")
_LETTER = re.compile(r"^(?:重要)?(?:批示|指示|讲话|贺信|贺电|慰问电|回信|贺词|公开信)$")
_TITLE = re.compile(r"^习?(?P<title>总书记|主席|总理|委员长|书记|省长|市长|州长|县长|区长|部长|主任)$")
# Before 要求, 号召 …: what makes the word a noun (响应…号召, 落实…要求).
_MAKES_NOUN = re.compile(r"(?:响应|落实|贯彻|按照|根据|执行|违反|遵照|对照|符合|背离|履行)[^，]{0,16}$")
# An article by somebody; 署名文章 abroad only tells of friendship.
_ARTICLE_OF = re.compile("[^，。；]{0,14}?重要文章《")
_ADVERBS = re.compile(r"(?:一致|普遍|还|也|纷纷|都|均|则)+$")


class Speaker(NamedTuple):
    """Who speaks: persons, the meeting, or a body by its printed name; exactly one of the three is set."""

    people: tuple[Person, ...] = ()
    meeting: Meeting | None = None
    body: str = ""


NOBODY = Speaker()  # a paper says it: no speaker of the article has the floor


class Frame(NamedTuple):
    """A speaker, the verb, [content, until) of the view that is said, the block it stands in; `start` is where the
    words begin that give the floor.
    """

    speaker: Speaker
    verb: str
    content: int
    until: int
    block: int
    start: int = 0


def find_frames(scene: Scene, sentence: Sentence, pronoun: Speaker | None, publisher: Speaker) -> list[Frame]:
    """The frames of a sentence by where what is said begins; 他 is `pronoun`, 《意见》 speaks for `publisher`."""
    if not _SPEECH.search(scene.text, sentence.start, sentence.end):
        return []
    skeleton = scene.skeleton(sentence)
    found: list[tuple[int, int, Frame]] = []
    for rule in likely("speech", skeleton.text):
        for match in rule.pattern.finditer(skeleton.text):
            if any(start <= match.start("verb") < end for start, end, _ in found):
                continue
            if _is_noun(match) or (found and _is_told_of(match)):
                continue
            speaker = _speaker(scene, skeleton, match, pronoun, publisher)
            if speaker is not None:
                content, until = _said(skeleton, match, sentence.end)
                begin = skeleton.to_view(match.start("verb"))
                found.append(
                    (match.start(), match.end(), Frame(speaker, match["verb"], content, until, sentence.block, begin))
                )
    return _in_turn(sorted((frame for _, _, frame in found), key=lambda frame: frame.content), scene.text)


def _in_turn(frames: list[Frame], text: str) -> list[Frame]:
    """Each frame up to the mark before the next one's verb: what one says ends where another begins."""
    following: Frame | None = None
    turns = []
    for frame in reversed(frames):
        if following and frame.until > following.start > frame.content:
            mark = max(text.rfind(mark, frame.content, following.start) for mark in "，；。")
            frame = frame._replace(until=max(frame.content, mark + 1))
        turns.append(frame)
        following = frame
    return turns[::-1]


def _is_noun(match: re.Match[str]) -> bool:
    """Whether the verb is a noun here: no mark behind it, and what was followed or broken before it."""
    if match["verb"] not in ("要求", "号召", "指示", "嘱托") or match.string[match.end() : match.end() + 1] in "：“":
        return False
    return _MAKES_NOUN.search(match.groupdict().get("gap") or "") is not None


def _is_told_of(match: re.Match[str]) -> bool:
    """Whether a body inside another's words is only told of: not where its words begin behind ；."""
    subject, before = match["subject"], match.string[max(0, match.start() - 1) : match.start()]
    return subject not in (PERSON, MEETING, "", "他", "她") and not _SITTING.match(subject) and before not in "；。\n"


def _said(skeleton: Skeleton, match: re.Match[str], end: int) -> tuple[int, int]:
    """The view range of what is said: a rule's own `content`, else from behind the verb to the sentence's end."""
    if "content" in match.groupdict():
        return skeleton.to_view(match.start("content")), skeleton.to_view(match.end("content"))
    begins = match.end() + (skeleton.text[match.end() : match.end() + 1] in ("，", "："))
    return skeleton.to_view(begins) if begins < len(skeleton.text) else end, end


def _speaker(
    scene: Scene, skeleton: Skeleton, match: re.Match[str], pronoun: Speaker | None, publisher: Speaker
) -> Speaker | None:
    subject = match["subject"]
    if not subject:
        return _unsaid(scene, skeleton, pronoun)
    if subject == PERSON:
        group = skeleton.thing(match.start("subject"))
        assert isinstance(group, Group)
        return Speaker(people=group.people)
    if subject in ("他", "她") or _LETTER.match(subject):
        return _named_before(skeleton, match) or pronoun
    if title := _TITLE.match(subject):
        return _called(scene, title["title"], skeleton.start + match.start("subject"))
    if _PUBLISHED.search(subject):
        return publisher
    if subject == MEETING or _SITTING.match(subject):
        place = match.start("subject")
        position = skeleton.thing(place).start if subject == MEETING else skeleton.to_view(place)
        meeting = _recalled(scene, skeleton, match) or scene.agenda.principal(position)
        return Speaker(meeting=meeting) if meeting else Speaker(body="会议")
    if _PAPER.search(subject):
        return (_author(scene, skeleton.start) if subject == "文章" else None) or NOBODY
    return Speaker(body=_ADVERBS.sub("", subject))


def _author(scene: Scene, position: int) -> Speaker | None:
    """Whose article is reported (《求是》发表习近平的重要文章《…》): what 文章强调 gives is theirs."""
    for person in scene.people:
        if person.end < position and _ARTICLE_OF.match(scene.text, person.end, position):
            return Speaker(people=(person,))
    return None


def _named_before(skeleton: Skeleton, match: re.Match[str]) -> Speaker | None:
    """Whom 他 stands for in its own sentence: who is its subject (王明肯定了…，他希望…)."""
    at = skeleton.text.find(PERSON, 0, match.start("subject")) if match["subject"] in "他她" else -1
    group = skeleton.thing(at) if at >= 0 else None
    return Speaker(people=group.people) if isinstance(group, Group) and len(group.people) == 1 else None


def _recalled(scene: Scene, skeleton: Skeleton, match: re.Match[str]) -> Meeting | None:
    """The meeting called by its name that speaks, where it is not held here (党的二十大提出，…)."""
    if match["subject"] != MEETING:
        return None
    mention = skeleton.thing(match.start("subject"))
    assert isinstance(mention, MeetingMention)
    meeting = scene.agenda.of(mention) if mention.name else None
    return meeting if meeting and not meeting.held else None


def _unsaid(scene: Scene, skeleton: Skeleton, pronoun: Speaker | None) -> Speaker | None:
    """Whom a sentence without subject goes on from: the meeting that the one before begins with, else who spoke."""
    before = scene.context.sentence_at(skeleton.start - 1)
    opens = scene.skeleton(before).text.lstrip()
    meeting = scene.agenda.principal(before.start) if opens.startswith((MEETING, "会议", "全会")) else None
    return Speaker(meeting=meeting) if meeting else pronoun


def _called(scene: Scene, title: str, position: int) -> Speaker | None:
    """Whom a title alone names (总书记强调): the person last called so before it."""
    for person in reversed(scene.people):
        if person.start < position and any(own.text.endswith(title) for own in person.titles):
            return Speaker(people=(person,))
    return None


def last_person(scene: Scene, sentence: Sentence, frames: list[Frame]) -> Speaker | None:
    """Whom 他 in the next sentence stands for: who spoke last, else the sentence's first person."""
    for frame in frames:
        if frame.speaker.people:
            return frame.speaker
    found = [g for g in scene.groups_in(sentence) if not g.is_byline]
    return Speaker(people=found[0].people[:1]) if found else None
