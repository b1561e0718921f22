"""The canned queries of `cypher/queries/`: one Cypher text each, the same rows from the embedded store and from Neo4j.

    from kg.queries import run
    from kg.store import open_store
    with open_store() as store:
        run(store, "chaired", {"meeting": "第119次会议"})  # [{"chair": "张韬", "evidence": […], …}]

How the texts are written: they keep to the dialect both stores speak (`docs/architecture.md`); an optional parameter
is left out by an empty string or 0; a name is entered by `name IS NOT NULL` so that Neo4j reads an index, and as much
as can be is filtered before anything is collected; a whole name is asked for twice, `forms CONTAINS $name` and then
`forms CONTAINS '|' + $name + '|'`, as the embedded engine enters by a bare parameter only; an OPTIONAL MATCH starts
from what is never null (the embedded engine scans the store for a null), and nodes with long lists (a well-known
person's sources) are no grouping keys; rows have a total order, keys last; every row carries its evidence and quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec

from kg.errors import UnknownQuery
from kg.queries.header import Example, Given, Parameter, Query, read_query
from kg.queries.values import bind
from kg.resources import cypher_folder

__all__ = ["Example", "Parameter", "Query", "all_queries", "bind", "describe", "find", "for_browser", "run"]


class Asked(Protocol):
    """All that a query needs of a store."""

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement."""


def all_queries(folder: Path | None = None) -> dict[str, Query]:
    """Every canned query by its name, in alphabetical order; QueryError where a header is wrong."""
    return {path.stem: read_query(path) for path in sorted((folder or _home()).glob("*.cypher"))}


def find(name: str, folder: Path | None = None) -> Query:
    """The query of that name; UnknownQuery (which names the nearest ones) where there is none."""
    path = (folder or _home()) / f"{name}.cypher"
    if path.parent != (folder or _home()) or not path.is_file():
        raise UnknownQuery(name, all_queries(folder))
    return read_query(path)


def run(store: Asked, name: str, given: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """The rows of a canned query. `given` holds texts or typed values; what it leaves out has its default."""
    query = find(name)
    return store.run(query.cypher, bind(query, given or {}))


def describe(query: Query) -> dict[str, Any]:
    """The query for a machine: name, title, parameters (name, type, required, default, about), columns, example."""
    return {
        "name": query.name,
        "title": query.title,
        "title_zh": query.title_zh,
        "title_en": query.title_en,
        "parameters": [msgspec.to_builtins(one) | {"required": one.required} for one in query.parameters],
        "columns": list(query.columns),
        "example": msgspec.to_builtins(query.example),
    }


def for_browser(query: Query, given: Mapping[str, Any]) -> str:
    """The query with its parameters, ready to be pasted into Neo4j Browser."""
    values = ", ".join(f"{name}: {_literal(value)}" for name, value in bind(query, given).items())
    return f":params {{{values}}}\n\n// {query.title}\n{query.cypher}\n"


def _literal(value: Given) -> str:
    """A Cypher literal: JSON's, whose strings and lists are Cypher's too."""
    return msgspec.json.encode(value).decode()


def _home() -> Path:
    return cypher_folder("queries")
