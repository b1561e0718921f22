"""The reporters and editors a paper names: （记者 王明 李 红 通讯员 陈刚）, 本网讯（王明）, 责任编辑：李红.

The brackets and the word 记者 prove every item a name, whatever its surname and however it is padded; brackets
alone do so only behind 本报讯 and at the end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.name_words import is_word
from kg.extract.names import Name, shaped
from kg.extract.sought import Sought
from kg.lexicon import alternation, sections

_BYLINE = Sought(
    r"[（(【\[][^（）()【】\[\]\n。，；]{0,12}(?:记者|通讯员|实习生|作者)[^（）()【】\[\]\n。，；]{1,60}[）)】\]]"
)
_ROLE = re.compile(
    r"[^ 、：/（(）)]*?(?:记者|通讯员|实习生|作者|摄影|报道|供稿)(?=[ ：:/一-龥])"
    r"|(?:发自|综合报道|摄影报道|报道|文/图|文|图|摄|供稿)[^ ]*"
)
_ROLES = "记[ ]?者|通[ ]?讯[ ]?员|实习生"
_NAME = rf"(?![一-龥]{{0,3}}(?:{_ROLES})|报道|综合|来源)(?:[一-龥]{{2,4}}|[一-龥][ ][一-龥]{{1,2}})"
_NAMES = f"{_NAME}(?:[ 、]+{_NAME}){{0,4}}"
_BARE = Sought(rf"(?:[报网台]讯|(?P<end>[。！”；]|(?<=\n)))[ ]*[（(](?P<names>{_NAMES})[）)](?(end)(?=[ ]*(?:\n|$)))")
_LABEL = f"(?:{alternation(label for part in sections('credits').values() for label in part)})"
_CREDIT = Sought(
    rf"{_LABEL}：[ ]?(?P<names>[一-龥]{{2,3}}?(?:[ 、]+[一-龥]{{2,3}}?){{0,4}}?)"
    rf"(?=[ ]*(?:[）)】\]，。、\n]|$|[一-龥]{{0,4}}{_LABEL}：|阅读|浏览|点击|发布|来源))"
)
_SIGNED = Sought(rf"(?:{_ROLES})[ ：]+(?P<names>{_NAMES})(?=[ ]*(?:{_ROLES}|报道|摄|文/图|[）)】\]\n]|$))")
_REPORTS = Sought(rf"[（(](?P<names>{_NAMES})[ ]*(?:报道|文/图|图/文|摄影报道|摄)[）)]")
_SHOT = Sought(r"(?:^|(?<=[。！？”\n ]))(?P<names>[一-龥]{2,4})[ ]*摄(?=[ ）\n]|$)")
_ITEM = re.compile(r"[一-龥·]+")
_SHORTEST, _LONGEST = 2, 4


def bylines(text: str) -> Iterator[Name]:
    """Every item of every byline in brackets and of every credit."""
    for byline in _BYLINE.finditer(text):
        at = byline.start() + 1
        end = byline.end() - 1
        for role in [*_ROLE.finditer(text, at, end), None]:
            stop = role.start() if role else end
            yield from _items(text, at, stop)
            at = role.end() if role else end
    for pattern in (_BARE, _SHOT, _REPORTS):
        for bare in pattern.finditer(text):
            names = list(_items(text, *bare.span("names")))
            if all(shaped(name.text) and not is_word(name.text) for name in names):
                yield from names
    for pattern in (_CREDIT, _SIGNED):
        for signed in pattern.finditer(text):
            yield from _items(text, *signed.span("names"))


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
        cut = name.endswith("摄") and len(name) > _SHORTEST  # 谢龙摄
        if "·" in name or len(name) <= _LONGEST:
            yield Name(begin, item.end() - cut, name[:-1] if cut else name)
