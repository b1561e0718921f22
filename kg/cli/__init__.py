"""The command line: one module a command group, each only parses, calls and prints.

What a command needs is imported inside it, so that `kg --help` is there at once.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg import __version__
from kg.cli import ask, doctor, evaluate, extract, load, mcp, queries, resolve, trace
from kg.errors import KgError


class _ErrorsToExitCodes(TyperGroup):
    """Prints an error of ours as one message and leaves with its exit code; anything else is a bug and shows itself."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            typer.echo(f"kg: {error}", err=True)
            raise typer.Exit(error.exit_code) from error


app = typer.Typer(
    name="kg",
    cls=_ErrorsToExitCodes,
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # passwords live in locals
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (extract, load, resolve, ask, queries, trace, mcp, evaluate, doctor):
    app.add_typer(group.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read official Chinese news into a knowledge graph: who chaired which meeting, what was demanded, in whose words.

    Exit codes: 0 done; 1 some input could not be read (the rest was done); 2 usage; 3 the store cannot be reached or
    refuses; 130 interrupted.
    """


def main() -> None:
    """The `kg` command."""
    app()
