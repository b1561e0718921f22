"""`kg ask`: a question in Chinese or English, answered from the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from kg.cli.rows import FormatOption, RowFormat, print_rows, row_format
from kg.cli.store import ToOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.ask import Answer, Names

app = typer.Typer()


@app.command()
def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(help="The question; without one, questions are typed, or read from a pipe, one a line."),
    ] = None,
    to: ToOption = None,
    form: FormatOption = None,
    today: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day 去年 and “last year” count from.", show_default="today")
    ] = None,
) -> None:
    """Answer a question: kg ask '谁主持了第119次会议？' — or: who chaired the 108th meeting

    The answer, the rows and the sentences that prove them, the canned query and its Cypher for Neo4j Browser. Where the
    store cannot tell, the reason. json and jsonl give one object a question, csv the rows.
    """
    from kg.ask import Names
    from kg.ask import ask as answer
    from kg.store import open_store

    day = _day(today)
    with open_store(to) as store:
        names = Names.of(store)
        for asked in [" ".join(question)] if question else _questions(names):
            _print(answer(store, asked, today=day, names=names), row_format(form))


def _day(today: str | None) -> date:
    try:
        return date.fromisoformat(today) if today else date.today()
    except ValueError as error:
        raise UsageError(f"--today {today}: {error}. Write a day such as 2022-06-01.") from error


def _questions(names: Names) -> Iterator[str]:
    """Typed at the terminal, or the lines of a pipe."""
    if sys.stdin.isatty():
        from kg.cli.dialogue import questions

        yield from questions(names)
        return
    yield from (line.strip() for line in sys.stdin if line.strip())


def _print(told: Answer, form: RowFormat) -> None:
    match form:
        case RowFormat.JSON:
            typer.echo(msgspec.json.format(msgspec.json.encode(told), indent=2))
        case RowFormat.JSONL:
            typer.echo(msgspec.json.encode(told))
        case RowFormat.CSV:
            print_rows(told.rows, tuple(told.rows[0]) if told.rows else (), form)
        case RowFormat.TABLE:
            _print_page(told)


def _print_page(told: Answer) -> None:
    """For a reader: the sentence, the table with its proofs, the query for Browser."""
    typer.echo(told.answer)
    if told.rows:
        print_rows(told.rows, tuple(told.rows[0]), RowFormat.TABLE)
    for proof in () if told.rows else told.evidence:  # what a reason rests on
        typer.echo(f"  “{proof.quote}”\n    {proof.place}")
    if told.cypher:
        typer.echo(f"\nkg query {told.query}; in Neo4j Browser:\n\n{told.cypher}")
