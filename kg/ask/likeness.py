"""How a name that is half remembered or mistyped is like a known one, and when that is enough.

What a question leaves out of a name is forgiven, what it adds is not: 落地核酸+精准赋码 can mean
落地核酸+点对点转运+精准赋码, but 北京市疫情防控领导小组 never 太原市疫情防控工作领导小组. A wrong character must
sound or look like the right one, because people's names differ in one character as a rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz, process

from kg.ask.names import Name
from kg.ask.text import fold

SLIP = 0.95  # a mistyped name
OMISSION = 0.8  # a shortened one; longer forms come nearer to 1
WORDING = 0.75  # a measure's wording remembered nearly
LOOKS = 0.3  # the share of components from which one character is mistaken for another
_LONG = 4  # from this length on a wording can be remembered nearly
_FIGURES = re.compile(r"[\d零一二三四五六七八九十百千万]")


def is_slip(asked: str, form: str) -> bool:
    """Whether a form was mistyped as `asked`: one character in two to four is one that sounds or looks alike."""
    if len(asked) != len(form) or asked == form:
        return False
    wrong = [(a, b) for a, b in zip(asked, form, strict=True) if a != b]
    return len(wrong) <= max(1, len(form) // _LONG) and len(form) > 1 and all(_confusable(a, b) for a, b in wrong)


def sounds_like(asked: str, form: str) -> bool:
    """Whether two texts of one length are pronounced alike (回忆, 会议)."""
    return len(asked) == len(form) and all(_sound(a) == _sound(b) for a, b in zip(asked, form, strict=True))


def is_omission(asked: str, form: str) -> bool:
    """Whether `asked` is the form with parts left out; what is left stands in pieces of two characters or more."""
    if len(asked) < 2 or len(asked) > len(form):
        return False
    at = pieces = 0
    while at < len(asked):
        length, start = _piece(asked[at:], form)
        if length < min(2, len(asked)):
            return False
        form, at, pieces = form[start + length :], at + length, pieces + 1
    return pieces * 2 <= len(asked)


def likeness(asked: str, form: str) -> float:
    """From 0 (another name) to 1 (this very one), for wordings of measures and titles; both are folded."""
    if asked == form:
        return 1.0
    if is_slip(asked, form):
        return SLIP
    if is_omission(asked, form):
        return OMISSION + (SLIP - OMISSION) * len(asked) / len(form)
    if min(len(asked), len(form)) < _LONG or _figures(asked) != _figures(form):
        return 0.0
    score = fuzz.ratio(asked, form) / 100
    return score * SLIP if score >= WORDING else 0.0


def likest(asked: str, names: Sequence[Name], most: int = 5) -> list[tuple[float, Name]]:
    """The names `asked` can mean, the likeliest first: by likeness, then by how much the store has on them."""
    scored = ((max(likeness(fold(asked), form) for form in name.forms), name) for name in names)
    found = [(score, name) for score, name in scored if score]
    return sorted(found, key=lambda hit: (-hit[0], -hit[1].weight, hit[1].key))[:most]


def near(asked: str, names: Sequence[Name], most: int = 3) -> list[str]:
    """Names to suggest where none is meant: those that share most characters with what was asked."""
    forms = {name.name: fold(name.name) for name in sorted(names, key=lambda name: name.key)}
    return [name for _, _, name in process.extract(fold(asked), forms, scorer=fuzz.ratio, limit=most, score_cutoff=50)]


def _piece(asked: str, form: str) -> tuple[int, int]:
    """The longest beginning of `asked` that stands in `form`, and where."""
    for length in range(len(asked), 0, -1):
        # a last single character is no piece: the piece before it is made shorter
        if (start := form.find(asked[:length])) >= 0 and len(asked) - length != 1:
            return length, start
    return 0, 0


def _figures(text: str) -> list[str]:
    return _FIGURES.findall(text.replace("两", "二").replace("双", "二"))


def _confusable(a: str, b: str) -> bool:
    from kg.resolve.glyphs import likeness as looks  # both tables are read only once something is mistyped

    return _sound(a) == _sound(b) or looks(a, b) >= LOOKS


@cache
def _sound(char: str) -> str:
    """The syllable a character usually stands for, without its tone."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(char))
