"""The canned queries as tools for assistants, over the Model Context Protocol with its official SDK.

    from kg.mcp import server
    from kg.store import open_store
    from kg.store.kept import KeptStore
    with open_store() as store:
        anyio.run(serve_stdio, server(KeptStore(store)))

`tools` makes the tools out of the queries' headers, `server` speaks the protocol. Everything only reads.
"""

from __future__ import annotations

from kg.mcp.server import http_app, serve_stdio, server

__all__ = ["http_app", "serve_stdio", "server"]
