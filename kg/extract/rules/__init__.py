"""Rules as data: one TOML file a family, each rule with a name, a pattern over skeletons, and its example sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.extract.needed import Search, searches
from kg.extract.skeleton import compile_rule


class Rule(NamedTuple):
    """`pattern` over a skeleton; `role` is what it yields; `expect` is what the example must give."""

    name: str
    role: str
    pattern: re.Pattern[str]
    example: str
    expect: tuple[str, ...]
    needs: tuple[Search, ...]  # what must find something before the pattern can

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The pattern's matches in the text from left to right."""
        for need in self.needs:
            if not need(text):
                return iter(())
        return self.pattern.finditer(text)

    def fits(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text."""
        return all(need(text) for need in self.needs) and self.pattern.search(text) is not None


@cache
def rules(family: str) -> tuple[Rule, ...]:
    """The rules of `kg/extract/rules/<family>.toml`, in file order."""
    table = tomllib.loads((files(__name__) / f"{family}.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry) for entry in table["rule"])


def _rule(entry: dict[str, str]) -> Rule:
    pattern = compile_rule(entry["pattern"])
    needs = searches(pattern.pattern)
    return Rule(entry["name"], entry.get("role", ""), pattern, entry["example"], tuple(entry["expect"]), needs)
