"""English questions: names in Pinyin (Wei Tao, Taiyuan) and English words for Chinese terms (`glossary.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.ask.names import PLACE, ROLE, Name, Names, home_regions, short
from kg.ask.tables import table
from kg.model import Label

TERM = "Term"  # a piece of a name: 疫情防控
_LONGEST = 5  # words of a romanised name or English term


def find_terms(text: str) -> Iterator[tuple[int, int, Name]]:
    """Where a folded question uses an English word for a Chinese term: [start, end) and what it stands for."""
    glossary = table("glossary", dict[str, dict[str, str]])
    kinds = {"role": ROLE, "term": TERM, "place": PLACE}
    for section, terms in glossary.items():
        for english, chinese in terms.items():
            for match in re.finditer(rf"\b{re.escape(english)}\b", text):
                yield *match.span(), Name(kinds[section], chinese, chinese)


def find_romanised(words: list[str], names: Names) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
    """Which words[start:end] spell names of people or places of the store; family name first or last."""
    spelled = _spelled(names)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            for order in {"".join(part), "".join([*part[1:], part[0]]), "".join([part[-1], *part[:-1]])}:
                if order in spelled:
                    yield start, start + length, spelled[order]


@lru_cache(maxsize=1)
def _spelled(names: Names) -> Mapping[str, tuple[Name, ...]]:
    """Spellings of a store's people and places, with the names they are of."""
    spelled: dict[str, list[Name]] = {}
    for name in (*names.of_kind(Label.PERSON), *_places(names)):
        for form in name.forms:
            spelled.setdefault(spelling(form), []).append(name)
    return {form: tuple(found) for form, found in spelled.items()}


def _places(names: Names) -> list[Name]:
    """The store's own places, but for those that have another spelling."""
    unusual = set(table("glossary", dict[str, dict[str, str]])["place"].values())
    return [Name(PLACE, form, form) for form in map(short, home_regions(names)) if form not in unusual]


@cache
def spelling(name: str) -> str:
    """The Pinyin of a name, without tones, as one word."""
    from pypinyin import lazy_pinyin  # its table is read only for questions that spell a name

    return "".join(lazy_pinyin(name)).lower().replace("ü", "v")
