"""Who is named in the article, where, and by which titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from kg.extract.anchors import anchored_names
from kg.extract.context import Context
from kg.extract.names import Name, bounded
from kg.extract.posts import Title, titles_after, titles_before
from kg.extract.scan import all_places_of
from kg.extract.tagged_names import tagged_names
from kg.lexicon import alternation, sections

_USUAL_SUFFIX = re.compile(alternation(sections("name_suffixes")["title"]))
_SUFFIX = re.compile(alternation(sections("name_suffixes")["title"] + sections("posts")["office"]))
_JOINT = re.compile("(?:（[^（）\n]{1,12}）)?(?:[、和及与 ]|以及)|（[^（）\n]{1,12}）")
_APART = re.compile("(?:分别)?[是为有]?：[ ]?$")
_ADVERBS = frozenset("为将已还又就都也")  # the tagger takes them for the end of a name: 韩正|为
_RIGHT_OF_NAMES = frozenset("同将家对于因驾亦偕时忙常任拍正便新才")  # that names end in, too
_FEWEST_DOTS = 2  # of several dotted names in a row
_ENVOY = re.compile("特别代表|特使|私人代表")
_THEORY = re.compile(r"(?:新时代中国特色社会主义)?(?:思想|经济思想|法治思想|外交思想|强军思想|生态文明思想)")


class Person(NamedTuple):
    """One mention: [start, end) of the name, the name, its titles, and [outer_start, outer_end) with its own titles.

    A title printed once before several names stands with each of them, but is inside the first one's range only.
    """

    start: int
    end: int
    name: str
    titles: tuple[Title, ...]
    outer_start: int
    outer_end: int


def find_people(context: Context) -> list[Person]:
    """All mentions of people in text order, none overlapping."""
    text = context.text
    anchored: dict[int, Name] = {}
    _add(anchored, anchored_names(context))
    _add(anchored, tagged_names(context))
    names = _told_apart(text, {name.text: name for name in anchored.values()})
    kept = [name for name in anchored.values() if name.text in names]
    mentions = _without_overlap([*kept, *_again(text, names)])
    return _with_titles(text, mentions)


def _add(anchored: dict[int, Name], names: Iterable[Name]) -> None:
    """Keep the longest name that begins at a place."""
    for name in names:
        held = anchored.get(name.start)
        if held is None or (len(name.text) > len(held.text) and name.text[len(held.text) :] not in _ADVERBS):
            anchored[name.start] = name


def _told_apart(text: str, names: dict[str, Name]) -> dict[str, Name]:
    """Without what is several names in a row: 李明艾山·尼牙孜赵平 in a heading, told apart by the text below it;
    and without what is a name and a word: 李强同|与会外宾, where the article has 李强, too.
    """
    dotted = [key for key in names if "·" in key]
    return {
        key: name
        for key, name in names.items()
        if (key.count("·") < _FEWEST_DOTS or not any(_stands_in(other, key) for other in dotted))
        and not (key[:-1] in names and key[-1] in _RIGHT_OF_NAMES and _runs_on(text, name))
    }


def _runs_on(text: str, name: Name) -> bool:
    """Whether a character goes on behind a name that the article also has without its last character."""
    end = name.start + len(name.text)
    return "一" <= text[end : end + 1] <= "龥" and text.count(name.text[:-1]) > text.count(name.text)


def _stands_in(name: str, row: str) -> bool:
    """Whether a name is part of a row of names, not of one name (本·扎耶德 in 穆罕默德·本·扎耶德)."""
    at = row.find(name)
    around = row[at - 1 : at] + row[at + len(name) :][:1]
    return at >= 0 and name != row and "·" not in around and "-" not in around


def _again(text: str, names: Collection[str]) -> Iterator[Name]:
    """Every occurrence of a name that something anchored once."""
    for at, name in all_places_of(names, text):
        if text[at - 1 : at] != "·" or text[at - 2 : at] == "··":  # the end of a longer name is anchored by itself
            yield Name(at, at + len(name), name)


def _without_overlap(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    known = {name.text for name in names}
    for name in sorted(set(names), key=lambda n: (n.start, -n.end)):
        if kept and name.start < kept[-1].end:
            before = kept[-1]
            shorter = before.text[: name.start - before.start]  # a heading without marks: 蔡奇|丁薛祥
            if name.end <= before.end or shorter not in known:
                continue
            kept[-1] = Name(before.start, name.start, shorter)
        kept.append(name)
    return kept


def _share(text: str, people: list[Person], start: int, given: list[Title]) -> None:
    """Posts printed behind a list stand with each of its names: 增补王明、李红为委员."""
    for number in range(len(people) - 1, -1, -1):
        person = people[number]
        if not given or person.titles or not _JOINT.fullmatch(text, person.outer_end, start):
            return
        people[number] = person._replace(titles=tuple(given))
        start = person.start


def _with_titles(text: str, names: list[Name]) -> list[Person]:
    people: list[Person] = []
    floor = 0
    for name, following in zip_longest(names, names[1:]):
        if _THEORY.match(text, name.end):
            continue  # 习近平新时代中国特色社会主义思想 names a doctrine
        titles = _titles_before(text, name.start, floor, people)
        outer_start = titles[0].start if titles else name.start
        if not titles and people and _JOINT.fullmatch(text, people[-1].outer_end, name.start):
            titles = [title for title in people[-1].titles if title.end <= people[-1].start]
        given = [title for title in titles_after(text, name.end) if not following or title.end <= following.start]
        _share(text, people, name.start, given)
        titles = [*titles, *given]
        suffix = _suffix(text, name.end)
        if suffix:
            titles = [*titles, suffix]
        outer_end = suffix.end if suffix else name.end
        floor = max(outer_end, *(title.end for title in titles)) if titles else outer_end
        people.append(Person(name.start, name.end, name.text, tuple(titles), outer_start, outer_end))
    return people


def _titles_before(text: str, start: int, floor: int, people: list[Person]) -> list[Title]:
    """The titles in front of a name, also those that 是： or ： sets apart from it (副主席是：王明、李红)."""
    apart = _APART.search(text, max(floor, start - 4), start)
    titles = titles_before(text, apart.start() if apart else start, floor)
    envoy = _ENVOY.match(titles[0].text) if titles and people and titles[0].start == floor else None
    if envoy is None:
        return titles
    sent = Title(people[-1].outer_start, floor + envoy.end(), text[people[-1].outer_start : floor + envoy.end()])
    rest = Title(sent.end, titles[0].end, text[sent.end : titles[0].end])
    return [sent, *([rest] if rest.text else []), *titles[1:]]  # 习近平主席特别代表|国务院副总理


def _suffix(text: str, end: int) -> Title | None:
    """The post right behind a name: 习近平主席, 孙林厅长."""
    found = _SUFFIX.match(text, end)
    if _ENVOY.match(text, end):
        return None
    if found is None or (found.end() < len(text) and not bounded(text, found.end())):
        found = _USUAL_SUFFIX.match(text, end)
    return Title(found.start(), found.end(), found.group()) if found else None
