"""Countries in the names of offices: 俄罗斯总统, 俄总统办公厅主任."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon import alternation, terms
from kg.resolve.canon import canonical
from kg.resolve.words import other_forms, table

_STATE = re.compile(
    r"(?:前|副|女|代|新任)*(?:总统|首相|总理|国王|女王|王储|议长|外长|防长|财长|大臣|国务卿|总统办公厅|国防部|外交部|议会|国会|央行)"
)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?!中非(?:合作|论坛|关系|发展|友好))(?:{alternation(terms('countries'))})")


@lru_cache(maxsize=50_000)
def nation_of(name: str) -> str:
    """The country an office's or body's name begins with; empty for those of China and of international bodies."""
    form = canonical(name)
    named = _named().match(form)
    if named:
        return other_forms("country_letters").get(canonical(named[0]), canonical(named[0]))
    by_letter: dict[str, str] = table("country_letters")["letter"]
    return by_letter.get(form[:1], "") if _STATE.match(form, 1) else ""


def is_of_state(title: str) -> bool:
    """Whether a bare title is one that only states have."""
    return bool(_STATE.search(title))
