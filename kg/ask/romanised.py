"""English questions: names in Pinyin (Wei Tao, Taiyuan) and English words for Chinese terms (`glossary.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from kg.ask.names import PLACE, ROLE, Name, Names, home_regions, short
from kg.ask.tables import table
from kg.model import Label

TERM = "Term"  # a piece of a name: 疫情防控
_LONGEST = 5  # words of a romanised name
_SYLLABLES = 4  # up to this length every reading of every character is tried


def find_terms(text: str) -> Iterator[tuple[int, int, Name]]:
    """Where a folded question uses an English word for a Chinese term: [start, end) and what it stands for."""
    glossary = table("glossary", dict[str, dict[str, str]])
    kinds = {"role": ROLE, "term": TERM, "place": PLACE}
    for section, terms in glossary.items():
        for english, chinese in terms.items():
            for match in re.finditer(rf"\b{re.escape(english)}s?\b", text):
                yield *match.span(), Name(kinds[section], chinese, chinese)


def find_romanised(words: list[str], names: Names) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
    """Which words[start:end] spell names of people or places of the store; family name first or last."""
    spelled = _spelled(names)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            for order in (part, [*part[1:], part[0]], [part[-1], *part[:-1]]):
                if found := spelled.get(re.sub("['-]", "", "".join(order))):
                    yield start, start + length, found
                    break


@lru_cache(maxsize=1)
def _spelled(names: Names) -> Mapping[str, tuple[Name, ...]]:
    """Spellings of a store's people and places, with the names they are of."""
    spelled: dict[str, list[Name]] = {}
    for name in (*names.of_kind(Label.PERSON), *_places(names)):
        for spelling in {spelling for form in name.forms for spelling in spellings(form)}:
            spelled.setdefault(spelling, []).append(name)
    return {spelling: tuple(found) for spelling, found in spelled.items()}


def _places(names: Names) -> list[Name]:
    """The store's own places, but for those that have another spelling."""
    unusual = set(table("glossary", dict[str, dict[str, str]])["place"].values())
    return [Name(PLACE, form, form) for form in map(short, home_regions(names)) if form not in unusual]


@cache
def spellings(name: str) -> frozenset[str]:
    """The Pinyin of a name, without tones, as one word: each that its characters' readings (佛: fo, fu) allow."""
    from pypinyin import Style, lazy_pinyin, pinyin  # its table is read only for questions that spell a name

    usual = "".join(lazy_pinyin(name))
    readings = pinyin(name, style=Style.NORMAL, heteronym=True) if len(name) <= _SYLLABLES else []
    every = {"".join(chosen) for chosen in product(*readings)} if readings else set()
    return frozenset(form.replace("ü", "v") for form in {usual, *every})
