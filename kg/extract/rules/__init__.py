"""Rules as data: one TOML file a family, each rule with a name, a pattern over skeletons, and its example sentence."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

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
    return tuple(
        Rule(r["name"], r.get("role", ""), compile_rule(r["pattern"]), r["example"], tuple(r["expect"]))
        for r in table["rule"]
    )
