"""Questions in words, and the canned queries with their forms: from the request to the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from kg.ask import ask as answer_to
from kg.ask.answer import filled_in
from kg.queries import bind, describe, find
from kg.web.answering import library_of, respond
from kg.web.cells import table


def ask(request: Request) -> Response:
    """A question and its answer."""
    library, asked = library_of(request), request.query_params.get("q", "").strip()
    if not asked:
        return respond(request, "ask.html", {"q": "", "answer": None, "table": None})
    told = answer_to(library.store, asked, today=date.today(), names=library.names)
    return respond(request, "ask.html", {"q": asked, "answer": told, "table": table(library, told.rows)})


def queries(request: Request) -> Response:
    """The canned queries."""
    listed = [describe(query) for query in library_of(request).queries.values()]
    return respond(request, "queries.html", listed)


def query(request: Request) -> Response:
    """A canned query: its form, and its rows once it has what it needs."""
    name = request.path_params["name"].removesuffix(".json")
    asked, library = find(name), library_of(request)
    given = {key: value for key, value in request.query_params.items() if key != "lang"}
    ready = bool(given) or not any(parameter.required for parameter in asked.parameters)
    rows = library.rows(name, **_without_blanks(given)) if ready else []
    data = {
        "query": describe(asked),
        "given": given,
        "ready": ready,
        "rows": rows,
        "table": table(library, rows),
        "cypher": filled_in(asked, bind(asked, _without_blanks(given))) if ready else asked.cypher,
        "example": urlencode({key: _flat(value) for key, value in asked.example.parameters.items()}),
    }
    return respond(request, "query.html", data)


def _without_blanks(given: Mapping[str, str]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if value.strip()}


def _flat(value: object) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)
