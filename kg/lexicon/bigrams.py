"""How well two characters stand side by side, counted in official news: `bigrams.txt`, made by tools/train_seams.py.

Loaded only where a page has a line that breaks off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import log
from pathlib import Path

from kg.source.view import normalise

FILE = Path(__file__).with_name("bigrams.txt")
END = "$"  # of a heading, which is read backwards
_SMOOTHING = 5.0  # as if every character had been seen this often in each context, shared out by how common it is
_DIGIT, _LATIN = re.compile(r"[0-9]"), re.compile(r"[A-Za-z]")


def plain(text: str) -> str:
    """`text` as it was counted: full-width marks, 0 for every digit, a for every Latin letter, no white space."""
    return _LATIN.sub("a", _DIGIT.sub("0", "".join(normalise(text).split())))


@cache
def attraction(context: str, follower: str) -> float:
    """How much likelier `follower` is right after `context` than anywhere (natural logarithm): 0 is no likelier.

    Both as `plain` gives them; `context` is a character, END, or END and a character.
    """
    seen = _followers(context)
    share = (_frequencies().get(follower, 0) + 0.5) / _total()
    return log((seen.get(follower, 0) + _SMOOTHING * share) / (sum(seen.values()) + _SMOOTHING) / share)


@cache
def _followers(context: str) -> Mapping[str, int]:
    levels = _rows().get(context, "").split("\t")
    return {follower: 3 << level >> 1 for level, row in enumerate(levels) for follower in row}


@cache
def _total() -> int:
    return sum(_frequencies().values())


@cache
def _frequencies() -> Mapping[str, int]:
    return {context: sum(_followers(context).values()) for context in _rows() if len(context) == 1 and context != END}


@cache
def _rows() -> Mapping[str, str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("# "))
    return {context: levels for context, _, levels in rows}
