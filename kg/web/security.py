"""What every answer carries, and which requests are answered at all.

The site only reads and is for this machine; what is left to guard against is another site's page that asks it in the
user's browser: by a name that was made to point here (the Host is checked), or by showing it in a frame. Texts in the
graph are not trusted: they are escaped, and no script but the site's own files may run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_UNKNOWN = """\
此名称不是本站的。请用 http://127.0.0.1 或 http://localhost 加端口访问；或在启动时加上 kg serve --allow 名称。
This site does not go by that name. Open http://127.0.0.1 or http://localhost with its port, or start it with
kg serve --allow NAME.
"""
_FRAMED = {"x-frame-options": "SAMEORIGIN"}


_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:/@\s]+)(?::\d*)?", re.IGNORECASE)


class KnownHosts:
    """Answers requests that call this machine by one of its names, and tells the others how to make theirs known."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http":
            named = _HOST.fullmatch(Headers(scope=scope).get("host", ""))
            if not named or named[1].lower() not in self.hosts:
                await PlainTextResponse(_UNKNOWN, 421)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class SecurityHeaders:
    """Puts the headers on every answer; one that brings a policy of its own may stand in a frame of this site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                own = _FRAMED if "content-security-policy" in headers else {}
                for name, value in {**HEADERS, **own}.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)
