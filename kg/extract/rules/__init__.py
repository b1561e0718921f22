"""Rules as data: one TOML file a family, each rule with a name, a pattern over skeletons, and its example sentence."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from kg.extract.needed import needs
from kg.extract.skeleton import compile_rule


class Rule(NamedTuple):
    """`pattern` over a skeleton; `role` is what it yields; `expect` is what the example must give."""

    name: str
    role: str
    pattern: re.Pattern[str]
    example: str
    expect: tuple[str, ...]


@cache
def rules(family: str) -> tuple[Rule, ...]:
    """The rules of `kg/extract/rules/<family>.toml`, in file order."""
    table = tomllib.loads((files(__name__) / f"{family}.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry) for entry in table["rule"])


def _rule(entry: dict[str, str]) -> Rule:
    pattern = compile_rule(entry["pattern"])
    return Rule(entry["name"], entry.get("role", ""), pattern, entry["example"], tuple(entry["expect"]))


def likely(family: str, text: str) -> list[Rule]:
    """The rules of a family, in file order, for which all stands in the text that their patterns need: one scan."""
    scanner, bits, wanted = _gate(family)
    there = 0
    for number, _, _ in scanner.find_matches_as_indexes(text, overlapping=True):
        there |= bits[number]
    return [rule for rule, need in wanted if need & there == need]


@cache
def _gate(family: str) -> tuple[AhoCorasick, list[int], list[tuple[Rule, int]]]:
    """A scanner for all that the patterns need; which needs each of its strings fills, and which each rule has."""
    filled: dict[str, int] = defaultdict(int)
    wanted: list[tuple[Rule, int]] = []
    bit = 1
    for rule in rules(family):
        first = bit
        for need in needs(rule.pattern.pattern):
            for word in need:
                filled[word] |= bit
            bit <<= 1
        wanted.append((rule, bit - first))
    return AhoCorasick(list(filled)), list(filled.values()), wanted
