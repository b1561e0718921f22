"""Short forms of foreign names: 普京 and 弗拉基米尔·普京, 安倍 and 安倍晋三.

They are joined where one article has both, where country or body agree, or where only one full name can be meant.
Two full names that differ in the given name (菲德尔·卡斯特罗, 劳尔·卡斯特罗) are two people for good, so that no short
form bridges them. Names meet only through a part that they share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz.distance import Indel

from kg.resolve.careers import STEP, Unit
from kg.resolve.clusters import Clusters
from kg.resolve.crowd import Crowd
from kg.resolve.ledger import Ledger
from kg.resolve.people import GENERATION
from kg.resolve.profiles import HIGH, Profile

_DOT = re.compile(r"[·•・\-－—]")
_KIN = re.compile(
    r"的(?:[长次幼独]?[子女]|儿子|女儿|弟弟|哥哥|姐姐|妹妹|胞[兄弟]|妻子|丈夫|遗孀|夫人|父亲|母亲|孙[子女]|侄[子女])"
)
_KIN_OF = re.compile(r"(?:父亲|母亲|祖父|外祖父|儿子|女儿|丈夫|妻子|哥哥|弟弟|胞[兄弟])[^，。；]{0,8}$")
_SON = "本"
_JAPANESE = 4  # characters of most Japanese names
_ONE_NAME = 0.6  # likeness of two given names from which they are two spellings of one (纳伦德拉, 纳兰德拉)


_SURE, _IN_OFFICE, _AGREED, _POSSIBLE, _FAR = range(5)
_MOST = 20  # mentions of a name that are looked at
_SOON = 100  # days between a short and a full name that only time brings together
_SOMEWHAT_LIKE = 0.05  # likeness of the words around them that does the same


class _Claim(NamedTuple):
    """A short form that a full name claims; sorts by how sure (one article has both, an office agrees, country or
    body agree, nothing speaks against it, only too far apart), then by time between the two.
    """

    doubt: int
    gap: int
    short: int
    full: int


def join(crowd: Crowd, clusters: Clusters, ledger: Ledger) -> None:
    """Join each short name with the full name it means, and fuller with full forms of one holder."""
    joiner = _Joiner(crowd, clusters, ledger)
    joiner.keep_apart()
    for claim in sorted(joiner.claims()):
        joiner.settle(claim)


class _Joiner:
    """Everybody with a name in parts, and everybody whose name is a part of one, by group."""

    def __init__(self, crowd: Crowd, clusters: Clusters, ledger: Ledger) -> None:
        self.crowd, self.clusters, self.ledger = crowd, clusters, ledger
        self.profiles = profiles = crowd.profiles
        within = {name: _within(name) for name in {seen.mention.name for seen in profiles}}
        parts = {part for inner in within.values() if len(inner) > 1 for part in inner}
        groups: dict[int, list[Profile]] = defaultdict(list)
        numbers: dict[int, list[int]] = defaultdict(list)
        for number, seen in enumerate(profiles):
            if seen.mention.name in parts or len(within[seen.mention.name]) > 1:
                groups[clusters.find(number)].append(seen)
                numbers[clusters.find(number)].append(number)
        self.units = {root: Unit(group) for root, group in sorted(groups.items())}
        self.members = {root: sorted(members) for root, members in numbers.items()}
        self.articles = {root: {seen.mention.id.article: seen for seen in group} for root, group in groups.items()}
        self.by_part: dict[str, list[int]] = defaultdict(list)
        for root in self.units:
            for part in sorted({*_parts(self._name(root)), *within[self._name(root)]}):
                self.by_part[part].append(root)

    def _name(self, root: int) -> str:
        return self.profiles[root].mention.name

    def keep_apart(self) -> None:
        """Bearers of one family name and different given names, and sons of different fathers."""
        for part, roots in sorted(self.by_part.items()):
            full = [root for root in roots if _parts(self._name(root))[-1] == part and self._name(root) != part]
            sons = [root for root in roots if _SON in _parts(self._name(root)) and _within(self._name(root))[0] == part]
            for a, b in (*combinations(full, 2), *combinations(sons, 2)):
                if not _alike(self._name(a), self._name(b)):
                    self.clusters.forbid(a, b)

    def claims(self) -> Iterator[_Claim]:
        """For each short name the full names it can mean; those that are merely possible only where all are alike."""
        for root in self.units:
            found = sorted(claim for full in self._fuller(root) if (claim := self._claim(root, full)))
            sure = [claim for claim in found if claim.doubt < _POSSIBLE]
            names = {self._name(claim.full) for claim in found}
            if sure:
                yield from sure
            elif all(_alike(a, b) for a, b in combinations(sorted(names), 2)):
                yield from (claim for claim in found if claim.doubt < _FAR)

    def _fuller(self, root: int) -> list[int]:
        parts = _parts(self._name(root))
        return [r for r in self.by_part[parts[-1]] if r != root and _longer(self._name(r), self._name(root))]

    def _claim(self, short: int, full: int) -> _Claim | None:
        one, two = self.units[short], self.units[full]
        gap = one.distance(two)
        if gap > GENERATION or one.contradiction(two) or one.ordinary != two.ordinary:
            return None
        if shared := self.articles[short].keys() & self.articles[full].keys():
            apart = sum(_told_apart(self.articles[short][at], self.articles[full][at]) for at in shared)
            if 2 * apart > len(shared):
                return None
            return _Claim(_SURE, gap, short, full)
        if one.offices & two.offices or self._is_said_in_office(short, full):
            return _Claim(_IN_OFFICE, gap, short, full)
        if one.nations & two.nations or one.terms.keys() & two.terms.keys():
            return _Claim(_AGREED, gap, short, full)
        if not self._is_family_name(short, full) or (one.terms and two.terms and not one.may_become(two, HIGH + STEP)):
            return None
        soon = gap <= _SOON and bool(one.nations) == bool(
            two.nations
        )  # a minister is no player of these weeks' matches
        near = soon or self._alike_around(short, full) >= _SOMEWHAT_LIKE
        return _Claim(_POSSIBLE if near else _FAR, gap, short, full)

    def _is_said_in_office(self, short: int, full: int) -> bool:
        """Whether the words around one tell an office of the other (祝贺她当选欧盟委员会主席)."""
        sides = (short, full), (full, short)
        return any(
            self.units[a].has_office_in(self.profiles[i].near) for a, b in sides for i in self.members[b][:_MOST]
        )

    def _alike_around(self, short: int, full: int) -> float:
        """The likeness of the words around the two, of a few mentions each."""
        pairs = product(self.members[short][:_MOST], self.members[full][:_MOST])
        return max(self.crowd.surroundings.likeness(a, b) for a, b in pairs)

    def _is_family_name(self, short: int, full: int) -> bool:
        """Whether the short form is what the full name ends with, or a given name of one bearer only (希拉里)."""
        given = _parts(self._name(short))[-1]
        full_names = {self._name(root) for root in self.by_part[given] if self._name(root) != self._name(short)}
        return _parts(self._name(full))[-1] == given or len(full_names) == 1

    def settle(self, claim: _Claim) -> None:
        """Join the two, unless a person of another given name has the short form already."""
        one, two = self.profiles[claim.short].mention, self.profiles[claim.full].mention
        if self.clusters.same(claim.short, claim.full):
            return
        weight = self.clusters.smaller(claim.short, claim.full)
        same = self.clusters.join(claim.short, claim.full)
        reason = f"{one.name} is short for {two.name}" if same else f"{one.name} is short for another's name"
        score = 1 - claim.doubt / 10
        self.ledger.compare(one, two, same=same, rule="short-name", reason=reason, score=score, weight=weight)


def _told_apart(one: Profile, two: Profile) -> bool:
    """Whether one article gives the two quite different posts (自由党领袖特鲁多是前总理皮埃尔·特鲁多之子)."""
    if any(map(_KIN.match, two.near[1::2])) or any(map(_KIN_OF.search, two.near[::2])):
        return True
    pairs = [(a, b) for a in one.posts for b in two.posts]
    return bool(pairs) and not any(a.name.endswith(b.role) or b.name.endswith(a.role) for a, b in pairs)


def _parts(name: str) -> list[str]:
    return [part for part in _DOT.split(name) if part]


def _within(name: str) -> list[str]:
    """The names that a name has in it: its parts; of four characters without a dot its halves (安倍, 晋三); before 本,
    son of, what is the person's own (萨勒曼 in 萨勒曼·本·阿卜杜勒-阿齐兹).
    """
    parts = _parts(name)
    if _SON in parts[1:]:
        return [*parts[: parts.index(_SON)], name]
    return [name[:2], name[2:]] if len(parts) == 1 and len(name) == _JAPANESE else parts


def _longer(full: str, short: str) -> bool:
    """Whether every part of the short form stands in the full one, in order, and the full one has more."""
    rest = iter(_within(full))
    return len(_within(full)) > len(_parts(short)) and all(part in rest for part in _parts(short))


def _alike(a: str, b: str) -> bool:
    """Whether two full names of one family name can be one person's."""
    if _longer(a, b) or _longer(b, a):
        return True
    fathers = [_parts(name)[_parts(name).index(_SON) + 1 :][:1] for name in (a, b) if _SON in _parts(name)]
    if len(fathers) == 2 and fathers[0] != fathers[1]:
        return False
    given = "".join(_parts(a)[:-1]), "".join(_parts(b)[:-1])
    return Indel.normalized_similarity(*given) >= _ONE_NAME
