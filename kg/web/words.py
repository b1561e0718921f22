"""The site's own words, in Chinese and English (`words.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from kg.language import current


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Every word by its name, in each language."""
    return msgspec.toml.decode((files("kg.web") / "words.toml").read_bytes(), type=dict[str, dict[str, str]])


def say(name: str, **slots: object) -> str:
    """A word or sentence in the current language, its slots filled; what is in no list is shown as it is."""
    told = words().get(name)
    return told[current()].format(**slots) if told else name.rpartition(".")[2]
