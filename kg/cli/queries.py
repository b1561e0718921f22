"""`kg queries` and `kg query`: list, explain and run the canned queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import completion
from kg.cli.help import examples
from kg.cli.rows import FormatOption, RowFormat, print_rows, row_format
from kg.cli.store import ToOption
from kg.errors import UsageError
from kg.language import Language, current, tr

if TYPE_CHECKING:
    from kg.queries import Query

app = typer.Typer()

_LISTED = ("name", "title", "parameters", "columns", "example")


@app.command(epilog=examples("kg queries", "kg queries chaired  # what it asks for and gives, and its Cypher"))
def queries(
    name: Annotated[
        str | None,
        typer.Argument(help="Explain this one: its parameters and its Cypher.", autocompletion=completion.query_names),
    ] = None,
    form: FormatOption = None,
) -> None:
    """List the canned queries, or explain one of them."""
    from kg.queries import all_queries, describe, find

    if name:
        _explain(find(name), form)
        return
    known = list(all_queries().values())
    if row_format(form) is RowFormat.TABLE:
        rows = [{"name": query.name, "title": _title(query), "parameters": _asked(query)} for query in known]
        print_rows(rows, ("name", "title", "parameters"), form)
    else:
        print_rows([describe(query) for query in known], _LISTED, form)


@app.command(
    epilog=examples(
        "kg query chaired meeting=第119次会议",
        "kg query posts person=韦韬 --format csv",
        "kg query attended meeting=第119次会议 | jq .person  # JSON Lines to a pipe",
    )
)
def query(
    name: Annotated[
        str, typer.Argument(help="The query's name; `kg queries` lists them.", autocompletion=completion.query_names)
    ],
    parameters: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.", autocompletion=completion.parameters),
    ] = None,
    to: ToOption = None,
    form: FormatOption = None,
) -> None:
    """Run a canned query with its parameters, and print its rows with the sentences that prove them."""
    from kg.queries import bind, find, run
    from kg.store import open_store

    given = parse_parameters(parameters or [])
    asked = find(name)
    bind(asked, given)  # a wrong call is told before a store is opened
    with open_store(to) as store:
        print_rows(run(store, name, given), asked.columns, form)


def parse_parameters(texts: Sequence[str]) -> dict[str, str]:
    """`key=value` texts as a mapping; UsageError names the one that is none."""
    for text in texts:
        if not text.partition("=")[1] or text.startswith("="):
            raise UsageError(tr("{text!r} is no parameter: write KEY=VALUE, such as meeting=第119次会议.", text=text))
    return {key.strip(): value for key, _, value in (text.partition("=") for text in texts)}


def _explain(asked: Query, form: RowFormat | None) -> None:
    from kg.queries import describe

    if row_format(form) is not RowFormat.TABLE:
        print_rows([describe(asked) | {"cypher": asked.cypher}], (*_LISTED, "cypher"), form)
        return
    typer.echo(f"{_title(asked)}\n\nkg query {asked.name} {_call(asked.example.parameters)}")
    rows = [
        {
            "parameter": p.name,
            "type": p.type,
            "default": tr("required") if p.required else repr(p.default),
            "about": _told(*p.about.split(" · ", 1)),
        }
        for p in asked.parameters
    ]
    print_rows(rows, ("parameter", "type", "default", "about"), form)
    typer.echo(asked.cypher)


def _title(query: Query) -> str:
    return _told(query.title_zh, query.title_en)


def _told(chinese: str, english: str = "") -> str:
    """The query's own words in the user's language."""
    return chinese if current() is Language.ZH or not english else english


def _asked(query: Query) -> str:
    return " ".join(p.name if p.required else f"[{p.name}]" for p in query.parameters)


def _call(parameters: Mapping[str, Any]) -> str:
    from shlex import quote

    texts = {key: ",".join(value) if isinstance(value, list) else str(value) for key, value in parameters.items()}
    return " ".join(quote(f"{key}={value}") for key, value in texts.items())
