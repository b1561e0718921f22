"""The site: which address leads to which page, what surrounds them all, and what is said where there is none.

from kg.web import site
app = site(store, texts, Language.ZH, hosts=("localhost",))  # ASGI; `kg serve` runs it
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from threading import Thread

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import KgError, StoreError, UnknownQuery
from kg.language import Language
from kg.show import node_styles
from kg.store import Store
from kg.web import asking, handlers
from kg.web.addresses import PAGES
from kg.web.answering import InLanguage, respond
from kg.web.library import Library
from kg.web.listening import LOOPBACK
from kg.web.security import HEADERS, KnownHosts, SecurityHeaders

_BOTH: Mapping[str, Callable[[Request], Response]] = {  # as a page and, with .json behind, as JSON
    "/": handlers.home,
    "/search": handlers.search,
    "/ask": asking.ask,
    "/queries": asking.queries,
}


def site(
    store: Store, texts: Mapping[str, str] | None = None, lang: Language = Language.EN, hosts: Sequence[str] = LOOPBACK
) -> Starlette:
    """The site of a store and the texts of its sources; requests that name another host are refused."""
    both = [Route(path, page) for path, page in _BOTH.items()]
    as_json = [Route("/index.json" if path == "/" else f"{path}.json", page) for path, page in _BOTH.items()]
    app = Starlette(
        routes=[
            *both,
            *as_json,
            Route("/query/{name}", asking.query),
            Route("/source/{source:path}", handlers.source),
            Route("/node/{key:path}", handlers.to_node),
            Route("/picture", handlers.picture),
            Route("/labels.css", _labels),
            Route("/healthz", handlers.health),
            Mount("/static", StaticFiles(directory=str(files("kg.web") / "static"))),
            Route("/{label}/{rest:path}", _node),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(KnownHosts, hosts=hosts),
            Middleware(InLanguage, first=lang),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        lifespan=_warmed,
        exception_handlers={HTTPException: _not_there, KgError: _refused, Exception: _broken},
    )
    app.router.redirect_slashes = False
    app.state.library = Library(store, texts)
    return app


@asynccontextmanager
async def _warmed(app: Starlette) -> AsyncIterator[None]:
    """Read the names and spell them while nobody waits for it."""

    def warm() -> None:
        with suppress(StoreError):  # whoever asks first is told
            app.state.library.index.find("a")

    Thread(target=warm, daemon=True).start()
    yield


def _node(request: Request) -> Response:
    if request.path_params["label"] not in {label.lower() for label in PAGES}:
        raise HTTPException(404)
    return handlers.node(request)


def _labels(_: Request) -> Response:
    """The colours of Neo4j Browser's style as CSS."""
    rules = [
        f".{label.lower()} {{ --label: {style.color}; --edge: {style.border}; --ink: {style.text}; }}"
        for label, style in node_styles().items()
    ]
    return Response("\n".join(rules), headers={"cache-control": "max-age=3600"}, media_type="text/css")


def _not_there(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    about = error.detail if isinstance(error, HTTPException) else ""
    return respond(request, "error.html", {"status": status, "about": about}, status)


def _refused(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, StoreError) else 404 if isinstance(error, UnknownQuery) else 400
    return respond(request, "error.html", {"status": status, "about": str(error)}, status)


def _broken(request: Request, _: Exception) -> Response:
    """A bug: the log says what happened, the page does not."""
    answer = respond(request, "error.html", {"status": 500, "about": ""}, 500)
    answer.headers.update(HEADERS)  # this one is made outside of the middleware
    return answer
