"""An answer as the page or as the JSON of the same, in the reader's language, with a tag so that it is sent once."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote, urlencode

import jinja2
import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.language import Language, current, heading, use
from kg.web.library import Library
from kg.web.words import say

_YEAR = 31_536_000


def respond(request: Request, template: str, data: Any, status: int = 200) -> Response:
    """`data` as JSON to whom wants that, else put into the template as `data`."""
    if wants_json(request):
        return _tagged(request, msgspec.json.encode(data), "application/json", status)
    if (chosen := request.query_params.get("lang")) in tuple(Language):
        return _remember(request, str(chosen))
    html = _templates().get_template(template).render(data=data, lang=current(), request=request)
    return _tagged(request, html.encode(), "text/html; charset=utf-8", status)


def library_of(request: Request) -> Library:
    """The library that the site was made with."""
    library: Library = request.app.state.library
    return library


def wants_json(request: Request) -> bool:
    """Whether the address ends in .json, or the reader accepts JSON and no HTML."""
    accepted = request.headers.get("accept", "")
    asked = "application/json" in accepted and "text/html" not in accepted
    return asked or bool(getattr(request.state, "json", request.url.path.endswith(".json")))


def _remember(request: Request, lang: str) -> Response:
    """Back to the same address without the choice, which a cookie keeps."""
    path = quote("/" + unquote(request.url.path).lstrip("/\\"))  # two slashes would lead to another site
    others = urlencode([pair for pair in request.query_params.multi_items() if pair[0] != "lang"])
    answer = RedirectResponse(f"{path}?{others}" if others else path, 303)
    answer.set_cookie("lang", lang, max_age=_YEAR, samesite="lax", httponly=True)
    return answer


def _tagged(request: Request, body: bytes, kind: str, status: int) -> Response:
    tag = f'"{sha256(body).hexdigest()[:20]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "accept, cookie"}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, kind)


@cache
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("kg.web"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(t=say, heading=heading)
    return made


class InLanguage:
    """Answers each reader in the language chosen before, else in the one the site was started with."""

    def __init__(self, app: ASGIApp, first: Language) -> None:
        self.app, self.first = app, first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http":
            chosen = Request(scope).cookies.get("lang")
            use(Language(chosen) if chosen in tuple(Language) else self.first)
        await self.app(scope, receive, send)
