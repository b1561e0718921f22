"""The reporters a paper names in brackets: （记者 王明 李 红 通讯员 陈刚）.

The brackets and the word 记者 prove every item a name, whatever its surname and however it is padded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.names import Name

_BYLINE = re.compile(r"[（(][^（）()\n。，；]{0,12}(?:记者|通讯员|实习生)[^（）()\n。，；]{1,60}[）)]")
_ROLE = re.compile(
    r"[^ 、：/（(）)]*?(?:记者|通讯员|实习生|摄影|报道|供稿)(?=[ ：:/一-龥])"
    r"|(?:发自|摄影报道|报道|文/图|文|图|摄|供稿)[^ ]*"
)
_ITEM = re.compile(r"[一-龥·]+")
_LONGEST = 4


def bylines(text: str) -> Iterator[Name]:
    """Every item of every byline in brackets."""
    for byline in _BYLINE.finditer(text):
        at = byline.start() + 1
        end = byline.end() - 1
        for role in [*_ROLE.finditer(text, at, end), None]:
            stop = role.start() if role else end
            yield from _items(text, at, stop)
            at = role.end() if role else end


def _items(text: str, start: int, end: int) -> Iterator[Name]:
    """The names between two role words; a single character is a padded surname (李 红) and joins what follows."""
    first: int | None = None
    for item in _ITEM.finditer(text, start, end):
        begin = item.start() if first is None else first
        if len(item.group()) == 1 and first is None:
            first = item.start()
            continue
        first = None
        name = text[begin : item.end()].replace(" ", "")
        if "·" in name or len(name) <= _LONGEST:
            yield Name(begin, item.end(), name)
