"""Names that jieba's tagger sees and nothing else anchors: believed by their place in the clause.

The tagger calls many words a name (nr, transliterated nrt); what it says counts at the start of a clause before a verb,
behind a noun for a person (护林员刘军), in a list of such, or where it says it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.names import NEVER_IN_NAMES, Name, bounded, is_place, is_word, shaped
from kg.lexicon import terms

_PERSON_ENDINGS = tuple(terms("person_endings"))
_PREDICATES = ("v", "d", "p", "c", "u", "t")  # first letters of the tags that may follow a subject
_SHORTEST_FOREIGN = 3

Token = tuple[int, str, str]


def tagged_names(context: Context) -> Iterator[Name]:
    """The names of the article that only the tagger sees, in text order."""
    tokens = [(-1, "。", "x"), *context.tokens, (len(context.text), "。", "x"), (len(context.text), "。", "x")]
    candidates = {
        number: Name(at, at + len(word), word)
        for number, (at, word, tag) in enumerate(tokens)
        if tag in ("nr", "nrt", "nrfg") and _may_be_name(context.text, at, word, tag)
    }
    counts = Counter(name.text for name in candidates.values())
    for number, name in candidates.items():
        before, (_, _, tag), after = tokens[number - 1 : number + 2]
        if tag == "nrt":
            believed = _opens_clause(before) and after[2] == "v"
        else:
            believed = _is_placed(before, after) or _is_listed(candidates, tokens, number)
        if believed or _comes_back(context, name, after, counts):
            yield _whole(context.text, name)


def _whole(text: str, name: Name) -> Name:
    """A name the tagger cut one character short (金宽|镇 before a comma) with that character."""
    end = name.end + 1
    cut = len(name.text) == 2 and not bounded(text, name.end) and bounded(text, end) and shaped(text[name.start : end])
    return Name(name.start, end, text[name.start : end]) if cut else name


def _may_be_name(text: str, at: int, word: str, tag: str) -> bool:
    if (
        text[at - 1 : at] in ("《", "〈", "·")
        or text[at - 1 : at].isdigit()
        or text[at + len(word) : at + len(word) + 1] == "·"
    ):
        return False
    if tag == "nrt":
        return len(word) >= _SHORTEST_FOREIGN and not is_place(word)
    return len(word) <= 4 and shaped(word) and word[-1] not in NEVER_IN_NAMES and not is_word(word)


def _is_placed(before: Token, after: Token) -> bool:
    """At the start of a clause before its predicate, or behind a noun for a person."""
    if before[1].endswith(_PERSON_ENDINGS) and before[2].startswith("n") and not before[2].startswith("nr"):
        return True
    return _opens_clause(before) and (after[2].startswith(_PREDICATES) or after[1] in ("、", "，"))


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
