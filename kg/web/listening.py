"""Listening on a port of this machine, for `kg serve` and `kg mcp --http`."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.language import tr

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def open_port(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 is any free one. UsageError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(
            tr("{host}:{port}: {reason}. Choose another port, 0 for any free one.", host=host, port=port, reason=reason)
        ) from error


def hosts(host: str, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The names under which requests may come in: this machine's own, the one listened on, and `more`.

    Any other name is that of a page which had its name point here (DNS rebinding).
    """
    return tuple(dict.fromkeys([*LOOPBACK, *([] if _is_any(host) else [_bracketed(host)]), *more]))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def url(listening: socket.socket, path: str = "/") -> str:
    """The address of what listens, for a browser on this machine."""
    host, port = listening.getsockname()[:2]
    return f"http://{'127.0.0.1' if _is_any(host) else _bracketed(host)}:{port}{path}"


def listen(app: ASGIApp, listening: socket.socket) -> None:
    """Answer requests until interrupted; warnings go to stderr, nothing to stdout."""
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


def _is_any(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_unspecified
    return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
