"""What the shell completes: query names, their parameters, and names from the embedded store (a file, so it is cheap).

A Neo4j is not asked while somebody types. What goes wrong completes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.queries import Query

MOST = 40
_NAMES = {
    "person": "Person",
    "other": "Person",
    "speaker": "Person",
    "meeting": "Meeting",
    "earlier": "Meeting",
    "later": "Meeting",
    "measure": "Measure",
    "document": "Document",
    "body": "Body",
    "post": "Post",
}  # which names a parameter of a canned query takes
_BEGIN = """
MATCH (n:{label})
WHERE n.name IS NOT NULL AND n.name STARTS WITH $start
RETURN n.name AS name ORDER BY name LIMIT {most}
"""


def query_names(incomplete: str) -> list[tuple[str, str]]:
    """Names of canned queries, with what each answers."""
    from kg.language import Language, current
    from kg.queries import all_queries

    chinese = current() is Language.ZH
    known = all_queries().values()
    return [(q.name, q.title_zh if chinese else q.title_en) for q in known if q.name.startswith(incomplete)]


def parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """`name=`, then its values; some shells hand over the `=` as a word of its own."""
    try:
        query = _query(ctx.params.get("name"))
        given = list(ctx.params.get("parameters") or [])
        if given[-1:] == ["="]:
            return list(_values(ctx, query, given[-2], incomplete))
        name, equals, start = incomplete.partition("=")
        if equals:
            return [f"{name}={value}" for value in _values(ctx, query, name, start)]
        taken = {text.partition("=")[0] for text in given}
        return [f"{p.name}=" for p in query.parameters if p.name.startswith(incomplete) and p.name not in taken]
    except KgError:
        return []


def measures(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of measures in the store."""
    return list(_named(ctx, "Measure", incomplete))


def _query(name: Any) -> Query:
    from kg.queries import find

    return find(str(name or ""))


def _values(ctx: typer.Context, query: Query, name: str, start: str) -> Iterable[str]:
    choices = next((p.choices for p in query.parameters if p.name == name), ())
    if choices:
        return [choice for choice in choices if choice.startswith(start)]
    return _named(ctx, _NAMES[name], start) if name in _NAMES else ()


def _named(ctx: typer.Context, label: str, start: str) -> Iterator[str]:
    from kg.store import open_store
    from kg.store.address import resolve

    try:
        address = resolve(ctx.params.get("to"), os.environ)
        if isinstance(address, Path) and address.exists():
            with open_store(ctx.params.get("to")) as store:
                rows = store.run(_BEGIN.format(label=label, most=MOST), {"start": start})
            yield from (str(row["name"]) for row in rows)
    except KgError:
        return
