"""Word lists: data files beside this module, each with a comment on where it came from.

`[section]` lines divide a file, `#` lines are comments, terms stand between white space. A section headed `chars` in
its caller's eyes is simply one long term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The terms of `kg/lexicon/<name>.txt` by section, in file order; terms before any section are under ''."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (files(__name__) / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        heading = re.fullmatch(r"\[(\w+)\]", line.strip())
        if heading:
            section = heading.group(1)
        else:
            found.setdefault(section, []).extend(line.split())
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def terms(name: str, section: str = "") -> frozenset[str]:
    """The terms of one section as a set."""
    return frozenset(sections(name)[section])


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longer ones first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def char_class(name: str, section: str = "") -> str:
    """All characters of a section as a regular expression's character class."""
    return "[" + "".join(sorted(set("".join(sections(name)[section])))) + "]"
