"""Names that jieba's tagger sees and nothing else anchors: believed by their place in the clause.

The tagger calls many words a name (nr, transliterated nrt); what it says counts at the start of a clause before a verb,
behind a noun for a person (护林员刘军), in a list of such, or where it says it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.foreign_names import is_place
from kg.extract.name_words import is_entry, is_word
from kg.extract.names import NEVER_IN_NAMES, Name, bounded, shaped, word_at
from kg.extract.words import Word
from kg.lexicon import terms

_PERSON_ENDINGS = tuple(terms("person_endings"))
_PREDICATES = ("v", "d", "p", "c", "u", "t")  # first letters of the tags that may follow a subject
_DEEDS = tuple(terms("after_name", "deed"))
_SHORTEST_FOREIGN, _LONGEST = 3, 4
_NAMES = frozenset({"nr", "nrt", "nrfg"})  # classes of names
_EDGE = ("。", "x")  # what stands before a text and behind it


def tagged_names(context: Context) -> Iterator[Name]:
    """The names of the article that only the tagger sees, in text order."""
    words, starts, text = context.words.all, context.words.starts, context.text
    candidates = {
        number: Name(starts[number], starts[number] + len(word), word)
        for number, (word, tag) in enumerate(words)
        if tag in _NAMES and _may_be_name(text, starts[number], word, tag)
    }
    tokens = [_EDGE, *words, _EDGE]
    counts = Counter(name.text for name in candidates.values())
    for number, name in candidates.items():
        before, (_, tag), after = tokens[number : number + 3]
        if tag == "nrt":
            believed = (_opens_clause(before) and _acts(text, name, after)) or before[0] == "由"
        else:
            believed = _is_placed(before, after) or _is_listed(candidates, words, number)
        if believed or _comes_back(text, name, after, counts):
            yield _whole(text, name)


def _whole(text: str, name: Name) -> Name:
    """A name the tagger cut one character short (金宽|镇 before a comma) with that character."""
    end = name.end + 1
    cut = len(name.text) == 2 and not bounded(text, name.end) and bounded(text, end) and shaped(text[name.start : end])
    cut = cut and not word_at(text, name.end)
    return Name(name.start, end, text[name.start : end]) if cut else name


def _may_be_name(text: str, at: int, word: str, tag: str) -> bool:
    if (
        text[at - 1 : at] in ("《", "〈", "·")
        or text[at - 1 : at].isdigit()
        or text[at + len(word) : at + len(word) + 1] == "·"
    ):
        return False
    if tag == "nrt":
        return len(word) >= _SHORTEST_FOREIGN and not is_place(word) and not is_entry(word)
    if word[-1] in NEVER_IN_NAMES or word[-1] == "镇":
        return False  # 盛泽镇 is a town, unless a post stands before it (国防部长金宽镇)
    return len(word) <= _LONGEST and shaped(word) and not is_word(word)


def _is_placed(before: Word, after: Word) -> bool:
    """At the start of a clause before its predicate, or behind a noun for a person."""
    if before[0].endswith(_PERSON_ENDINGS) and before[1].startswith("n") and not before[1].startswith("nr"):
        return True
    if before[1] == "t" and after[1] == "v":  # 周二王刚主持
        return True
    return _opens_clause(before) and (after[1].startswith(_PREDICATES) or after[0] in ("、", "，"))


def _acts(text: str, name: Name, after: Word) -> bool:
    """Whether a verb stands behind, or a noun that does one's work in reports of matches (头球攻门)."""
    return after[1] == "v" or text.startswith(_DEEDS, name.end)


def _opens_clause(before: Word) -> bool:
    return before[1] == "x" and before[0] in "。！？；，\n“"


def _is_listed(candidates: dict[int, Name], words: Sequence[Word], number: int) -> bool:
    """An item between two others that look like names (刘国梁、孔令辉、王涛), or one of three at the list's end."""
    left = number - 2 in candidates and words[number - 1][0] == "、"
    right = number + 2 in candidates and words[number + 1][0] == "、"
    third = number - 4 in candidates or number + 4 in candidates
    return (left and right) or ((left or right) and third)


def _comes_back(text: str, name: Name, after: Word, counts: Counter[str]) -> bool:
    """Named again in the article, with a whole word or a boundary behind it."""
    if counts[name.text] < 2 or len(name.text) < 3 or not shaped(name.text):
        return False
    return len(after[0]) > 1 or bounded(text, name.end)
