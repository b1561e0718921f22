"""What a text must hold for a pattern to match anywhere in it, found from the pattern itself.

Looking for a few words is many times faster than trying a grammar at every place. A *need* is a set of strings of which
one stands in everything that the pattern matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Strings = frozenset[str]

_MOST = 80  # strings in a need; more are no help
_CHECKED = 2  # needs that are looked at before a pattern is tried
_COMMON = frozenset("，。、；：“”〔〕的了")
_EMPTY: Strings = frozenset({""})
_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)


class _Part(NamedTuple):
    """Part of a pattern: the strings it matches where they are few, else None, and its needs."""

    exact: Strings | None
    needs: tuple[Strings, ...] = ()


def needs(pattern: str) -> tuple[Strings, ...]:
    """Sets of strings of each of which one stands in every text where `pattern` matches; the most telling ones."""
    found = sorted({_shortest(need) for need in _sequence(parser.parse(pattern)).needs if _tells(need)}, key=_order)
    telling = (need for need in found if not any(_implies(other, need) for other in found if other != need))
    return tuple(islice(telling, _CHECKED))


def _implies(need: Strings, other: Strings) -> bool:
    """Whether a string of the other need stands in each string of this one."""
    return all(any(word in string for word in other) for string in need)


def _shortest(need: Strings) -> Strings:
    """The need without strings that hold another one."""
    return frozenset(word for word in need if not any(other in word for other in need - {word}))


def _tells(need: Strings) -> bool:
    """Not where punctuation is enough."""
    return not any(word in _COMMON for word in need)


def _order(need: Strings) -> tuple[bool, int, list[str]]:
    """Words and symbols first, which are rarer than single characters."""
    return any(len(word) == 1 and word < "\ue000" for word in need), len(need), sorted(need)


def _sequence(items: Iterable[Any]) -> _Part:
    """Parts one behind the other: neighbours that match few strings are read together (会 + 见|谈 → 会见|会谈)."""
    run, whole = _EMPTY, True
    told: list[Strings] = []
    for code, value in items:
        part = _part(code, value)
        joined = _joined(run, part.exact) if part.exact is not None else None
        told += part.needs
        if joined is None:
            told.append(run)
            whole, run = False, part.exact or _EMPTY
        else:
            run = joined
    found = tuple(need for need in (*told, run) if "" not in need)
    return _Part(run if whole else None, found)


def _joined(left: Strings, right: Strings) -> Strings | None:
    if len(left) * len(right) > _MOST:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _part(code: object, value: Any) -> _Part:
    if code is op.LITERAL:
        return _Part(frozenset({chr(value)}))
    if code in _ZERO_WIDTH:
        ahead = code is op.ASSERT and value[0] > 0
        return _Part(_EMPTY, tuple(_needs(_sequence(value[1]))) if ahead else ())
    if code is op.SUBPATTERN:
        return _sequence(value[3])
    if code is op.BRANCH:
        return _branch([_sequence(branch) for branch in value[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _repeat(*value)
    return _Part(_characters(value) if code is op.IN else None)


def _branch(parts: list[_Part]) -> _Part:
    exact = _union([part.exact for part in parts])
    if exact is not None and not any(part.needs for part in parts):
        return _Part(exact)
    best = _union([min(filter(_tells, _needs(part)), key=_order, default=None) for part in parts])
    return _Part(exact, () if best is None else (best,))


def _union(sets: list[Strings | None]) -> Strings | None:
    """All of them together, where none is lacking and they are not too many."""
    union = frozenset().union(*(one or () for one in sets))
    return None if None in sets or len(union) > _MOST else union


def _needs(part: _Part) -> Iterator[Strings]:
    yield from part.needs
    if part.exact is not None and "" not in part.exact:
        yield part.exact


def _repeat(least: int, most: int, items: Iterable[Any]) -> _Part:
    part = _sequence(items)
    if (least, most) == (0, 1) and part.exact is not None:
        return _Part(part.exact | _EMPTY)
    return _Part(None, tuple(_needs(part)) if least else ())


def _characters(items: list[tuple[object, Any]]) -> Strings | None:
    found: set[str] = set()
    for code, value in items:
        if code is op.LITERAL:
            found.add(chr(value))
        elif code is op.RANGE and value[1] - value[0] < _MOST:
            found |= {chr(character) for character in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(found)
