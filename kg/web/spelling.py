"""Names by their Pinyin: “wt” and “weitao” are 韦韬, “tyswsj” is 太原市委书记."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from pypinyin import Style, lazy_pinyin, pinyin

from kg.ask.likeness import likest
from kg.ask.names import Name, Names
from kg.ask.text import fold

_ALL_READINGS = 4  # up to this length every reading of every character is tried: 单 is Shàn in a name
_LATIN = re.compile(r"[a-zü'’ -]+")
_EXACT, _BEGINS, _HOLDS, _LIKE = range(4)


class Spelled(NamedTuple):
    """A form of a name with its spellings: whole syllables, and their first letters."""

    name: Name
    form: str
    whole: tuple[str, ...]
    initials: tuple[str, ...]


class Index:
    """Search over every name of a store."""

    def __init__(self, names: Names, kinds: Iterable[str]) -> None:
        self._names = [name for kind in kinds for name in names.of_kind(kind)]
        self._forms = [(name, form) for name in self._names for form in name.forms]
        self._spelled: list[Spelled] | None = None

    def find(self, text: str, most: int = 60) -> list[Name]:
        """The names meant by a text in characters or Pinyin, the likeliest first: the whole name, its beginning, a part
        of it, else the likest; of equals the one the store has most on.
        """
        asked = fold(text).strip()
        if not asked:
            return []
        hits = list(self._by_letters(asked)) if _LATIN.fullmatch(asked) else []
        hits += [(rank, name) for name, form in self._forms if (rank := _rank(asked, form)) is not None]
        if not hits:
            hits = [(_LIKE, name) for _, name in likest(asked, self._names)]
        best: dict[str, tuple[int, int, int, str]] = {}
        by_key = {name.key: name for _, name in hits}
        for rank, name in hits:
            order = (rank, -name.weight, len(name.name), name.key)
            best[name.key] = min(order, best.get(name.key, order))
        return [by_key[order[-1]] for order in sorted(best.values())[:most]]

    def _by_letters(self, asked: str) -> Iterator[tuple[int, Name]]:
        letters = _plain(asked)
        for spelled in self._spellings() if letters else ():
            ranks = [_rank(letters, one) for one in (*spelled.whole, *spelled.initials)]
            if found := [rank for rank in ranks if rank is not None]:
                yield min(found), spelled.name

    def _spellings(self) -> list[Spelled]:
        """Made when somebody first types letters: it takes a second or two for a large archive."""
        if self._spelled is None:
            self._spelled = [Spelled(name, form, *spellings(form)) for name, form in self._forms]
        return self._spelled


@lru_cache(maxsize=1 << 17)
def spellings(form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A form in whole syllables and in initials, in each reading of its characters while they are few."""
    usual = lazy_pinyin(form)
    read = [usual]
    if len(form) <= _ALL_READINGS:
        read += [list(chosen) for chosen in product(*map(_readings, form))]
    whole = {_plain("".join(syllables)) for syllables in read}
    initials = {_plain("".join(syllable[:1] for syllable in syllables)) for syllables in read}
    return tuple(sorted(whole)), tuple(sorted(initials))


@cache
def _readings(char: str) -> tuple[str, ...]:
    """The syllables a character can stand for."""
    return tuple(pinyin(char, style=Style.NORMAL, heteronym=True)[0])


def _plain(text: str) -> str:
    """Letters and digits alone, tones and ü gone."""
    bare = unicodedata.normalize("NFD", text.replace("ü", "v"))
    return "".join(char for char in bare if char.isascii() and char.isalnum())


def _rank(asked: str, form: str) -> int | None:
    if asked not in form:
        return None
    return _EXACT if asked == form else _BEGINS if form.startswith(asked) else _HOLDS
