"""Answers in words: templates of both languages filled from rows.

A template names columns (`{chair}`: every distinct value of the rows at hand), `{n}` (how many groups), `{n_chair}`
(how many distinct values); what stands in square brackets is left out where one of its values is missing, or, as
`[{meeting}|a meeting that is not named]`, said otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kg.ask.tables import table

Row = dict[str, Any]
_FIELD = re.compile(r"\{(n_)?(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]|]*)\|?([^\[\]|]*)\]")
MOST = 12  # values in one place of an answer; the table has them all
LONG = 60  # characters of one value


class Both(msgspec.Struct, frozen=True):
    """One text in Chinese and in English."""

    zh: str = ""
    en: str = ""

    def __call__(self, english: bool) -> str:
        """The text in the language of the question."""
        return self.en if english else self.zh


class Phrase(msgspec.Struct, frozen=True):
    """How rows are told: by groups of the columns `by`, each in one template, all in another."""

    each: Both
    says: Both
    by: str = ""


def tell(phrase: Phrase, rows: Sequence[Row], labels: Mapping[str, str], english: bool) -> str:
    """The rows in one sentence; `labels` are further values a template may name."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(str(row.get(column)) for column in phrase.by.split()), []).append(row)
    parts = [fill(phrase.each(english), group, labels, english) for group in groups.values()]
    each = ("; " if english else "；").join(_shortened(dict.fromkeys(parts), english))
    return fill(phrase.says(english), rows, {**labels, "each": each, "n": str(len(groups))}, english)


def fill(template: str, rows: Sequence[Row], labels: Mapping[str, str], english: bool) -> str:
    """A template with the values of rows."""

    def value(match: re.Match[str]) -> str:
        counted, name = match.groups()
        if name in labels:
            return labels[name]
        values = _values(rows, name, english)
        return str(len(values)) if counted else (", " if english else "、").join(_shortened(values, english))

    def optional(match: re.Match[str]) -> str:
        fields = [value(field) for field in _FIELD.finditer(match[1])]
        return match[1] if all(fields) else match[2]

    return _FIELD.sub(value, _OPTIONAL.sub(optional, template))


def _values(rows: Iterable[Row], name: str, english: bool) -> list[str]:
    """The distinct values of a column, lists taken apart; a meeting that speaks for itself is called so."""
    found: dict[str, None] = {}
    for row in rows:
        own = row.get(name)
        for value in own if isinstance(own, list) else [own]:
            if value not in (None, ""):
                itself = name == "speaker" and value == row.get("meeting")
                found[("the meeting" if english else "会议") if itself else _word(value, english)] = None
    return list(found)


def _word(value: object, english: bool) -> str:
    words = table("values", dict[str, Both])
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return words[text](english) if text in words else text if len(text) <= LONG else text[: LONG - 1] + "…"


def _shortened(values: Iterable[str], english: bool) -> list[str]:
    every = list(values)
    more = len(every) - MOST
    return every if more <= 0 else [*every[:MOST], f"and {more} more" if english else f"另有{more}项"]
