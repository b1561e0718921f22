"""Names that their place alone shows: 王明等参加会见, 84岁的王明, 王明，男，汉族, 王明厅长出席."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.bare_names import tagged_at
from kg.extract.context import Context
from kg.extract.foreign_names import foreign_at
from kg.extract.name_words import COMMON, SURE_SURNAMES, is_word
from kg.extract.names import Name, bounded, name_at, name_before, shaped
from kg.extract.scan import Hit
from kg.extract.sought import Sought
from kg.extract.words import tagged
from kg.lexicon import alternation, char_class, sections
from kg.lexicon.dictionary import word_counts

_OPENS = r"[。！？；，：\n“]"  # an article's beginning counts as a line's
_COMPOUND = alternation(sections("surnames")["compound"])
_VERBS = alternation(verb for verb in sections("after_name")["verb"] if len(verb) > 1)
_PRESENT = Sought(
    rf"{_OPENS}(?P<name>[一-龥]{{2,4}})(?:等(?=参加|出席|列席|陪同|一同|随同|作|分别|在主席台|同志|领导)|(?=陪同|一同|随同))"
)
_ACTING = Sought(rf"{_OPENS}(?P<name>{char_class('surnames', 'sure')}[一-龥]{{2}})(?={_VERBS})")
_REGISTERED = Sought(
    r"[。\n](?P<name>[一-龥·]{2,9})"
    r"(?:，[男女]，(?=[一-龥]{1,5}族|\d{4}年|汉|中共)|(?=，?\d{4}年\d{1,2}月(?:出?生|[一-龥]{0,4}出生)))"
)
_RELIEVED = Sought(r"[，；、。\n去](?P<name>[一-龥]{2,3})的(?=[^，。；的]{2,40}职务(?:[、，。；\n]|$))")
_ELECTED = Sought(
    rf"{_OPENS}(?P<name>(?:{_COMPOUND})[一-龥]{{1,2}}?|[一-龥]{{2,3}}?)(?<![担出兼历现继曾])(?=当选|被[任选增推]|(?:同志)?(?:为|担任|出任|任|不再担任)"
    rf"[^，。；\n]{{2,30}}(?:{alternation(sections('posts')['office'])})(?:职务)?[、，。；\n])"
)
_IN_TURN = Sought(
    r"、(?P<name>[一-龥]{2,3}?)(?<![担出兼历现继曾])(?=任[^、，。；\n]{2,25}"
    rf"(?:{alternation(sections('posts')['office'])})[、，。；\n]|辞去[^、，。；\n]{{2,25}}职务)"
)  # 任命李明任市民政局局长、王红任市体育局局长
_NAMED = Sought(
    r"(?:任命|选举|补选|增选|增补|推选|聘任)(?P<names>[一-龥]{2,3}(?:、[一-龥]{2,3}){1,9})(?:[一-龥\d]{0,2}同志)?(?=为|任|担任)"
)
_REMEMBERED = Sought(r"(?:纪念|缅怀|悼念|送别)(?P<name>[一-龥]{2,3}|[一-龥]{1,8}·[一-龥]{1,8})同志")
_BY = Sought(r"由(?P<name>[一-龥]{2,3})(?=(?:同志)?(?:主持|传达|宣读|通报|汇报|领学|作(?:了|报告|说明|讲话)))")
_AGED = Sought(r"\d岁(?:高龄)?的(?=[一-龥])")
_FORM = re.compile(alternation(sections("name_suffixes")["familiar"]))
_FUNCTION = frozenset(
    "在还等将已就都从也又于作所由并为任总方兼"
)  # third characters that are words by themselves: 王明|在会上
_HEADS = frozenset(
    {"领导人", "领袖", "成员", "代表", "发言人", "理事"}
)  # posts that names of bodies and countries stand before
_COLLEAGUE = ("常委", "委员")
_SHORT = 2
_HAN = re.compile("[一-龥]+")
_INVITES = re.compile("[一-龥]{0,8}邀请")


def placed_names(context: Context) -> Iterator[Name]:
    """Every name shown by its place."""
    text = context.text
    lines = f"\n{text}"
    for pattern, is_name in _PLACES:
        for found in pattern.finditer(lines):
            if is_name(found["name"]):
                yield Name(found.start("name") - 1, found.end("name") - 1, found["name"])
    for found in _NAMED.finditer(text):
        items = [Name(*item.span(), item.group()) for item in _HAN.finditer(text, *found.span("names"))]
        if all(shaped(item.text) for item in items):
            yield from items  # 任命白云、李明为副市长
    for found in _AGED.finditer(text):
        if name := _aged(text, found.end()):
            yield name


def _is_name(word: str) -> bool:
    """Whether a clause's first characters are a name, not a name and a function word or two words (马上|到)."""
    if not shaped(word) or is_word(word) or word[-1] in _FUNCTION:
        return False
    return len(word) == _SHORT or word_counts().get(word[:2], 0) < COMMON or tagged(word)[0][1].startswith("nr")


def _is_shaped(word: str) -> bool:
    return "·" in word or shaped(word)


def _is_any(word: str) -> bool:
    return bool(word)


_PLACES = (
    (_PRESENT, _is_name),
    (_ACTING, _is_name),
    (_ELECTED, _is_name),
    (_IN_TURN, _is_name),
    (_BY, _is_name),
    (_REMEMBERED, _is_shaped),
    (_REGISTERED, _is_any),
    (_RELIEVED, _is_any),
)


def _aged(text: str, at: int) -> Name | None:
    """The person of that age: 84岁的王明老人, 43岁的王明海现在…"""
    for end in (at + 2, at + 3):
        if shaped(text[at:end]) and not is_word(text[at:end]) and _FORM.match(text, end):
            return Name(at, end, text[at:end])
    return name_at(text, at) or foreign_at(text, at) or tagged_at(text, at)


def is_invitation(text: str, name: Name) -> bool:
    """Whether 应 belongs to 邀请 behind it: 应|李明总理邀请."""
    return name.text[0] == "应" and _INVITES.match(text, name.end) is not None


def before_office(text: str, hit: Hit) -> Name | None:
    """王明厅长、李红副巡视员出席: the name before a post that nobody's name follows."""
    if not bounded(text, hit.end) or name_at(text, hit.end, firm=True) or foreign_at(text, hit.end, firm=True):
        return None
    name = name_before(text, hit.start) or _behind_preposition(text, hit.start)
    if name is None or text[hit.start : hit.end].endswith(tuple(_HEADS)) or not _is_name(name.text):
        return None
    if is_invitation(text, name):
        return None
    unusual = word_counts().get(name.text, 0) == 0 and not text.startswith("部长", hit.start)
    short = len(name.text) == _SHORT and not (name.text[0] in SURE_SURNAMES or unusual)
    short = short and not text.startswith(_COLLEAGUE, hit.start)
    return None if short else name


def _behind_preposition(text: str, end: int) -> Name | None:
    """因病去世的郑明常委: three characters that begin with what is surely a surname."""
    start = end - 3
    if (
        start < 1
        or text[start - 1] not in "的对向由"
        or text[start] not in SURE_SURNAMES
        or not shaped(text[start:end])
    ):
        return None
    return None if is_word(text[start:end]) else Name(start, end, text[start:end])
