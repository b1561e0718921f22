"""What all mentions of people together tell: whose company means nothing, who is of rank, which nouns tell somebody."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from kg.lexicon import char_class
from kg.resolve.profiles import Profile
from kg.resolve.surroundings import Surroundings

_EVERYWHERE = 0.002  # share of all mentions above which a name is in everybody's company
_AT_LEAST = 20  # mentions that a name in everybody's company has
_ALONE, _ALONE_LEAST = 0.01, 200  # share and number of mentions from which a name means its one bearer everywhere
_ELITE_RANK, _ELITE_TIMES = 7, 3  # names seen so often in so high a post
_FEW = 30  # different people up to whom a noun is said of, that still tells a person by name and noun
_NOUN = 3  # characters from which a noun can tell anybody
_CHINESE = (2, 3)  # characters of a surname and a given name
_ENOUGH = 2000  # given names that must be known to say that one is rare
_LETTERS = re.compile(char_class("transliteration", "letter") + "+")
_LONG = 5  # so long a foreign name is hardly borne twice
_MANY = 3  # of the names that are everywhere, how many together make an official occasion


class Crowd:
    """All profiles, and what is counted over them."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self.surroundings = Surroundings(profiles)
        counted = Counter(seen.mention.name for seen in profiles)
        most = max(_AT_LEAST, _EVERYWHERE * len(profiles))
        self.everywhere = frozenset(name for name, times in counted.items() if times > most)
        alone = max(_ALONE_LEAST, _ALONE * len(profiles))
        self.unmistakable = frozenset(name for name, times in counted.items() if times > alone)
        high = Counter(p.mention.name for p in profiles if p.posts and p.ranked and p.rank >= _ELITE_RANK)
        self.elite = frozenset(name for name, times in high.items() if times >= _ELITE_TIMES)
        chinese = [name for name in counted if len(name) in _CHINESE]
        self._given, self._surnames = Counter(name[1:] for name in chinese), Counter(name[0] for name in chinese)
        self._families = Counter(name.rpartition("·")[2] for name in counted if "·" in name)
        said: dict[str, set[str]] = defaultdict(set)
        for seen in profiles:
            for noun in seen.called:
                said[noun].add(seen.mention.name)
        self._said = {noun: len(names) for noun, names in said.items() if len(noun) >= _NOUN}
        self.telling_nouns = lru_cache(maxsize=10_000)(self._telling_nouns)

    def namesakes(self, name: str) -> float:
        """How many others may bear a Chinese name: those of its given name, times the share of its surname. 应勇 has
        hardly one, 王伟 several. Only a crowd with thousands of names can tell; infinite where it cannot.
        """
        if len(name) not in _CHINESE or len(self._given) < _ENOUGH:
            return math.inf
        return (self._given[name[1:]] - 1) * self._surnames[name[0]] / self._surnames.total()

    def may_be_foreign(self, name: str) -> bool:
        """Whether letters of transliterations write all of it (鲍威尔, but 范迪安 too)."""
        return bool(_LETTERS.fullmatch(name))

    def distinct(self, name: str) -> bool:
        """Whether a foreign family name is long and no two full names share it (内塔尼亚胡, not 费尔南德斯)."""
        return len(name) >= _LONG and self.may_be_foreign(name) and self._families[name] <= 1

    def official(self, seen: Profile) -> bool:
        """Whether a mention is one of office holders among themselves: beside people of rank, not called a villager."""
        if seen.ordinary:
            return False
        elite = seen.company & self.elite
        return bool(elite - self.everywhere) or len(elite) >= _MANY or ((seen.acts or seen.seated) and bool(elite))

    def _telling_nouns(self, called: frozenset[str]) -> frozenset[str]:
        """The nouns said of few people, those within longer ones too (神舟九号航天员 is an 航天员)."""
        ends = {noun[i:] for noun in called for i in range(len(noun) - _NOUN + 1)}
        return frozenset(noun for noun in ends if 0 < self._said.get(noun, 0) <= _FEW)
