"""Serves `cypher/browser/` to Neo4j Browser on this machine: `:style http://localhost:8765/style.grass`.

    python -m tools.serve_browser [PORT]

Browser runs in a page of another origin, so each answer allows that.
"""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from kg.resources import cypher_folder

PORT = 8765


class _Files(SimpleHTTPRequestHandler):
    """Plain files, readable from any page."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".grass": "text/plain; charset=utf-8",
        ".cypher": "text/plain; charset=utf-8",
        ".html": "text/html; charset=utf-8",
    }

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Requests are no news."""


def server(port: int = PORT) -> ThreadingHTTPServer:
    """A server bound to this machine only; 0 takes a free port."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Files, directory=str(cypher_folder("browser"))))


def main() -> None:
    """Serve until interrupted."""
    with server(int(sys.argv[1]) if len(sys.argv) > 1 else PORT) as files:
        sys.stderr.write(f":style http://localhost:{files.server_port}/style.grass\n")
        sys.stderr.write(f":guide http://localhost:{files.server_port}/guide.html\n")
        try:
            files.serve_forever()
        except KeyboardInterrupt:
            sys.exit(130)


if __name__ == "__main__":
    main()
