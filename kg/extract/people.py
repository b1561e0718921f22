"""Who is named in the article, where, and by which titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.context import Context
from kg.extract.names import Name, foreign_at, is_word, name_at, name_before, name_list, shaped
from kg.extract.posts import Title, titles_after, titles_before
from kg.extract.scan import Hit
from kg.extract.tagged_names import tagged_names
from kg.lexicon import alternation, sections

_PREPOSITIONS = frozenset("向应同和对与在由据将")
_TITLES = frozenset({"office", "person_noun"})
_VERBS = frozenset({"demand_verb", "state_verb", "role_verb"})
# Verbs whose object is one person by name (任命王明为…, 免去王明的…, 名叫王明).
_APPOINTS = re.compile("任命|免去|提名|追授|授予|名叫|选举|致电|致函")
_UNIT_LIST = re.compile(r"(?:[一-龥]{3,16}、){2,}[一-龥]{3,16}等")
_TITLES = frozenset({"office", "person_noun"})
_VERBS = frozenset({"demand_verb", "state_verb", "role_verb"})
_SHORTEST_UNIT_LIST = 3
_SUFFIX = re.compile(alternation(sections("name_suffixes")["title"]))
_ADDRESS = alternation(sections("name_suffixes")["address"])
_SUFFIX_ANCHOR = re.compile(rf"(?:{alternation(sections('name_suffixes')['title'])}|{_ADDRESS})")
_CLAUSE_START = re.compile(r"(?:^|(?<=[。！？；，：“\n ]))(?=[一-龥]{2,4}[、])", re.MULTILINE)
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
    for name in _anchors(context):
        held = anchored.get(name.start)
        if held is None or len(name.text) > len(held.text):
            anchored[name.start] = name
    names = {name.text: name for name in anchored.values()}
    mentions = _without_overlap([*anchored.values(), *_again(text, names)])
    return _with_titles(text, mentions)


def _anchors(context: Context) -> Iterator[Name]:
    text = context.text
    for hit in context.hits:
        yield from _at_hit(text, hit)
    for start in _CLAUSE_START.finditer(text):
        yield from _bare_list(text, start.end())
    for suffix in _SUFFIX_ANCHOR.finditer(text):
        yield from _before_suffix(context, suffix.start())
    for listed in _UNIT_LIST.finditer(text):
        yield from _unit_list(context, listed)
    for dot in re.finditer("·", text):
        yield from _around_dot(text, dot.start())
    for verb in _APPOINTS.finditer(text):
        yield from _after_verb(text, verb.end())
    yield from tagged_names(context)


def _at_hit(text: str, hit: Hit) -> Iterator[Name]:
    """Names right behind a title, or right before a verb of speech or presence."""
    if hit.classes & _TITLES:
        yield from _after_title(text, hit)
    if hit.classes & _VERBS and (found := name_before(text, hit.start)):
        yield found


def _after_title(text: str, hit: Hit) -> Iterator[Name]:
    at = hit.end + (text[hit.end : hit.end + 1] in (" ", "：") and "person_noun" in hit.classes)
    at += 2 * (text[at : at + 2] == "——")
    first = name_at(text, at) or foreign_at(text, at)
    if first is None:
        return
    yield from name_list(text, first)
    if at > hit.end:  # a byline: 记者 甲 乙
        end = first.end
        while text[end : end + 1] == " " and (following := name_at(text, end + 1)):
            yield following
            end = following.end


def _after_verb(text: str, at: int) -> Iterator[Name]:
    name = name_at(text, at)
    if name:
        yield name


def _bare_list(text: str, at: int) -> Iterator[Name]:
    """Names joined by 、 at the start of a clause without any title: at least two, all shaped like names."""
    first = name_at(text, at)
    if first is None:
        return
    listed = list(name_list(text, first))
    if len(listed) > 1:
        yield from listed


def _before_suffix(context: Context, end: int) -> Iterator[Name]:
    """The name before 同志, 主席, 总书记 …, where a word begins with it or a clause does."""
    text = context.text
    for length in (3, 2, 4, 5, 6, 7):
        start = end - length
        if start not in context.word_starts and not _starts_word(text, start):
            continue
        name = name_at(text, start) or foreign_at(text, start)
        if name and name.end == end and not is_word(name.text):
            yield name
            return


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or (at > 0 and text[at - 1] in "同和与、，。“对向\n")


def _around_dot(text: str, dot: int) -> Iterator[Name]:
    """The longest transliterated name around a dot."""
    for start in range(max(0, dot - 8), dot):
        if text[start] in _PREPOSITIONS and text[start - 1 : start] not in ("", "\n", "、", "，", "。"):
            continue
        name = name_at(text, start)
        if name and name.start < dot < name.end:
            yield name
            return


def _unit_list(context: Context, listed: re.Match[str]) -> Iterator[Name]:
    """Names at the ends of a list's items, each behind its unit: 东方证券邵宇、海螺集团高登榜等发言."""
    ends = [m.start() for m in re.finditer("、|等", context.text[listed.start() : listed.end()])]
    found = [_name_ending(context, listed.start() + end) for end in ends]
    if len(found) >= _SHORTEST_UNIT_LIST and None not in found:
        yield from (name for name in found if name)


def _name_ending(context: Context, end: int) -> Name | None:
    for length in (3, 2):
        start = end - length
        word = context.text[start:end]
        if start in context.word_starts and shaped(word) and not is_word(word):
            return Name(start, end, word)
    return None


def _again(text: str, names: dict[str, Name]) -> Iterator[Name]:
    """Every further occurrence of a name that something anchored once."""
    if names:
        for found in re.finditer(alternation(names), text):
            yield Name(found.start(), found.end(), found.group())


def _without_overlap(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _with_titles(text: str, names: list[Name]) -> list[Person]:
    people: list[Person] = []
    for name in names:
        if _THEORY.match(text, name.end):
            continue  # 习近平新时代中国特色社会主义思想 names a doctrine
        floor = people[-1].outer_end if people else 0
        titles = titles_before(text, name.start, floor)
        outer_start = titles[0].start if titles else name.start
        if not titles and people and text[people[-1].outer_end : name.start] in ("、", "和", "及", "与", " "):
            titles = [title for title in people[-1].titles if title.end <= people[-1].start]
        titles = [*titles, *titles_after(text, name.end)]
        suffix = _SUFFIX.match(text, name.end)
        if suffix:
            titles = [*titles, Title(suffix.start(), suffix.end(), suffix.group())]
        outer_end = suffix.end() if suffix else name.end
        people.append(Person(name.start, name.end, name.text, tuple(titles), outer_start, outer_end))
    return people
