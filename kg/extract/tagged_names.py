"""Names that jieba's tagger sees and nothing else anchors: believed by their place in the clause.

The tagger calls many words a name (nr, transliterated nrt); what it says counts at the start of a clause before a verb,
behind a noun for a person (护林员刘军), in a list of such, or where it says it again. So it is asked only where a
surname stands in such a place, or what begins with one comes again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

import rjieba

from kg.extract.context import Context
from kg.extract.foreign_names import is_place
from kg.extract.name_words import is_entry, is_word
from kg.extract.names import NEVER_IN_NAMES, Name, bounded, shaped, word_at
from kg.extract.scan import all_places_of
from kg.extract.words import Token, Words, tagged
from kg.lexicon import alternation, char_class, sections, terms

_PERSON_ENDINGS = tuple(terms("person_endings"))
_PREDICATES = ("v", "d", "p", "c", "u", "t")  # first letters of the tags that may follow a subject
_DEEDS = tuple(terms("after_name", "deed"))
_SHORTEST_FOREIGN = 3
_LENGTHS = (2, 3, 4)
_NEAR = 3  # stretches in which the third of a list may stand

_OPENING = "。！？；，\n“"
_COMPOUNDS = sections("surnames")["compound"] + sections("surnames")["japanese"]
_SURNAME = "[" + "".join({*"".join(sections("surnames")["single"]), *(name[0] for name in _COMPOUNDS)}) + "]"
_FOREIGN = char_class("transliteration", "letter")
_COMPOUND = re.compile(alternation(_COMPOUNDS))
_BEHIND = _OPENING + "".join({ending[-1] for ending in _PERSON_ENDINGS})
_PLACED = re.compile(rf"{_SURNAME}(?<![^{_BEHIND}].)(?=[一-龥])")
_TIMED = re.compile(rf"(?:周[一二三四五六日]|[今昨明当]天|[今昨当]晚)(?={_SURNAME}[一-龥])")
_LISTED = re.compile(rf"{_SURNAME}[一-龥]{{1,3}}、(?={_SURNAME}[一-龥])")
_TRIPLE = re.compile(rf"(?=({_SURNAME}[一-龥]{{2}}))")
_TRANSLITERATED = re.compile(rf"{_FOREIGN}(?<![^{_OPENING}由].)(?={_FOREIGN}{{2}})")


def tagged_names(context: Context, known: Collection[str]) -> Iterator[Name]:
    """The names of the article that only the tagger sees, in text order; `known` ones need not be told again."""
    tokens = _doubtful(context.text, context.words, known)
    candidates = {
        number: Name(at, at + len(word), word)
        for number, (at, word, tag) in enumerate(tokens)
        if tag in ("nr", "nrt", "nrfg") and _may_be_name(context.text, at, word, tag)
    }
    counts = Counter(name.text for name in candidates.values())
    for number, name in candidates.items():
        before, (_, _, tag), after = tokens[number - 1 : number + 2]
        if tag == "nrt":
            believed = (_opens_clause(before) and _acts(context.text, name, after)) or before[1] == "由"
        else:
            believed = _is_placed(before, after) or _is_listed(candidates, tokens, number)
        if believed or _comes_back(context, name, after, counts):
            yield _whole(context.text, name)


def _doubtful(text: str, words: Words, known: Collection[str]) -> list[Token]:
    """The words of the stretches where the tagger's word may count; an empty word stands for what is left out."""
    tokens: list[Token] = []
    last = -1
    for number in sorted(_stretches(text, words, known)):
        if number != last + 1 or not tokens:
            tokens += [(-1, "", "")] * 4  # further than any rule looks
            tokens += words.stretch(number - 1)[-1:] or [(-1, "。", "x")]
        tokens += words.stretch(number)
        last = number
    return [*tokens, (len(text), "。", "x"), (len(text), "。", "x")]


def _stretches(text: str, words: Words, known: Collection[str]) -> set[int]:
    """Where a name that is not known may begin a clause, follow a noun for a person, be listed or come back."""
    found = {words.stretch_at(m.start()) for m in _TRANSLITERATED.finditer(text)}
    for placed in _PLACED.finditer(text):
        at = placed.start()
        if _prefixes(text[at : at + _LENGTHS[-1]]) and _news(text, _beginning(text, at), known):
            found.add(words.stretch_at(placed.start()))
    found |= {words.stretch_at(m.start()) for m in _TIMED.finditer(text)}
    for pair in _LISTED.finditer(text):
        left, right = _ending(text, pair.end() - 1), _beginning(text, pair.end())
        if left and right and (_news(text, left, known) or _news(text, right, known)):
            at = words.stretch_at(pair.start())
            found |= set(range(at - _NEAR + 1, at + _NEAR + 1))
    return found | {words.stretch_at(at) for at in _repeated(text, known)}


def _beginning(text: str, at: int) -> list[Name]:
    """What may be a name and begins at `at`."""
    return [Name(at, at + len(word), word) for word in _prefixes(text[at : at + _LENGTHS[-1]])]


@lru_cache(maxsize=1 << 16)
def _prefixes(characters: str) -> tuple[str, ...]:
    return tuple(characters[:length] for length in _LENGTHS if _may_be_tagged(characters[:length]))


def _ending(text: str, end: int) -> list[Name]:
    return [Name(end - n, end, text[end - n : end]) for n in _LENGTHS if _may_be_tagged(text[max(0, end - n) : end])]


def _news(text: str, names: list[Name], known: Collection[str]) -> bool:
    """Whether one of the names is not known."""
    return any(_whole(text, name).text not in known for name in names)


def _repeated(text: str, known: Collection[str]) -> Iterator[int]:
    """Where something stands again that may be a name of three characters, or begin one of four."""
    names = {triple for triple, times in Counter(_TRIPLE.findall(text)).items() if times > 1}
    doubtful = {name for name in names if name not in known and (_may_be_tagged(name) or _COMPOUND.match(name))}
    for at, _ in all_places_of(doubtful, text):
        yield at


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
    return _may_be_tagged(word)


@lru_cache(maxsize=1 << 16)
def _may_be_tagged(word: str) -> bool:
    """Whether the tagger may take `word` for a name anywhere.

    Alone it must fall into single characters, which the model then joins, or be a name of the dictionary: where two of
    its characters are likelier one word than two, they are so in every text.
    """
    known = rjieba.has_word(word)
    if not known and any(_is_bound(word[at : at + 2]) for at in range(len(word) - 1)):
        return False
    if len(word) > 4 or not shaped(word) or word[-1] in NEVER_IN_NAMES or is_word(word):
        return False
    words = tagged(word) if known else ()
    return not known or len(words) == len(word) or (len(words) == 1 and words[0][1].startswith("nr"))


@lru_cache(maxsize=1 << 16)
def _is_bound(pair: str) -> bool:
    """Whether two characters are likelier one word than two: they are then cut apart in no text."""
    return rjieba.has_word(pair) and len(tagged(pair)) == 1


def _is_placed(before: Token, after: Token) -> bool:
    """At the start of a clause before its predicate, or behind a noun for a person."""
    if before[1].endswith(_PERSON_ENDINGS) and before[2].startswith("n") and not before[2].startswith("nr"):
        return True
    if before[2] == "t" and after[2] == "v":  # 周二王刚主持
        return True
    return _opens_clause(before) and (after[2].startswith(_PREDICATES) or after[1] in ("、", "，"))


def _acts(text: str, name: Name, after: Token) -> bool:
    """Whether a verb stands behind, or a noun that does one's work in reports of matches (头球攻门)."""
    return after[2] == "v" or text.startswith(_DEEDS, name.end)


def _opens_clause(before: Token) -> bool:
    return before[2] == "x" and before[1] in "。！？；，\n“"


def _is_listed(candidates: dict[int, Name], tokens: list[Token], number: int) -> bool:
    """An item between two others that look like names (刘国梁、孔令辉、王涛), or one of three at the list's end."""
    left = number - 2 in candidates and tokens[number - 1][1] == "、"
    right = number + 2 in candidates and tokens[number + 1][1] == "、"
    third = number - 4 in candidates or number + 4 in candidates
    return (left and right) or ((left or right) and third)


def _comes_back(context: Context, name: Name, after: Token, counts: Counter[str]) -> bool:
    """Named again in the article, with a whole word or a boundary behind it."""
    if counts[name.text] < 2 or len(name.text) < 3 or not shaped(name.text):
        return False
    return len(after[1]) > 1 or bounded(context.text, name.end)
