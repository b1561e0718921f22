"""Lists joined by 、 in which most items look like names prove the others to be names, too.

In 王明、李红、折远、常进、赵平出席 neither 折远 nor 常进 would be believed alone: one begins with no known surname,
the other with a word. The list is read outwards from its inner items, which 、 bounds on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.context import Context
from kg.extract.name_words import PLACES, is_word
from kg.extract.names import NEVER_IN_NAMES, Name, bounded, is_run, name_at, name_list, shaped
from kg.extract.words import tagged
from kg.lexicon import alternation, sections, terms
from kg.lexicon.dictionary import word_counts

_MARK = re.compile("、")
_NOTE = r"(?:（[^（）\n]{1,12}）)?"
_ITEM = re.compile(rf"([一-龥]{{2,8}}|[一-龥]{{1,8}}(?:·[一-龥]{{1,10}})+){_NOTE}")
_NUMBER = "(?:[0-9]+|[一二三四五六七八九十]+)"
_GATHERS = f"(?:出席|参加|列席|参会|到会|当选|陪同|组成|分别|先后|在主席台|在会上|同志|领导|{_NUMBER}[位名])"
_LAST = re.compile(
    rf"([一-龥]{{2,3}}?|[一-龥]{{1,8}}(?:·[一-龥]{{1,10}}?)+){_NOTE}(?=[，。；）\n]|等|和|担任|作|为|{_GATHERS}|$)"
)
_GATHERED = re.compile(rf"[^、，。；\n]{{2,14}}?等?{_GATHERS}")
_NOTE_END = re.compile(r"（[^（）\n]{1,12}）$")
_TITLE = re.compile(rf"(?:领导|{alternation(sections('posts')['office'])})$")
_LONGEST = 28  # characters between two 、 of a list of names, notes in brackets among them
_PLAIN = 4  # characters of a name that is not transliterated
_SURE, _FEW, _LEAST = 5, 2, 3  # likely names that need no other proof, 、 and likely names of the shortest lists
_MANY = 6  # items of a long list
_MOST = 0.7  # share of the inner items that must look like names
_PROPER = frozenset({"nr", "nrt", "nrfg", "ns", "nz", "i"})
_NO_NAME = re.compile("[市县省区厅局部委]$")
_COMMON = 2000  # occurrences in the dictionary's corpus from which a word is no name even in a list of names


def rolls(context: Context) -> Iterator[Name]:
    """The names of every list of which most items look like names."""
    for marks in _runs(context.text):
        yield from _roll(context, marks)


def _roll(context: Context, marks: list[int]) -> Iterator[Name]:
    text = context.text
    inner = [_item(text, left + 1, right) for left, right in pairwise(marks)]
    firm = len(inner) > _MANY
    first, last = _first(context, marks[0]), _last(text, marks[-1] + 1, firm=firm)
    if _is_roll(text, [name for name in (first, *inner, last) if name], marks[-1] + 1):
        yield from (name for name in inner if _may_be(name.text, firm=firm))
        if first := first or _behind_title(text, marks[0]):
            yield first
        if last:
            yield from name_list(text, last)


def _runs(text: str) -> Iterator[list[int]]:
    """The 、 of each list: what stands between each two of them may be a name."""
    run: list[int] = []
    for mark in _MARK.finditer(text):
        at = mark.start()
        if run and not (at - run[-1] <= _LONGEST and _ITEM.fullmatch(text, run[-1] + 1, at)):
            if len(run) >= _FEW:
                yield run
            run = []
        run.append(at)
    if len(run) >= _FEW:
        yield run


def _item(text: str, start: int, end: int) -> Name:
    found = _ITEM.fullmatch(text, start, end)
    assert found
    return Name(start, found.end(1), found[1])


def _is_roll(text: str, items: list[Name], last: int) -> bool:
    """Whether most of the items look like names, and either many do or the list's end says who gathers."""
    doubtful = [name for name in items if _looks(name.text) or not is_run(name.text)]
    likely = [name for name in doubtful if _looks(name.text)]
    if len(likely) < max(_LEAST, _MOST * len(doubtful)) or _rhymes(likely):
        return False
    if len(likely) >= _SURE and any(len(name.text) > 2 for name in likely):
        return True
    return _GATHERED.match(text, last) is not None


def _rhymes(names: list[Name]) -> bool:
    """Whether a short list repeats one word: 保交通、保供电、保供暖; 黄泥山、马鞍山、军山."""
    return len(names) <= _MANY and 1 in (len({name.text[end] for name in names}) for end in (0, -1))


def _looks(item: str) -> bool:
    return "·" in item or (len(item) <= _PLAIN and shaped(item) and not is_word(item))


def _may_be(item: str, *, firm: bool) -> bool:
    """Whether an item may be a name once the list is one of names; `firm`: of many, so that a noun is one, too."""
    if _looks(item):
        return True
    if item in PLACES or item in terms("not_names") or item[-1] in NEVER_IN_NAMES or _NO_NAME.search(item):
        return False
    if len(item) >= _PLAIN:
        return is_run(item)
    known = tagged(item)
    return word_counts().get(item, 0) < _COMMON and (firm or len(known) > 1 or known[0][1] in _PROPER)


def _first(context: Context, end: int) -> Name | None:
    """The name that ends before the list's first 、, where a word begins with it."""
    text, end = context.text, _without_note(context.text, end)
    for length in (3, 2, 4):
        start = end - length
        word = text[max(0, start) : end]
        if start < 0 or not shaped(word) or is_word(word):
            continue
        if not "一" <= text[start - 1 : start] <= "龥" or context.words.begins_at(start):
            return Name(start, end, word)
    return None


def _behind_title(text: str, end: int) -> Name | None:
    """The same with a surname nobody knows, behind a title (县领导折睿、)."""
    end = _without_note(text, end)
    for start in (end - 2, end - 3):
        if start > 0 and _TITLE.search(text, max(0, start - 6), start) and _may_be(text[start:end], firm=False):
            return Name(start, end, text[start:end])
    return None


def _without_note(text: str, end: int) -> int:
    note = _NOTE_END.search(text, max(0, end - _LONGEST), end)
    return note.start() if note else end


def _last(text: str, at: int, *, firm: bool) -> Name | None:
    name = name_at(text, at, firm=True)
    if name is not None and bounded(text, name.end):
        return name
    found = _LAST.match(text, at)
    return Name(at, found.end(1), found[1]) if found and _may_be(found[1], firm=firm) else None
