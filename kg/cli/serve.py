"""`kg serve`: the graph as a local web site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.help import examples
from kg.cli.progress import counting
from kg.cli.report import say
from kg.cli.store import ToOption
from kg.language import current, tr

if TYPE_CHECKING:
    from kg.source import Problem

app = typer.Typer()

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on; others can reach any but this.")]
AllowOption = Annotated[
    list[str] | None,
    typer.Option("--allow", metavar="NAME", help="Also answer requests that call this machine by that name."),
]
PORT = 8421


@app.command(
    epilog=examples(
        "kg serve --texts seeds  # evidence is shown within its text",
        "kg serve --port 0 --to news.kgl",
    )
)
def serve(
    to: ToOption = None,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0: any free one.")] = PORT,
    host: HostOption = "127.0.0.1",
    allow: AllowOption = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", help="The sources' texts: evidence is then shown within its text."),
    ] = None,
) -> None:
    """The graph as a web site on this machine: search, ask, and read what proves each fact; nothing can be changed.

    Search takes Chinese names and Pinyin (wt and weitao find 韦韬). Each page's JSON is at its address with .json.
    """
    from kg.store import open_store
    from kg.web.app import site
    from kg.web.listening import hosts, is_loopback, listen, open_port, url

    with open_store(to) as store, open_port(host, port) as listening:
        store.schema_state()  # a store that does not answer is told before anybody is served
        known, problems = _texts(texts or [])
        for problem in problems:
            say(str(problem))
        if not is_loopback(host):
            say(tr("Others can reach {host} and read the graph; --allow tells the names they call it by.", host=host))
        say(tr("{store} at {url} (Ctrl-C ends)", store=store, url=url(listening)))
        listen(site(store, known, current(), hosts(host, allow or ())), listening)


def _texts(paths: list[Path]) -> tuple[dict[str, str], list[Problem]]:
    """Texts by source, and what could not be read."""
    from kg.source import Problem
    from kg.source.reader import read

    known: dict[str, str] = {}
    problems: list[Problem] = []
    with counting(tr("texts read")) as count:
        for item in read(paths):
            count()
            if isinstance(item, Problem):
                problems.append(item)
            else:
                known[item.id] = item.text
    return known, problems
