"""Names of two characters that print pads to the width of three: 张 韬 is 张韬."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import alternation, char_class, sections
from kg.source.stray import without_strewn

_PADDED = re.compile(rf"({char_class('surnames', 'single')})[ 　]+(?=[一-龥](?P<listed>[、等])?)")
_TITLE = alternation(word for key in ("office", "person") for word in sections("posts")[key])
_BEFORE_NAME = re.compile(rf"(?:^|[^一-龥]|{_TITLE}|[和与及同由受对向经])$")
_UNBROKEN = re.compile(r"[^\n]+")
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


def without_breaks(text: str, *, strewn: bool = False) -> Iterator[tuple[int, int]]:
    """The parts of `text` that remain without line breaks and the padding inside names, or without `strewn` spaces."""
    for run in _UNBROKEN.finditer(text):
        for start, end in without_strewn(run.group()) if strewn else unpadded(run.group()):
            yield run.start() + start, run.start() + end
