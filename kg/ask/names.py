"""The names a store knows: what the slots of a question are filled from.

names = Names.of(store)
names.find("4月4日韦韬参加了哪些会议")  # [Found(4, 6, (Name(PERSON, '韦韬'),))]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from kg.ask.text import fold
from kg.lexicon import terms
from kg.model import Label
from kg.queries import Asked
from kg.resolve.regions import Region, by_name, leading

NAMED = (Label.PERSON, Label.POST, Label.BODY, Label.MEETING, Label.MEASURE, Label.DOCUMENT)
PLACE, ROLE = "Place", "Role"  # a region of the country, and an office without its body: known without any store
_ALL = """
MATCH (n:{label})
WHERE n.name IS NOT NULL
RETURN n.key AS key, n.name AS name, coalesce(n.aliases, []) AS aliases, {more}
ORDER BY key
"""
_MORE = {
    Label.POST: "n.role AS role, COUNT { (n)<-[:HOLDS]-() } AS weight",
    Label.MEETING: "n.series AS series, n.ordinal AS ordinal, n.date AS date, COUNT { (n)--() } AS weight",
}

_JOINTS = re.compile(r"[+、，,·\s]")  # 落地核酸+点对点转运: nobody says the signs
_LEGAL_FORM = re.compile(r"(?<=..)(?:股份|责任)?有限(?:责任)?公司")  # nobody says it


class Name(msgspec.Struct, frozen=True):
    """One thing a question can mean, and the forms its name has. What follows `weight` only meetings and posts have.

    `weight` is how much the store has on it: of two readings the heavier one is the likelier.
    """

    kind: str
    key: str
    name: str
    aliases: tuple[str, ...] = ()
    weight: int = 0
    role: str | None = None
    series: str | None = None
    ordinal: int | None = None
    date: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Name and aliases, folded."""
        return tuple(dict.fromkeys(fold(form) for form in (self.name, *self.aliases)))


class Found(NamedTuple):
    """text[start:end] is a form of these names, which may be of several kinds."""

    start: int
    end: int
    names: tuple[Name, ...]


class Names:
    """Every name of a store by kind, and a search for all of their forms at once."""

    def __init__(self, known: Iterable[Name]) -> None:
        self.by_kind: dict[str, list[Name]] = {}
        for name in known:
            self.by_kind.setdefault(name.kind, []).append(name)

    @classmethod
    def of(cls, store: Asked) -> Names:
        """The names in the store, as it is now."""
        rows = ((label, row) for label in NAMED for row in store.run(_statement(label)))
        return cls(msgspec.convert({"kind": str(label), **row}, Name) for label, row in rows)

    def of_kind(self, kind: str) -> list[Name]:
        """The names of one kind; none where the store has none."""
        return self.by_kind.get(kind, [])

    def find(self, text: str) -> list[Found]:
        """Where a folded text names something: of forms that overlap the longest, in order."""
        matcher, forms = self._matcher
        taken: list[Found] = []
        for index, start, end in sorted(
            matcher.find_matches_as_indexes(text, overlapping=True), key=lambda hit: (hit[1] - hit[2], hit[1])
        ):
            if all(end <= other.start or start >= other.end for other in taken) and _whole(text, start, end):
                taken.append(Found(start, end, self._forms[forms[index]]))
        return sorted(taken)

    @cached_property
    def _forms(self) -> Mapping[str, tuple[Name, ...]]:
        forms: dict[str, list[Name]] = {}
        for name in (*(name for names in self.by_kind.values() for name in names), *_places(self), *_roles(self)):
            for form in _spoken(name):
                if len(form) > 1:
                    forms.setdefault(form, []).append(name)
        return {form: tuple(names) for form, names in forms.items()}

    @cached_property
    def _matcher(self) -> tuple[AhoCorasick, list[str]]:
        forms = list(self._forms)
        return AhoCorasick(forms, matchkind=MatchKind.Standard), forms


def _statement(label: Label) -> str:
    return _ALL.format(label=label, more=_MORE.get(label, "COUNT { (n)--() } AS weight"))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a form is no piece of a longer Latin word or number."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(char.isascii() and char.isalnum() for char in text[at - 1 : at + 1])


def _spoken(name: Name) -> tuple[str, ...]:
    """The forms people use: 太原市长 for 太原市市长. A sitting's bare number (第4次会议) is read as a number."""
    if name.kind == Label.MEETING:
        return tuple(form for form in name.forms if not form.startswith("第"))
    forms = {*name.forms, *(_LEGAL_FORM.sub("", form) for form in name.forms)}
    if name.kind == Label.MEASURE:
        return (*name.forms, *(_JOINTS.sub("", form) for form in name.forms if _JOINTS.search(form)))
    region, rest = leading(name.name) if name.kind == Label.POST else (None, "")
    if region:
        forms |= {fold(place + rest) for place in (region.name, short(region), "中共" + region.name)}
    return tuple(sorted(forms))


def short(region: Region) -> str:
    """太原 for 太原市."""
    return _short_names().get(region, region.name)


@cache
def _short_names() -> Mapping[Region, str]:
    return {region: form for form, found in by_name().items() for region in found if form != region.name}


def home_regions(names: Names) -> list[Region]:
    """The regions that the store's bodies, posts and meetings begin with."""
    kinds = (Label.BODY, Label.POST, Label.MEETING)
    found = {leading(name.name)[0] for kind in kinds for name in names.of_kind(kind)}
    return sorted(region for region in found if region)


def _places(names: Names) -> list[Name]:
    """Regions: all by their full names; by short ones (朝阳 is also a person's name) provinces and the store's own."""
    full = {region for found in by_name().values() for region in found}
    shortened = {region for region in full if region.level == "province"} | set(home_regions(names))
    forms = {region.name: region for region in full} | {short(region): region for region in shortened}
    return [Name(PLACE, region.code, form) for form, region in sorted(forms.items())]


def _roles(names: Names) -> list[Name]:
    """Offices without their body: those the store has, and all that official Chinese knows."""
    roles = {post.role for post in names.of_kind(Label.POST) if post.role} | terms("posts", "office")
    return [Name(ROLE, role, role) for role in sorted(roles)]
