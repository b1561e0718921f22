"""Names of two characters that print pads to the width of three: 张 韬 is 张韬."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.lexicon import alternation, char_class, sections
from kg.source.stray import without_lone, without_strewn
from kg.source.view import ZERO_WIDTH

_PADDED = re.compile(rf"({char_class('surnames', 'single')})[ 　]+(?=[一-龥](?P<listed>[、等])?)")
_TITLE = alternation(word for key in ("office", "person") for word in sections("posts")[key])
_RARE_NAME = re.compile(rf"(?:{_TITLE}|、)(?!{char_class('surnames', 'single')})[一-龥](?P<pad> )(?=[一-龥])")
_BEFORE_NAME = re.compile(rf"(?:^|[^一-龥]|{_TITLE}|[和与及同由受对向经])$")
# A typesetter's blanks around figures and Latin letters: 于 4 月 4 日; one behind a dateline is not of them.
_APART = r"(?<=[一-龥“《（])(?<![讯电])[ 　](?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])[ 　](?=[一-龥”》）])"
_SET_APART, _JOINED = re.compile(_APART), re.compile("[一-龥][0-9A-Za-z]|[0-9A-Za-z%][一-龥]")
# Line breaks, signs without width, white space where a mark parts the words anyway, notes that lead from page to page.
_BREAK = rf"[\n{ZERO_WIDTH}]+|(?<=[。！？；，、])[ 　]+|（(?:下转|上接|转接)[^（），。\n]{{1,12}}版[^（）\n]{{0,8}}）"
_DROPPED = {True: re.compile(f"{_BREAK}|{_APART}"), False: re.compile(_BREAK)}
# One of these stands wherever anything is left out, padding inside names too.
_MAY_BE_DROPPED = re.compile(f"[ 　\n{ZERO_WIDTH}]|（[下上转]")
_LONGEST_TITLE = 8


def unpadded(text: str) -> Iterator[tuple[int, int]]:
    """The parts of `text`, [start, end), that remain when the padding inside names is left out."""
    start = given = 0
    for pad in _PADDED.finditer(text):
        if pad.start() == given > 0:
            continue  # 杨 雷 潘皓: 雷 is the given name of the one before
        if pad["listed"] or _BEFORE_NAME.search(text[max(0, pad.start() - _LONGEST_TITLE) : pad.start()]):
            yield start, pad.end(1)
            start = given = pad.end()
    yield start, len(text)


def sets_figures_apart(texts: Iterable[str]) -> bool:
    """Whether figures stand apart from the words around them throughout, in headings too."""
    spaced = [text for text in texts if " " in text or "　" in text]
    return sum(len(_SET_APART.findall(text)) for text in spaced) > sum(len(_JOINED.findall(text)) for text in spaced)


def without_breaks(text: str, *, strewn: bool = False, apart: bool = True) -> Iterator[tuple[int, int]]:
    """The parts of `text` that remain without line breaks and the padding inside names, or without `strewn` spaces;
    without the blanks that set figures `apart`.
    """
    if not _MAY_BE_DROPPED.search(text):
        yield 0, len(text)
        return
    at = 0
    for dropped in [*(m.span() for m in _DROPPED[apart].finditer(text)), (len(text), len(text))]:
        run = text[at : dropped[0]]
        if " " not in run and "　" not in run:
            yield at, dropped[0]
        else:
            yield from ((at + a, at + b) for a, b in (_without_strewn if strewn else _without_lone)(run))
        at = dropped[1]


def _without_strewn(text: str) -> Iterator[tuple[int, int]]:
    """Without strewn spaces; one that may show a rare name (书记亚 军) stays."""
    return without_strewn(text, _rare_names(text))


def _rare_names(text: str) -> set[int]:
    return {match.start("pad") for match in _RARE_NAME.finditer(text)}


def _without_lone(text: str) -> Iterator[tuple[int, int]]:
    """Without the padding inside names, and without a space inside a word."""
    for start, end in unpadded(text):
        for first, last in without_lone(text[start:end], _rare_names(text[start:end])):
            yield start + first, start + last
