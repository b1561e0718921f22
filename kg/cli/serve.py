"""`kg serve`: the graph as a local web site."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer()

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on; others can reach any but this.")]
AllowOption = Annotated[
    list[str] | None,
    typer.Option("--allow", metavar="NAME", help="Also answer requests that call this machine by that name."),
]
