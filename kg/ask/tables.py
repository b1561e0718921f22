"""The data files beside this module: what questions are made of, how they are answered."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


def table(name: str, kind: type[T]) -> T:
    """`kg/ask/<name>.toml` as `kind`; a ValidationError names the place where it is none."""
    decoded: T = _decoded(name, cast(Hashable, kind))
    return decoded


@cache
def _decoded(name: str, kind: Any) -> Any:
    return msgspec.toml.decode((files("kg.ask") / f"{name}.toml").read_bytes(), type=kind)
