"""The data files beside this module: what questions are made of, how they are answered."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T")


@cache
def table(name: str, kind: type[T]) -> T:
    """`kg/ask/<name>.toml` as `kind`; a ValidationError names the place where it is none."""
    return msgspec.toml.decode((files("kg.ask") / f"{name}.toml").read_bytes(), type=kind)
