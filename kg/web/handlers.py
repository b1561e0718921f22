"""One function a page: from the request to what the page tells. Questions and queries are in `kg.web.asking`."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.ask.names import Name
from kg.errors import StoreError
from kg.language import current
from kg.model import Label
from kg.web import pages
from kg.web.addresses import PAGES, page_of
from kg.web.answering import library_of, respond, wants_json
from kg.web.library import Library
from kg.web.pictures import picture as draw
from kg.web.pictures import policy_of
from kg.web.rows import sitting
from kg.web.text import Mark, pieces
from kg.web.words import say

_FOUND, _MEETINGS, _MEASURES = 60, 12, 24


def home(request: Request) -> Response:
    """What there is, the latest meetings, the measures most demanded."""
    library = library_of(request)
    articles = library.rows("articles", limit=1)
    data = {
        "store": str(library.store),
        "counts": {label: len(library.names.of_kind(label)) for label in PAGES if label is not Label.ARTICLE},
        "latest": articles[0]["date"] if articles else "",
        "meetings": [sitting(library, row) for row in library.rows("calendar", limit=_MEETINGS)],
        "measures": [
            row | {"address": _address(library, Label.MEASURE, row["measure"])}
            for row in library.rows("measures", limit=_MEASURES)
        ],
    }
    return respond(request, "home.html", data)


def search(request: Request) -> Response:
    """Names in characters or Pinyin; a question is better asked."""
    asked = request.query_params.get("q", "").strip()
    most = min(_number(request, "limit", _FOUND), _FOUND)
    found = library_of(request).index.find(asked, most)
    hits = [_hit(name) for name in found]
    if len(hits) == 1 and not wants_json(request) and asked:
        return RedirectResponse(str(hits[0]["address"]), 303)
    return respond(request, "search.html", {"q": asked, "hits": hits})


def node(request: Request) -> Response:
    """The page of a node."""
    label, rest = request.path_params["label"], request.path_params["rest"]
    numbers = {
        name.removeprefix("page."): _number(request, name, 1)
        for name in request.query_params
        if name.startswith("page.")
    }
    found = pages.page(library_of(request), f"{label}/{rest}", numbers)
    request.state.json = False
    if found is None and rest.endswith(".json"):  # unless that is how the key itself ends
        request.state.json = True
        found = pages.page(library_of(request), f"{label}/{rest.removesuffix('.json')}", numbers)
    if found is None:
        raise HTTPException(404, f"{label}/{rest}")
    return respond(request, "node.html", found)


def to_node(request: Request) -> Response:
    """From a node's key to its page."""
    return RedirectResponse(page_of(request.path_params["key"]), 307)


def source(request: Request) -> Response:
    """The text of a source, with a span marked."""
    library, name = library_of(request), request.path_params["source"]
    articles = library.articles_in(name)
    request.state.json = False
    if not articles and name.endswith(".json"):
        request.state.json, name = True, name.removesuffix(".json")
        articles = library.articles_in(name)
    text = library.texts.get(name)
    if not articles and text is None:
        raise HTTPException(404, name)
    start, end = _span(request)
    data = {
        "source": name,
        "at": [start, end],
        "at_hand": text is not None,
        "articles": [{**row, "address": page_of(row["article_key"])} for row in articles],
        "text": list(pieces(text or "", [Mark(start, end)] if end > start else [])),
    }
    return respond(request, "source.html", data)


def picture(request: Request) -> Response:
    """The picture around a node, or of a measure's trace, to stand in a frame of its page."""
    key = request.query_params.get("key", "")
    if library_of(request).node(key) is None:
        raise HTTPException(404, key)
    html = draw(library_of(request), key, current().value)
    return Response(html, headers={"content-security-policy": policy_of(html)}, media_type="text/html")


def health(request: Request) -> Response:
    """Whether the store answers."""
    try:
        library_of(request).names  # noqa: B018 - reading them is the check
    except StoreError as error:
        return JSONResponse({"status": "store does not answer", "error": str(error)}, 503)
    return JSONResponse({"status": "ok"})


def _hit(name: Name) -> dict[str, Any]:
    """A name as one of those found; `kind` is its label in the reader's language."""
    return {
        "label": name.kind,
        "kind": say(f"label.{name.kind}"),
        "key": name.key,
        "name": name.name,
        "aliases": name.aliases,
        "date": name.date or "",
        "address": page_of(name.key),
    }


def _address(library: Library, label: Label, name: str) -> str:
    found = library.named(label, name)
    return page_of(found.key) if found else f"/search?{urlencode({'q': name})}"


def _number(request: Request, name: str, default: int) -> int:
    value = request.query_params.get(name, "")
    if value and not (value.isascii() and value.isdecimal() and 0 < len(value) < 7):
        raise HTTPException(400, f"{name}={value}")
    return int(value or default)


def _span(request: Request) -> tuple[int, int]:
    start, comma, end = request.query_params.get("at", "").partition(",")
    if comma and not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in (start, end)):
        raise HTTPException(400, f"at={start},{end}")
    return (int(start), int(end)) if comma else (0, 0)
