"""Personal names: found by surname, length and what stands before and after, never by a list of people.

A name is believed where something anchors it: a title before it (副省长李明), a verb after it at the start of a clause
(李明主持), a title after it (李明同志), a list of names, or a dot inside it (乔治·史密斯). Once anchored, every further
occurrence in the article is the same person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.extract.name_words import (
    ALSO_IN_NAMES,
    ALSO_PREPOSITIONS,
    COMMON,
    CUT,
    ORDINARY,
    VERY_COMMON,
    is_word,
)
from kg.extract.words import tagged
from kg.lexicon import alternation, char_class, sections
from kg.lexicon.dictionary import word_counts

_SURNAME = char_class("surnames", "single")
_ANY_SURNAME = _SURNAME[:-1] + char_class("surnames", "rare")[1:]
_COMPOUND = alternation(sections("surnames")["compound"] + sections("surnames")["japanese"])
_LETTER = char_class("transliteration", "letter")
FOREIGN = rf"(?:{alternation(sections('transliteration')['unit'])}|{_LETTER})"
_HAN = "[一-龥]"
_AFTER = re.compile(
    alternation((*(w for part in sections("after_name").values() for w in part), *sections("name_suffixes")["title"]))
)
_PREDICATE_AFTER = re.compile("等|出席|参加|列席|主持|讲话|发言|强调|指出|表示|介绍|作|分别|陪同|会见|汇报")
_PARTICLE = "".join(w for w in sections("after_name")["particle"] if len(w) == 1)
# Particles that no given name ends in, so that 王勇等 is 王勇 + 等 even before a comma.
NEVER_IN_NAMES = frozenset("在对的等把被让给是说听看及并也还又后则所就作称以摄兼")
_NEVER_SECOND = frozenset("将已就便还也都")  # 总统时|将…
_NEVER_BEFORE_MARK = frozenset("在对的把被让给是及并也还则所就作以")
_RARELY_PARTICLE = frozenset("和会有用同")  # that names end in, too
# Function characters that no given name holds: 选手保持了, 专家支的招 are no names.
_NOT_GIVEN = re.compile("[虽了的着过们这那吗呢吧啊是被把很更你我他她它谁]")
_NOT_UNLISTED = re.compile(f"{_NOT_GIVEN.pattern}|[时如此]")
_DOTTED = re.compile(rf"{FOREIGN}{{1,8}}(?:[·\-－—]{FOREIGN}{{1,10}}){{1,4}}")
_RUN = re.compile(rf"{FOREIGN}{{1,7}}")
_WHOLE_RUN = re.compile(rf"{FOREIGN}+")
_CHINESE = re.compile(rf"(?:(?:{_COMPOUND}){_HAN}{{1,2}}|{_SURNAME}{_HAN}{{1,2}})")
_PADDED = re.compile(rf"({_ANY_SURNAME})[ ]({_HAN})(?![一-龥]{{2}}[ ])")
_KNOWN_CITY = 10_000  # occurrences there of a city that names no person
_PADDED_ANY = re.compile(rf"({_HAN})[ ]({_HAN}{{1,2}})")
_COMPOUND_START = re.compile(_COMPOUND)
# Characters that a name can begin with: a look into a set is many times faster than a pattern that then fails.
_SURNAMES = frozenset("".join(sections("surnames")["single"]))
_RARE = frozenset("".join(sections("surnames")["rare"]))
_COMPOUND_FIRST = frozenset(name[0] for name in sections("surnames")["compound"] + sections("surnames")["japanese"])
_FOREIGN_FIRST = frozenset(
    "".join(sections("transliteration")["letter"]) + "".join(unit[0] for unit in sections("transliteration")["unit"])
)


# What bears a person's name: 比尔·盖茨|基金会, 杜桑·卢维杜尔|国际机场.
_OF_AN_INSTITUTION = re.compile("[一-龥]{0,2}(?:基金会|国际机场|机场|大学|医院|图书馆|博物馆|核电站|[”’]号)")


class Name(NamedTuple):
    """[start, end) of the view and the name without padding."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1 << 15)
def shaped(word: str) -> bool:
    """Whether a word is a surname and one or two more characters."""
    return _CHINESE.fullmatch(word) is not None and not _NOT_GIVEN.search(word, 1)


def may_begin(character: str) -> bool:
    """Whether a Chinese name with a common or compound surname can begin with it."""
    return character in _SURNAMES or character in _COMPOUND_FIRST


def is_run(word: str) -> bool:
    """Whether letters of transliterations write all of it."""
    return _WHOLE_RUN.fullmatch(word) is not None


_ALSO_FUNCTION = frozenset("来过和经从由有要后自见能国相")  # surnames that are function words first
_USUAL = 3000
_ALWAYS = 3  # times
_SHORT_PART = 2
_MARKS = tuple("、，；。）)")
_SURE = 9  # the weight of a boundary that is no Chinese character


def boundary(text: str, at: int) -> int:
    """How sure a name may end before `at`: the length of the word that may follow one, 0 where none does."""
    if at >= len(text) or not "一" <= text[at] <= "龥":
        return _SURE
    following = _AFTER.match(text, at)
    return len(following.group()) if following else 0


def bounded(text: str, at: int) -> bool:
    """Whether a name may end before position `at`."""
    return boundary(text, at) > 0


def name_at(text: str, at: int, *, firm: bool = False, namesake: bool | None = None) -> Name | None:
    """The name that starts at `at`, or None. `firm`: what stands before proves that a name follows (a post, a list);
    `namesake`: so surely that it may be one that a place bears, too (as sure as `firm` where nothing else is said).
    """
    dotted = _DOTTED.match(text, at) if text[at : at + 1] in _FOREIGN_FIRST else None
    if dotted:
        name = _trimmed(text, dotted)
        return None if _is_no_person(text, name) else name
    padded = _PADDED.match(text, at) if text[at + 1 : at + 2] == " " else None
    if padded and bounded(text, padded.end()) and not is_word(padded.group(1) + padded.group(2)):
        return Name(at, padded.end(), padded.group(1) + padded.group(2))
    end = _chinese_end(text, at, firm=firm)
    if end is None or _NOT_GIVEN.search(text, at + 1, end) or text[at + 1] in _NEVER_SECOND:
        return None
    sure = boundary(text, end) == _SURE
    listed = firm and (text[end : end + 1] in _MARKS or boundary(text, end) > 1)
    may_be_place = firm and namesake is not False and (listed or text[end - 1] in ALSO_IN_NAMES)
    if is_word(text[at:end], listed=listed, namesake=may_be_place) or (not sure and _is_preposition(text, at, end)):
        return None
    if text[at] in _RARE and not _may_be_rare(text, at, end):
        return None
    return Name(at, end, text[at:end])


def _is_no_person(text: str, name: Name) -> bool:
    """Whether what is written with a dot is an institution or an event in a city (嘉年华·武汉)."""
    if _OF_AN_INSTITUTION.match(text, max(name.start, name.end - 2)):
        return True
    return any(word_counts().get(part, 0) >= _KNOWN_CITY for part in name.text.split("·") if len(part) > 1)


def _is_preposition(text: str, at: int, end: int) -> bool:
    """Whether two characters are a preposition and the beginning of a word: 向大|会, 对全|国."""
    return end - at == 2 and text[at] in ALSO_PREPOSITIONS and word_counts().get(text[at + 1 : end + 1], 0) >= ORDINARY


def _may_be_rare(text: str, at: int, end: int) -> bool:
    """Whether a candidate with a surname that is also a word may be a name, not two words: 来到青(年), (主席)国作用."""
    sure = boundary(text, end) == _SURE
    if text[at] in _ALSO_FUNCTION and (end - at < 3 or not (sure or text[at - 1] == "、")):
        return False
    counts = word_counts()
    if counts.get(text[at:end], 0) >= ORDINARY and not tagged(text[at:end])[0][1].startswith("nr"):
        return False
    first, rest = counts.get(text[at : at + 2], 0), counts.get(text[at + 1 : end], 0)
    return (first < COMMON and rest < _USUAL) if sure else (first < ORDINARY and rest < VERY_COMMON)


def _trimmed(text: str, dotted: re.Match[str]) -> Name:
    """A dotted name, its last part cut back to where a name may end (弗洛伊德|遭)."""
    last = max(dotted.group().rfind(mark) for mark in "·-－—") + dotted.start() + 1
    for end in range(dotted.end(), last, -1):
        if bounded(text, end):
            return Name(dotted.start(), end, text[dotted.start() : end])
    end = dotted.end()
    if end - last <= _SHORT_PART and _all_han(text, end, end + 1) and boundary(text, end + 1) == _SURE:
        end += 1
    return Name(dotted.start(), end, text[dotted.start() : end])  # 撒拉·马志|成、: a given name in other characters


def _chinese_end(text: str, at: int, *, firm: bool) -> int | None:
    given = _given_from(text, at, firm=firm)
    if given is None:
        return None
    short, long = given + 1, given + 2
    if not _all_han(text, at, short):
        return None
    after_short, after_long = boundary(text, short), boundary(text, long) if _all_han(text, at, long) else 0
    if after_long == 1 and text[long] not in NEVER_IN_NAMES and word_at(text, short):
        return short
    if not (after_short and after_long):
        return short if after_short else long if after_long else None
    if _no_particle(text, short, long, firm=firm):
        return long
    if text[short] in NEVER_IN_NAMES or after_short > after_long:
        return short
    return long if _is_long(text, at, short, long, sure=after_long == _SURE) else short


def _is_long(text: str, at: int, short: int, long: int, *, sure: bool) -> bool:
    """Of two lengths a name may have: by how often the text has either, else by the last letter."""
    times = _count(text, text[at:long])
    if _count(text, text[at:short]) > times:
        return False
    return times >= _ALWAYS or sure or text[short] not in _PARTICLE  # 郭大为: wherever 郭大 stands, the letter follows


def _given_from(text: str, at: int, *, firm: bool) -> int | None:
    """Where the surname at `at` ends and a given name begins."""
    first = text[at : at + 1]
    compound = _COMPOUND_START.match(text, at) if first in _COMPOUND_FIRST else None
    if compound:
        return compound.end()
    return at + 1 if first in _SURNAMES or (firm and first in _RARE) else None


def _no_particle(text: str, short: int, long: int, *, firm: bool) -> bool:
    """Whether what may be a particle has nothing to govern: 主任江新所，; 罗富和等, 祖光会出席 before a predicate."""
    if firm and text[short] in _NEVER_BEFORE_MARK and text[long : long + 1] in _MARKS:
        return True
    return text[short] in _RARELY_PARTICLE and _PREDICATE_AFTER.match(text, long) is not None


@lru_cache(maxsize=256)
def _count(text: str, name: str) -> int:
    return text.count(name)


def word_at(text: str, at: int) -> bool:
    """Whether a verb or adverb of two characters begins at `at`, so that a name ends there (王伟|终于到了)."""
    word = text[at : at + 2]
    return word_counts().get(word, 0) >= CUT and tagged(word)[0][1] in ("v", "d", "a", "ad")


def _all_han(text: str, start: int, end: int) -> bool:
    return end <= len(text) and all("一" <= c <= "龥" for c in text[start:end])


def name_before(text: str, end: int) -> Name | None:
    """The Chinese or dotted name that ends right before `end` and starts a clause, a list item or a line."""
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or (start > 0 and "一" <= text[start - 1] <= "龥"):
            continue
        if text[end - 1] in NEVER_IN_NAMES or (length == 4 and not _COMPOUND_START.match(text, start)):
            continue
        if _CHINESE.fullmatch(text, start, end) and not is_word(text[start:end]):
            return Name(start, end, text[start:end])
    return None


_LONGEST_ITEM, _LONG_ITEM = 10, 4
_ITEM = re.compile("[一-龥·]+")
_POST = re.compile(alternation(sections("posts")["office"]))
_JOINT = re.compile(r"(?:（[一-龥，]{1,12}）)?(?:、|和|与|及|以及|同)")


def name_list(text: str, first: Name, *, behind_post: bool = False) -> Iterator[Name]:
    """`first` and the names coordinated with it by 、 and 和."""
    yield first
    end = first.end
    while joint := _JOINT.match(text, end):
        listed = joint.group().endswith("、")
        following = name_at(text, joint.end(), firm=listed, namesake=behind_post) or (
            _list_item(text, joint) if listed else None
        )
        if following is None and listed:
            following = _between_names(text, joint.end()) or unlisted_at(text, joint.end())
        if following is None:
            return
        yield following
        end = following.end


def _between_names(text: str, at: int) -> Name | None:
    """An item that only its neighbours in the list show to be a name: no dictionary word, a name right behind it."""
    end = text.find("、", at, at + _LONGEST_ITEM + 1)
    item = text[at:end] if end > at else ""
    if len(item) < 2 or not _ITEM.fullmatch(item) or _POST.search(item) or name_at(text, end + 1) is None:
        return None
    words = tagged(item, unknown=True)
    mongol = words[0][1] == "ns" and len(item) >= _LONG_ITEM and _WHOLE_RUN.match(item) is not None  # 乌云其木格
    return Name(at, end, item) if len(words) > 1 or words[0][1].startswith("nr") or mongol else None


def unlisted_at(text: str, at: int) -> Name | None:
    """A name of three characters whose surname no list has (主任掌文胜，): behind a post or in a list of names, up to a
    mark or a predicate, no word of the dictionary and none inside.
    """
    if text[at : at + 1] in _SURNAMES or text[at : at + 1] in _RARE or text[at : at + 1] in _FOREIGN_FIRST:
        return None
    end = at + 3
    ends = _all_han(text, at, end) and (text[end : end + 1] in _MARKS or _PREDICATE_AFTER.match(text, end))
    if not ends or text[end - 1 : end + 1] in word_counts():
        return None  # 网信工|作
    return Name(at, end, text[at:end]) if _is_unlisted(text[at:end]) else None


@lru_cache(maxsize=1 << 13)
def _is_unlisted(word: str) -> bool:
    counts = word_counts()
    parts = (word, *(word[i : i + 2] for i in range(len(word) - 1)))
    if any(part in counts for part in parts) or _NOT_UNLISTED.search(word) or is_word(word) or _POST.search(word):
        return False
    words = tagged(word)
    return not any(letter in NEVER_IN_NAMES for letter in word) and all(tag[0] not in "pcmruqd" for _, tag in words)


def padded_at(text: str, at: int) -> Name | None:
    """A name behind a post that only the padding in it shows (副书记 亚 军出席), whatever its first character."""
    padded = _PADDED_ANY.match(text, at)
    ends = range(padded.start(2) + 1, padded.end() + 1) if padded else ()
    end = max(ends, key=lambda place: (boundary(text, place), -place), default=at)
    return Name(at, end, text[at] + text[at + 2 : end]) if end > at and bounded(text, end) else None


def _list_item(text: str, joint: re.Match[str]) -> Name | None:
    """A Tibetan, Mongolian or Uygur name without dot inside a list of names (、洛桑江村、)."""
    run = _RUN.match(text, joint.end())
    if run and (run.end() >= len(text) or text[run.end()] in "、，。等和（") and not is_word(run.group()):
        return Name(run.start(), run.end(), run.group())
    return None
