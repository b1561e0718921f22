"""Titles in 《》, and of what kind the document under each is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.lexicon import sections

TITLE = re.compile(
    r"《((?:[^《》\n]|《[^《》\n]*》)+)》(（(?:试行|草案|修订|暂行|征求意见稿|讨论稿|送审稿|修订版|[一-龥]{0,4}版|\d{4}[^）]{0,10})）)?"
)
_PAREN_END = re.compile(r"(?:（[^）]*）|\([^)]*\))+$")


class Titled(NamedTuple):
    """A title: [start, end) of the view with its marks, the name without them, the kind ('work' for books, shows)."""

    start: int
    end: int
    name: str
    kind: str


@cache
def _endings() -> tuple[dict[str, str], int]:
    """Which kind each ending tells, and how long the longest is."""
    kinds = {word: kind for kind, words in reversed(list(sections("document_kinds").items())) for word in words}
    return kinds, max(map(len, kinds))


@lru_cache(maxsize=1 << 12)
def kind_of(name: str) -> str:
    """The document's kind by how its title ends; 'work' where nothing says that an authority issued it."""
    bare = _PAREN_END.sub("", name)
    kinds, longest = _endings()
    ends = (bare[-length:] for length in range(min(longest, len(bare)), 0, -1))
    return next((kinds[end] for end in ends if end in kinds), "other")


def find_titles(text: str) -> list[Titled]:
    """Everything in 《》 in text order; a version mark such as （试行） right behind belongs to the title."""
    found: list[Titled] = []
    if "《" not in text:
        return found
    for match in TITLE.finditer(text):
        name = match.group(1).replace("\n", "")
        found.append(Titled(match.start(), match.end(), name, kind_of(name)))
    return found
