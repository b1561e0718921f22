"""Transliterated names without a dot (总统拜登, 国王阿卜杜拉二世): asked for only where a person must follow."""

from __future__ import annotations

import re

from kg.extract.name_words import COMMON, CUT, ORDINARY, PLACES, is_common, is_phrase
from kg.extract.names import FOREIGN, Name, boundary, bounded, word_at
from kg.extract.words import tagged
from kg.lexicon import alternation, sections, terms
from kg.lexicon.dictionary import word_counts

_RUN = re.compile(rf"{FOREIGN}{{1,9}}")
_OF_THAT_NAME = re.compile("[一二三四五六七八九十]{1,3}世")
_PLACE = re.compile(alternation(p for p in PLACES if len(p) > 2))
_PLACE_INSIDE = re.compile(alternation(p for p in PLACES if len(p) > 2 or p.endswith("国")))
_OF_A_PLACE = re.compile("[市州省县郡区]|地区|方向|峰会|机场|会议|宣言|进程|口岸|大学")
_JAPANESE = re.compile(rf"(?:{alternation(sections('surnames')['japanese'])})(?P<given>[一-龥]{{2}}[夫郎子介男雄]?)")
_CITIES = terms("cities")
_PLACE_ENDS = ("州", "市", "省", "国", "岛", "亚", "人", "族", "纳", "河", "山")
_TRAILING = frozenset("于来向因所")  # letters of transliterations that are words around a name
_SHORT = 2
_SURELY = 4  # so many letters of transliterations in a row are a name whatever follows


def foreign_at(text: str, at: int, *, firm: bool = False) -> Name | None:
    """The transliterated name without a dot that starts at `at`; `firm`: a post stands before it."""
    run = None if _OF_THAT_NAME.match(text, at) else _RUN.match(text, at)
    if run is None:
        return None
    reigning = _OF_THAT_NAME.match(text, run.end()) or _OF_THAT_NAME.match(text, run.end() - 1)
    if reigning:  # 国王阿卜杜拉二世
        return Name(at, reigning.end(), text[at : reigning.end()])
    if run.end() - at < _SHORT or _is_no_name(run.group()) or _is_place(text, run):
        return None
    place = _PLACE_INSIDE.search(text, at + _SHORT, run.end() + 1)
    limit = place.start() if place else run.end()  # 主席冈萨雷斯|墨西哥国家行动党主席: a list without marks
    to = text.find("向", at + _SHORT, limit)
    limit = to if to > 0 else limit  # 参谋长格拉西莫夫|向普京汇报
    if limit == run.end() and text[limit : limit + 1] == "、" and not _known_word(run.group()):
        return Name(at, limit, run.group())  # 总统扎尔达里、: no word but a name ends in a list
    longest = _longest(text, at, limit)
    sure = place or limit - at >= _SURELY or (limit - at > _SHORT and tagged(run.group())[0] == (run.group(), "nr"))
    if longest is None and firm and sure and not _known_word(text[at:limit]):
        return Name(at, limit, text[at:limit])
    return longest


def _is_place(text: str, run: re.Match[str]) -> bool:
    return bool(_PLACE.match(text, run.start()) or _OF_A_PLACE.match(text, run.end()))


def _is_no_name(run: str) -> bool:
    """Whether it begins with a country, whose own title follows (轮值主席阿尔及利亚总统…), or is 来法, 向乌拉圭."""
    if run[0] == "来" or (run[0] in _TRAILING and (len(run) == _SHORT or run[1:] in PLACES)):
        return True
    return any(run[:length] in PLACES for length in range(_SHORT, len(run) + 1))


def _longest(text: str, at: int, limit: int) -> Name | None:
    """The longest name that ends where one may, or the first that surely ends there."""
    longest = None
    for end in range(at + _SHORT, limit + 1):
        sure = boundary(text, end) or (word_at(text, end) and not _ordinary(text[at:end])) * 2
        if sure and not _known_word(text[at:end]):
            longest = Name(at, end, text[at:end])
            if sure > 1:
                break
    if longest and longest.text[-1] in _TRAILING and len(longest.text) > _SHORT and bounded(text, longest.end - 1):
        return Name(at, longest.end - 1, longest.text[:-1])  # 塞西|于2013年
    return longest


def japanese_at(text: str, at: int) -> Name | None:
    """A Japanese name behind a post, whatever follows: 首相高市早苗近日…, 前首相鸠山由纪夫."""
    found = _JAPANESE.match(text, at)
    if found is None:
        return None
    end = found.start("given") if word_counts().get(found["given"][:_SHORT], 0) >= ORDINARY else found.end()
    return Name(at, end, text[at:end])  # 首相石破|近期表示


def is_place(run: str) -> bool:
    """Whether a transliterated run is a territory or a people, or ends in a word for a place or people."""
    return run in PLACES or run in _CITIES or run.endswith(_PLACE_ENDS)


def _known_word(run: str) -> bool:
    """Whether the run is a territory, or begins with a word of jieba's dictionary that is no noun (考察, 大多来)."""
    if (
        run in PLACES
        or run in _CITIES
        or run.endswith(("州", "市", "省", "国", "岛"))
        or is_common(run)
        or is_phrase(run, 0)
    ):
        return True
    if run.endswith("亚") and (len(run) == _SHORT or word_counts().get(run, 0) >= ORDINARY):
        return True
    first, tag = tagged(run)[0]
    count = word_counts().get(first, 0)
    common = (first == run or tag == "ns") and tag in ("n", "ns") and count >= (ORDINARY, COMMON)[tag == "ns"]
    return len(first) > 1 and (common or (not tag.startswith("n") and count >= ORDINARY))


def _ordinary(run: str) -> bool:
    """Whether a run begins with an ordinary word, or is two of them (群众更多享受)."""
    first, tag = tagged(run)[0]
    if len(run) == 2 and tag.startswith(("d", "m", "v", "r", "p")):
        return True
    return len(first) > 1 and word_counts().get(first, 0) >= CUT and not tag.startswith(("nr", "ns"))
