"""`kg mcp`: the canned queries as tools for assistants."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.help import examples
from kg.cli.report import say
from kg.cli.serve import AllowOption, HostOption
from kg.cli.store import ToOption
from kg.language import tr

app = typer.Typer()


@app.command(
    epilog=examples(
        "kg mcp  # on standard input and output, as an assistant starts it",
        "kg mcp --http 8765 --to news.kgl",
    )
)
def mcp(
    to: ToOption = None,
    http: Annotated[
        int | None,
        typer.Option("--http", metavar="PORT", min=0, max=65535, help="Speak HTTP on this port instead; 0: any free."),
    ] = None,
    host: HostOption = "127.0.0.1",
    allow: AllowOption = None,
) -> None:
    """Serve assistants over the Model Context Protocol: the canned queries, ask and trace as tools that only read.

    Without --http it speaks on standard input and output, as an assistant that starts it expects:
    {"command": "kg", "args": ["mcp"]}
    """
    import anyio

    from kg.mcp import http_app, serve_stdio, server
    from kg.store import open_store
    from kg.store.kept import KeptStore
    from kg.web.listening import hosts, listen, open_port, url

    with open_store(to) as store:
        store.schema_state()  # a store that does not answer is told before anybody is served
        serving = server(KeptStore(store))
        if http is None:
            anyio.run(serve_stdio, serving)
            return
        with open_port(host, http) as listening:
            say(tr("{store} at {url} (Ctrl-C ends)", store=store, url=url(listening, "/mcp")))
            listen(http_app(serving, hosts(host, allow or ())), listening)
