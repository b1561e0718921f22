"""How well one line of print goes on where another breaks off, and how well it begins a paragraph.

All figures are log-odds against any other line's standing there: 0 says nothing, 3 is good evidence. They are weighed
by two small linear models that tools/train_seams.py trains on broadcast news cut at random (`kg/lexicon/openings.txt`,
`kg/lexicon/joints.txt`). What counts: characters that stand side by side in official news or elsewhere on the page, a
word of jieba's dictionary across the seam, the word classes on both sides, a quotation, bracket or title opened
before and closed behind it; and the words that paragraphs begin with.
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from kg.lexicon.bigrams import END, attraction, plain
from kg.lexicon.weights import score

_OPENING = 16  # characters that tell how a paragraph begins
_REACH = 8  # characters on either side that decide how the words at the seam are cut
_MARK = re.compile("[，、。；：“”（）《》]")
_SPACED = re.compile("[一-龥]{2} +[一-龥]{2}")  # in headings and captions; names are padded with less on either side
_FINAL = "。！？”"
_SHORT = 24
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_MOST, _LEAST = 8.0, -6.0


@lru_cache(maxsize=4096)
def begins(line: str) -> float:
    """Evidence that `line` begins a paragraph and not in the middle of a sentence."""
    return score("openings", opening_features(line))


def opening_features(line: str) -> set[str]:
    """What a line's beginning shows: characters, words and their classes, the first mark, a short line's length."""
    text = plain(line[:30])
    if not text:
        return set()
    tagged = rjieba.tag(text[:_OPENING], True)
    words, tags = [word for word, _ in tagged[:2]], [tag for _, tag in tagged[:3]]
    second, mark = "".join(words[1:]), _MARK.search(text)
    found = {f"{length}{text[:length]}" for length in (1, 2, 3, 4)}
    found |= {f"word={words[0]}", f"second={second}", f"word+tag={words[0]} {''.join(tags[1:2])}"}
    found |= {f"tags={' '.join(tags[:length])}" for length in (1, 2, 3)} | {f"tag+length={tags[0]} {len(words[0])}"}
    found.add(f"mark={mark.group()}{min(mark.start(), 12) // 2}" if mark else "mark=none")
    if line[-1] in _FINAL and len(line) < _SHORT:
        found.add(f"length={len(line) // 6}")
    return found


class Seams:
    """Reads across the seams of one text, whose own turns of phrase it knows."""

    def __init__(self, lines: list[str]) -> None:
        texts = [plain(line) for line in lines]
        self._turns = {text[at : at + n] for text in texts for n in (2, 3, 4) for at in range(len(text) - n + 1)}

    def goes_on(self, tail: str, head: str) -> float:
        """Evidence that `head` is what follows `tail`, a line that breaks off."""
        return score("joints", self.joint_features(tail, head))

    def joint_features(self, tail: str, head: str) -> dict[str, float]:
        """What stands across the seam."""
        before, behind = _ending(tail[-2 * _REACH :]), _beginning(head[: 2 * _REACH])
        found = {"pair": max(_LEAST, min(attraction(before[-1:], behind[:1]), _MOST))}
        for length in (2, 3, 4):
            turns = (before[at - length :] + behind[:at] for at in range(1, length) if len(before) >= length - at)
            found[f"turn={length}"] = float(any(turn in self._turns for turn in turns))
        return found | _words_at(before, behind) | _pairs_at(tail, head)


@lru_cache(maxsize=4096)
def _ending(tail: str) -> str:
    return plain(tail)[-_REACH:]


@lru_cache(maxsize=4096)
def _beginning(head: str) -> str:
    return plain(head)[:_REACH]


def _words_at(before: str, behind: str) -> dict[str, float]:
    """The word across the seam, or the classes and lengths of the words that meet there."""
    at, last_word, last_tag = 0, "", ""
    for word, tag in rjieba.tag(before + behind, True):
        if at == len(before):
            return dict.fromkeys((f"tags={last_tag} {tag}", f"lengths={len(last_word)} {len(word)}"), 1.0)
        if at < len(before) < at + len(word):
            return dict.fromkeys(("across", f"across={tag}", f"across={len(word)}"), 1.0)
        at += len(word)
        last_word, last_tag = word, tag
    return {}


def _pairs_at(tail: str, head: str) -> dict[str, float]:
    """What is opened before and closed behind, or only one of both."""
    found = {}
    for opening, closing in _PAIRS:
        opened = tail.rfind(opening) > tail.rfind(closing)
        first, again = head.find(closing), head.find(opening)
        closed = first >= 0 and (again < 0 or first < again)
        if opened or closed:
            found[f"{opening if opened else ''}{closing if closed else ''}"] = 1.0
    return found


def ends_heading(line: str) -> float:
    """Evidence that `line` is a heading and not the beginning of a sentence that breaks off."""
    text = plain(line[-2:])
    evidence = attraction(END, text[-1])
    if len(text) > 1:
        evidence += attraction(END + text[-1], text[0]) - attraction(text[0], text[-1])
    return max(_LEAST, min(evidence, _MOST))


def is_broken(line: str, following: str) -> float:
    """Evidence that the short `line` is the beginning of the sentence `following` ends, and not a heading above it.

    A logistic regression over four figures and the words that a text takes up from its heading, fitted to headings and
    cut lines of the broadcast archive.
    """
    repeated = min(4, len(_turns(line) & _turns(following[: 2 * len(line)])))
    joined = 0.8 * Seams([]).goes_on(line, following) - begins(following)
    return joined + 0.45 * begins(line) - 0.35 * ends_heading(line) - repeated + 1.7 - 2.0 * bool(_SPACED.search(line))


def _turns(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
