"""What jieba's own dictionary knows: ordinary words that have the shape of a Chinese personal name.

A name finder that goes by surname and length takes 高度, 方面 or 和平 for a person; the dictionary knows better. It is
read as the data file it is, without importing jieba (whose import sets up caches and warns).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from kg.errors import KgError
from kg.language import tr
from kg.lexicon import sections, terms

_RARE = 3  # below this count a word is as likely a name that nobody marked as one


@cache
def name_shaped_words() -> frozenset[str]:
    """Words of two to four characters that begin with a surname and are no names; territories among them."""
    return frozenset(_dictionary()) | terms("territories") | terms("cities") | terms("not_names")


@cache
def word_counts() -> Mapping[str, int]:
    """How often the dictionary's corpus has each of its words."""
    return MappingProxyType({word: count for word, count, _ in _entries()})


def _entries() -> Iterator[tuple[str, int, str]]:
    for line in _file().read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        yield word, int(count), tag


def _dictionary() -> Iterator[str]:
    single = frozenset("".join(sections("surnames")["single"]))
    compound = frozenset(sections("surnames")["compound"])
    for word, count, tag in _entries():
        if len(word) > 4 or len(word) < 2 or tag.startswith("nr") or count < _RARE:
            continue
        if (len(word) < 4 and word[0] in single) or (len(word) > 2 and word[:2] in compound):
            yield word


def _file() -> Path:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise KgError(tr("jieba's dictionary is not installed: run `pip install jieba`, or `make demo` in the project"))
    return Path(spec.origin).with_name("dict.txt")
