"""What only looks like a personal name: words, places, a preposition with its noun, a surname with a title."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.words import tagged
from kg.lexicon import alternation, sections, terms
from kg.lexicon.dictionary import name_shaped_words, word_counts

PLACES = terms("territories") | terms("countries")
ORDINARY, COMMON, VERY_COMMON = 100, 400, 800  # counts in jieba's dictionary
CUT = 20  # from which two characters are likelier a word than cut by a name
ALSO_PREPOSITIONS = frozenset(
    "向于应连从由对和同与时因边云谈查童党项曾位满修更代来才让全乐解"
)  # surnames that open phrases
_TITLES = frozenset(
    (
        *sections("name_suffixes")["title"],
        *sections("name_suffixes")["familiar"],
        *sections("name_suffixes")["address"],
        *sections("posts")["office"],
    )
    + sections("posts")["person"]
)  # 习主席, 李镇长, 孟奶奶 are no full names
SURE_SURNAMES = frozenset("".join(sections("surnames")["sure"]))
_PROPER = frozenset({"nr", "nrt", "nrfg", "ns", "nz"})
_TOO_COMMON = 1500
_NO_NAME_END = re.compile(
    "[市县省区乡厅局委院馆寺祠庙族证队坝滩湾岛湖界舰站港某]$"
    "|(?<!江)村$|^.[方老总]$|^.方[愿将已]$"  # 中方, 吴老, 王某, 马方愿
)
ALSO_IN_NAMES = frozenset("湖湾滩岛港界祠")  # of places, but of people, too, behind a post: 大使许镜湖
_TERRITORY_START = re.compile(alternation(PLACES))
_COMPOUND = re.compile(alternation(sections("surnames")["compound"] + sections("surnames")["japanese"]))


@lru_cache(maxsize=1 << 15)
def is_word(candidate: str, *, listed: bool = False, namesake: bool = False) -> bool:
    """Whether a name-shaped string is an ordinary word, a territory, or a surname with a title (习主席).

    `listed`: it stands alone between a post and a mark, where no preposition could; `namesake`: a person must be meant.
    """
    if _TERRITORY_START.match(candidate) or _begins_with_word(candidate):
        return True  # 伊朗前(总统), 方案中(指出)
    if candidate[0] in ALSO_PREPOSITIONS and candidate[1:] in PLACES:
        return True  # 应|沙特
    if namesake and _is_namesake(candidate):
        return False
    return is_entry(candidate) or is_phrase(candidate, VERY_COMMON if listed else 0)


def _is_namesake(candidate: str) -> bool:
    """Whether it is the name of a place or thing that a person may bear, too (书记高山，)."""
    if candidate in terms("not_names") or candidate in PLACES:
        return False
    if _NO_NAME_END.search(candidate):
        return len(candidate) == 3 and candidate[-1] in ALSO_IN_NAMES and candidate not in word_counts()
    words = tagged(candidate)
    return len(words) == 1 and words[0][1] in _PROPER and word_counts().get(candidate, 0) < _TOO_COMMON


def is_common(run: str) -> bool:
    """Whether a run of letters of transliterations is an ordinary word, not one met a few times (巴沙尔)."""
    return run in terms("not_names") or (is_entry(run) and word_counts().get(run, ORDINARY) >= ORDINARY)


def is_phrase(candidate: str, common: int) -> bool:
    """Whether it is a preposition or the like and a word at least so common: 向大家, 时强调."""
    if candidate[0] not in ALSO_PREPOSITIONS or len(candidate) != 3:
        return False
    words = tagged(candidate[1:])
    return len(words) == 1 and not words[0][1].startswith("nr") and word_counts().get(candidate[1:], 0) >= common


def is_entry(candidate: str) -> bool:
    """Whether the whole of it is a word of the dictionary, a territory, or ends as no name does."""
    return candidate in name_shaped_words() or candidate[1:] in _TITLES or _ends_as_no_name(candidate)


def _ends_as_no_name(candidate: str) -> bool:
    return bool(_NO_NAME_END.search(candidate)) and not _COMPOUND.match(candidate)  # 村山富市


def _begins_with_word(candidate: str) -> bool:
    """Whether the first two of three characters are a word and the first is not surely a surname (石破|近期)."""
    if compound := _COMPOUND.match(candidate):
        given = candidate[compound.end() :]
        return len(given) == 2 and word_counts().get(given, 0) >= COMMON and not tagged(given)[0][1].startswith("nr")
    if len(candidate) != 3 or candidate[0] in SURE_SURNAMES:
        return False
    if candidate[:2] in terms("not_names"):
        return True
    return candidate[:2] in name_shaped_words() and word_counts().get(candidate[:2], 0) >= COMMON
