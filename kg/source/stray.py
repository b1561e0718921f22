"""Spaces that a scan strews between the characters of a text (市委 书 记), told from those that print means.

Print puts a space inside a padded name (张 韬), between the names of a byline and between the parts of a headline. Only
where a page has spaces inside words of the dictionary as well are its other spaces left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

import rjieba

from kg.lexicon import char_class

_SPACE = re.compile(r"(?<=[一-龥，。；：、”》）])[ 　](?=[一-龥“《（])")
_NOUN = "(?:记者|通讯员|实习生|摄影|编辑|校对|版式|责编)"
_BYLINE = re.compile(rf"{_NOUN}[：: ]?[一-龥]{{2,4}}(?:[ 　、]+(?:(?:特约|见习|实习)?{_NOUN}[ 　]?)?[一-龥]{{2,4}})*")
_REACH = 4  # characters on either side that decide
_FEWEST, _SHARE = 2, 0.1  # spaces inside words, at least, and of all spaces
_NAME = re.compile(rf"{char_class('surnames', 'single')}[一-龥]")  # 高 强 may be a padded name


def is_strewn(texts: Iterable[str]) -> bool:
    """Whether spaces stand inside so many words that they mean nothing on this page."""
    inside = total = 0
    for text in texts:
        if " " not in text and "　" not in text:
            continue
        unbroken = text.replace("\n", "")
        for space in _SPACE.finditer(unbroken):
            total += 1
            inside += _is_inside_word(unbroken, space.start())
    return inside >= max(_FEWEST, _SHARE * total)


def _is_inside_word(text: str, at: int) -> bool:
    """Whether a word of the dictionary that is no name stands across the space at `at`."""
    before, behind = text[max(0, at - _REACH) : at].split(" ")[-1], text[at + 1 : at + 1 + _REACH].split(" ")[0]
    end = 0
    for word, tag in rjieba.tag(before + behind, False):
        end += len(word)
        if end > len(before):
            across = end - len(word) < len(before)
            return across and not tag.startswith("nr") and not _NAME.fullmatch(word)
    return False


def without_lone(text: str, meant: Collection[int]) -> Iterator[tuple[int, int]]:
    """The parts of `text` that remain when the spaces inside words are left out, none of those `meant`."""
    inside = {m.start() for m in _SPACE.finditer(text) if _is_inside_word(text, m.start())}
    return without_strewn(text, ({m.start() for m in _SPACE.finditer(text)} - inside) | set(meant))


def without_strewn(text: str, meant: Collection[int]) -> Iterator[tuple[int, int]]:
    """The parts of `text` that remain when strewn spaces are left out; those `meant` and those of a byline stay."""
    kept = [match.span() for match in _BYLINE.finditer(text)]
    start = 0
    for space in _SPACE.finditer(text):
        if space.start() not in meant and not any(a < space.start() < b for a, b in kept):
            yield start, space.start()
            start = space.end()
    yield start, len(text)
