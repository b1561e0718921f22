"""What is said beside rows: that there are more than shown, or, where there are none, which names would have some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.ask import Names
from kg.ask.likeness import likest, near
from kg.ask.text import fold
from kg.model import Label

_NAMES_OF: Mapping[str, Label] = {  # the parameters that name something
    "person": Label.PERSON,
    "other": Label.PERSON,
    "instead_of": Label.PERSON,
    "post": Label.POST,
    "body": Label.BODY,
    "meeting": Label.MEETING,
    "earlier": Label.MEETING,
    "later": Label.MEETING,
    "measure": Label.MEASURE,
    "document": Label.DOCUMENT,
}


def note_on(rows: Sequence[object], most: int, asked: Mapping[str, Any], names: Names | None) -> str:
    """The note on an answer; empty where it speaks for itself. `names` are needed where there are no rows."""
    if len(rows) > most:
        return f"These are the first {most} of {len(rows)} rows. Narrow the question, such as by since and until."
    if rows or names is None:
        return ""
    return " ".join(["No rows.", *_unknown(asked, names)])


def _unknown(asked: Mapping[str, Any], names: Names) -> Iterator[str]:
    """For each value that names nothing the store knows, what comes near."""
    for parameter, value in asked.items():
        label = _NAMES_OF.get(parameter)
        if label and value and not any(fold(value) in form for name in names.of_kind(label) for form in name.forms):
            found = [name.name for _, name in likest(value, names.of_kind(label))] or near(value, names.of_kind(label))
            yield f"No {label.lower()} is called {value}" + (f"; names like it: {'、'.join(found)}." if found else ".")
        if parameter == "key" and value:
            yield f"If there is no node {value}: the tool `named` finds keys by name."
