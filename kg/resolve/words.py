"""The resolver's tables: TOML files of `kg/lexicon`, read once, never changed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The tables of `kg/lexicon/<name>.toml`."""
    text = (files("kg.lexicon") / f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def other_forms(name: str) -> Mapping[str, str]:
    """From a table `[same]` of `canonical = [other, …]`: other form → canonical form."""
    return MappingProxyType({other: first for first, others in table(name)["same"].items() for other in others})
