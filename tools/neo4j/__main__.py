"""`python -m tools.neo4j`: see `tools.neo4j.server`."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from tools.neo4j import jars, server

app = typer.Typer(no_args_is_help=True, pretty_exceptions_show_locals=False, help="A Neo4j server without Docker.")


@app.command()
def fetch() -> None:
    """Fetch the server's jars with Maven, once."""
    typer.echo(f"Neo4j {jars.version()}: {len(jars.fetch())} jars in {jars.CACHE}")


@app.command()
def run(home: Annotated[Path, typer.Argument()] = jars.CACHE / "home", bolt: int = 7687, http: int = 7474) -> None:
    """Run a server until Ctrl-C. The password is NEO4J_PASSWORD, else a new one that is printed (first start only)."""
    password = os.environ.get("NEO4J_PASSWORD") or secrets.token_urlsafe(12)
    running = server.start(home.absolute(), password, bolt=bolt, http=http)
    typer.echo(f"export NEO4J_URI=bolt://127.0.0.1:{running.bolt} NEO4J_USERNAME=neo4j NEO4J_PASSWORD={password}")
    typer.echo(f"Browser: http://127.0.0.1:{running.http}/browser/", err=True)
    with suppress(KeyboardInterrupt):
        running.process.wait()
    running.stop()


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def admin(context: typer.Context, home: Path) -> None:
    """Run neo4j-admin on a home whose server is down."""
    if not (home / "conf" / "neo4j.conf").exists():
        server.prepare(home.absolute(), bolt=7687, http=7474)
    typer.echo(server.admin(home.absolute(), *context.args))


app()
