"""The command line: one module a command group, each only parses, calls and prints.

What a command needs is imported inside it, so that `kg --help` is there at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kg import __version__
from kg.cli import ask, doctor, evaluate, extract, load, mcp, queries, resolve, serve, show, trace
from kg.cli.frame import Root, dressed
from kg.cli.help import examples
from kg.language import Language

app = typer.Typer(
    name="kg",
    cls=Root,
    no_args_is_help=True,
    rich_markup_mode=None,  # kg.cli.help writes the help pages
    pretty_exceptions_show_locals=False,  # passwords live in locals
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (extract, load, resolve, ask, queries, trace, show, serve, mcp, evaluate, doctor):
    app.add_typer(dressed(group.app))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback(
    epilog=examples(
        "kg load seeds  # two newspaper pages into the store in your data folder",
        "kg ask '谁主持了第119次会议？'  # a question, in Chinese or English",
        "kg query chaired person=韦韬  # a canned query; `kg queries` lists them",
        "kg trace '落地核酸+点对点转运+精准赋码'  # a measure, from meeting to meeting",
        "kg show 韦韬 -o 韦韬.html  # a picture to click through, each proof in its source text",
    )
)
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    lang: Annotated[
        Language | None,
        typer.Option("--lang", help="The language of help, tables and messages.", show_default="by the locale"),
    ] = None,
) -> None:
    """Read official Chinese news into a knowledge graph: who chaired which meeting, what was demanded, in whose words.

    Exit codes: 0 done; 1 some input could not be read (the rest was done); 2 usage; 3 the store cannot be reached or
    refuses; 130 interrupted.
    """


def main() -> None:
    """The `kg` command."""
    app()
