"""Who has the floor: a speaker is carried from sentence to sentence until another takes over.

Whoever opened a paragraph keeps the floor through it; a superior quoted in between (总书记在…报告中要求) has it for one
sentence. The floor is given back where the reporter speaks again, and where a new paragraph demands nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from functools import cache
from operator import itemgetter

from kg.extract.context import Sentence
from kg.extract.demands import MODAL, is_imperative, item_number, opens_with_preposition
from kg.extract.frames import NOBODY, Frame, Speaker, find_frames, last_person
from kg.extract.publication import find_publications
from kg.extract.scene import Scene
from kg.extract.skeleton import PERSON, Group
from kg.extract.sought import Sought
from kg.lexicon import alternation, terms

# What ends a speech: the reporter speaks again.
_NARRATIVE = re.compile(
    r"(?:会议|座谈会|全会)?(?:还)?(?:研究了|审议了?|听取了?|讨论了?|通过了|传达学习了|举行了|由|以[^，。]{2,10}形式)"
    r"|[^，。]{4,60}(?:召开|举行|开幕|闭幕)[。，]|[^，。]{0,8}还?(?:就|对)[^。]{2,80}提出了?[^，。]{0,8}(?:意见|建议)"
    r"|会议还?(?:[一-龥]{2,6}了|[^，。]{2,40}进行了?(?:表彰|讨论|审议|部署|安排|通报))"
    r"|[^，。]{0,40}(?:出席|参加|列席|陪同|主持|汇报|作了|发言|到会)(?:会议|了|有关情况|上述|调研|会见|活动|座谈|考察)?[。，]"
)
# 落实总书记要求，某省…: the reporter tells how a demand was met.
_FOLLOWED = re.compile(
    r"(?:认真|坚决|深入)?(?:贯彻|落实|贯彻落实|按照|遵照|牢记|沿着)[^，。]{0,8}(?:总书记|主席|总理)[^，。]{0,24}(?:要求|指示|嘱托|精神|方向)，"
    r"[^，。]{0,10}(?:[省市县区]|部门|委|局|各地|干部|群众)"
)
# What a person does where the reporter tells of it.
_ACTS = re.compile(
    r"来到|走进|走到|考察|察看|听取|询问|看望|参观|乘车|抵达|还?到了?|一行|首先来|先后|在.{2,12}(?:考察|调研|看望|主持)"
)
# Who was there, however long the list: 市长赵刚，副市长李红、周敏……出席会议。
_PRESENT = re.compile(r"(?:出席|参加|列席|陪同)了?(?:会议|座谈会|上述活动|活动|调研)?。$")
_ISSUES = re.compile("印发|发布|下发|发出|出台")
_NOTICE = re.compile(
    r"(?:^|(?<=[，。：）\n])|(?<=[讯电] ))"
    r"(?P<body>[一-龥、]{1,24}?(?:部门?|委|局|厅|办|院|会|政府|署|小组|办公室|指挥部))"
    r"(?:\d+日|近日|日前|今天|联合)*"
    r"(?:印发|发布|下发|发出|出台)了?(?:紧急)?(?:通知|意见|方案|公告|通告|规定|办法)[，。]"
)
_SAYS_AFTER = re.compile(
    rf"\s*(?P<subject>{PERSON})[^，。；{PERSON}]{{0,16}}?(?P<verb>说|叮嘱|强调|表示|指出|要求|呼吁|嘱咐|坦言)[^，。；：]{{0,4}}。"
)
_LETTERS = ("贺电", "贺信", "慰问电", "回信", "贺词", "公开信")
_SENDS = Sought(
    rf"(?:^|[，。])(?P<body>[一-龥、]{{2,24}}?)(?:\d+日|今天|日前|近日)?(?:(?:向|对|给)[^，。]{{0,30}}?)?(?:专门|分别|共同|热情)?(?:致以?|发来|发出|发去|作出)(?:了)?"
    rf"(?:{'|'.join(_LETTERS)}|重要批示|批示)"
)
_SUPERIOR = re.compile(r"总书记|(?<!国务院)总理(?=要求|强调|指出)|主席|党中央|国务院|中共中央")


class Floor:
    """Who has the floor at a sentence, and for which frames it is only lent."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._holder: Frame | None = None
        self._lapsed: Frame | None = None  # who had the floor before the reporter took it back in this paragraph
        self._pronoun: Speaker | None = None
        self._block = -1
        self._issued = [(found.at[0], Speaker(body=found.body)) for found in find_publications(scene)]
        self._letter = False  # whether who has the floor wrote a letter, which is read out through its paragraphs
        self._in_marks = False  # whether the words of who has the floor stood in quotation marks that are closed

    def announce(self, sentence: Sentence) -> None:
        """A heading: nobody speaks any more, unless it only names who speaks next (会议强调)."""
        frames = find_frames(self._scene, sentence, self._pronoun, self._publisher(sentence))
        self._holder = frames[-1] if frames and frames[-1].content >= sentence.end else None

    def take(self, sentence: Sentence) -> list[tuple[Frame, int, bool]]:
        """Whose words the sentence is in turn, where they begin, if only quoted; the reporter's are nobody's."""
        opens, self._block = sentence.block != self._block, sentence.block
        frames = find_frames(self._scene, sentence, self._pronoun, self._publisher(sentence))
        sender = last_person(self._scene, sentence, frames) or _sender(self._scene.plain(sentence))
        self._pronoun = sender or self._pronoun
        if not frames and (after := self._said_after(sentence)):
            return [(after, sentence.start, False)]
        if not frames:
            self._pass_on(sentence, opens=opens)
            return [(self._holder, sentence.start, False)] if self._holder else []
        self._letter = self._scene.text.endswith(_LETTERS, 0, frames[-1].start)
        self._in_marks = _stands_in_marks(self._scene.text, frames[-1], sentence)
        if frames[-1].speaker == NOBODY:
            self._holder = self._lapsed = None
            return []
        lent = self._holder is not None and not opens and _is_quoted(self._holder, frames[0], self._scene, sentence)
        if not lent:
            self._holder = frames[0]
        nested = _is_nested(frames, self._scene.text)
        if not lent and not nested:
            self._holder = frames[-1]
        return [(frame, frame.content, lent or (nested and frame is frames[-1])) for frame in frames]

    def _publisher(self, sentence: Sentence) -> Speaker:
        """The body that speaks through a paper: who last published one, or sent out a notice without a title."""
        before = bisect_right(self._issued, sentence.start, key=itemgetter(0))
        speaker = self._issued[before - 1][1] if before else NOBODY
        issues = _ISSUES.search(self._scene.text, sentence.start, sentence.end)
        if notice := issues and _NOTICE.search(self._scene.text, sentence.start, sentence.end):
            insort(self._issued, (sentence.end, Speaker(body=notice["body"])), key=itemgetter(0))
        return speaker

    def _said_after(self, sentence: Sentence) -> Frame | None:
        """Who speaks where the words stand before their speaker: “…。”市长王明说。"""
        text = self._scene.text[sentence.start : sentence.end].strip()
        following = self._scene.context.sentence_at(sentence.end)
        if not (text.startswith("“") and text.endswith("”")) or following.block != sentence.block:
            return None
        skeleton = self._scene.skeleton(following)
        said = _SAYS_AFTER.match(skeleton.text)
        group = skeleton.thing(said.start("subject")) if said else None
        if said is None or not isinstance(group, Group):
            return None
        return Frame(Speaker(people=group.people), said["verb"], sentence.start, sentence.end, sentence.block)

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
        text = self._scene.plain(sentence).lstrip()
        if text.startswith("要"):
            return False
        if _PRESENT.search(text) and not MODAL.search(text):
            return True
        if self._in_marks and not text.startswith("“"):
            return True
        if opens and not self._letter and not _goes_on(text):
            return True
        acts = [p for p in self._scene.people_in(sentence) if p.outer_start == sentence.start]
        if (_FOLLOWED.match(text) or _places().match(text)) and not MODAL.search(text):
            return True
        return bool(_NARRATIVE.match(text)) or any(_ACTS.match(self._scene.text, p.outer_end) for p in acts)


def _goes_on(text: str) -> bool:
    """Whether a new paragraph is still a speaker's: it demands, and not only by a preposition (为…提供…)."""
    if MODAL.search(text) or item_number(text):
        return True
    return is_imperative(text) and not opens_with_preposition(text)


def _stands_in_marks(text: str, frame: Frame, sentence: Sentence) -> bool:
    return text[frame.content : frame.content + 1] == "“" and text[sentence.start : sentence.end].rstrip().endswith("”")


def _sender(sentence: str) -> Speaker | None:
    """The body that sends a letter (市委、市政府向参赛队致贺电), whose words 贺电说 gives next."""
    sends = _SENDS.search(sentence)
    return Speaker(body=sends["body"]) if sends and "某" not in sends["body"] else None


@cache
def _places() -> re.Pattern[str]:
    """A province that does something: 海州围绕…，认真做好…."""
    return re.compile(
        f"(?:在|近年来，|今年以来，|如今，)?(?:{alternation(terms('territories', 'province'))})(?:[省市]|自治区)?"
        "(?!要|的|和|、|等|是|应|各|必须)"
    )


def _is_quoted(current: Frame, new: Frame, scene: Scene, sentence: Sentence) -> bool:
    """Whether a frame inside another's speech only quotes a superior (习近平总书记在…报告中要求) for this sentence."""
    if new.speaker.meeting is not None or new.speaker == current.speaker:
        return new.speaker.meeting is not None and not new.speaker.meeting.held
    names = {p.name for p in current.speaker.people}
    if new.speaker.people and new.speaker.people[0].name in names:
        return False
    return bool(_SUPERIOR.search(scene.text, sentence.start, new.content))


def _is_nested(frames: list[Frame], text: str) -> bool:
    """Whether the last frame is another's words inside the first one's (张表示，李强调，要…), not in turn behind ；."""
    turns = "；" in text[frames[0].content : frames[-1].start]
    return len(frames) > 1 and frames[-1].speaker != frames[0].speaker and not turns
