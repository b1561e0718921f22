"""Names without a boundary or a title: behind an epithet in quotation marks, in lists with blanks, by the tagger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.foreign_names import is_place
from kg.extract.name_words import CUT, SURE_SURNAMES, is_word
from kg.extract.names import NEVER_IN_NAMES, Name, may_begin, name_at, shaped, word_at
from kg.extract.words import tagged
from kg.lexicon import alternation, char_class, terms
from kg.lexicon.dictionary import word_counts

_EPITHET = re.compile(rf"“[^“”\n，。]{{1,10}}(?:{alternation(terms('person_endings'))})”")
_NOTE = "（[^（）\n]{1,12}）"
_SPACED = re.compile(rf"(?:[一-龥·]{{2,12}}(?:{_NOTE})?[ 　]+){{4,}}[一-龥·]{{2,12}}")
_ITEM = re.compile(rf"([一-龥·]+)(?:{_NOTE})?(?:[ 　]+|$)")
_FEWEST = 5  # items in such a list
_MOSTLY = 0.8  # share of name-shaped items that makes a run of spaced words a list of names
_LOOKED_AT = 10  # characters that tell where a name ends
_SHORTEST = 2
_TRANSLITERATED = re.compile(char_class("transliteration", "letter") + "{3,}")


def names_behind_epithets(text: str) -> Iterator[Name]:
    """“燃灯校长”张梅用行动…: the name right behind a noun for a person in quotation marks."""
    for epithet in _EPITHET.finditer(text):
        if name := name_at(text, epithet.end()) or tagged_at(text, epithet.end()):
            yield name


def spaced_names(text: str) -> Iterator[Name]:
    """Lists of names with blanks between them, as rolls are printed: 何文山 李立（女） 余建国 …"""
    if text.count(" ") < _FEWEST - 1:
        return
    for run in _SPACED.finditer(text):
        items = [Name(*item.span(1), item[1]) for item in _ITEM.finditer(text, run.start(), run.end())]
        names = [item for item in items if "·" in item.text or (shaped(item.text) and not is_word(item.text))]
        if len(names) >= _MOSTLY * len(items):
            yield from names


def tagged_at(text: str, at: int) -> Name | None:
    """The name that the tagger sees at `at`: asked for behind a title, where nothing behind the name tells its end
    (队长约翰逊头盔上的…).
    """
    if not may_begin(text[at : at + 1]) and not _TRANSLITERATED.match(text, at):
        return None
    word, tag = tagged(text[at : at + _LOOKED_AT], unknown=True)[0]
    found = Name(at, at + len(word), word)
    if tag == "nrt":
        return found if _TRANSLITERATED.fullmatch(word) and not is_place(word) else None
    if tag not in ("nr", "nrfg") or not shaped(word) or word[-1] in NEVER_IN_NAMES or is_word(word):
        return _before_verb(text, at)
    return found if word_counts().get(word[:2], 0) < CUT or len(word) == _SHORTEST else None  # 居民原则|居家


def _before_verb(text: str, at: int) -> Name | None:
    """A surname that begins few words, and a verb behind one or two characters more: 选手王蔷击败队友."""
    for end in (at + 2, at + 3) if text[at] in SURE_SURNAMES else ():
        name = text[at:end]
        if (
            word_at(text, end)
            and shaped(name)
            and name[-1] not in NEVER_IN_NAMES
            and not is_word(name)
            and word_counts().get(name, 0) < CUT
        ):
            return Name(at, end, name)
    return None
