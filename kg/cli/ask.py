"""`kg ask`: a question in Chinese or English, answered from the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.help import examples
from kg.cli.rows import FormatOption, RowFormat, as_json, print_rows, row_format
from kg.cli.store import ToOption
from kg.errors import UsageError
from kg.language import tr

if TYPE_CHECKING:
    from kg.ask import Answer, Names

app = typer.Typer()


@app.command(
    epilog=examples(
        "kg ask '谁主持了第119次会议？'",
        "kg ask who chaired the 108th meeting",
        "kg ask '去年谁是太原市市长？' --today 2023-06-01  # as asked on that day",
        "kg ask  # a dialogue: history with the arrow keys, names completed with Tab",
        "kg ask --format jsonl < questions.txt  # one question a line, one answer a line",
    )
)
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
    """Answer a question in Chinese or English from what the store holds, or say why it cannot be told.

    The answer comes with its rows, the sentences that prove them, the canned query, and its Cypher for Neo4j Browser.
    json and jsonl give one object a question, csv the rows.
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
        raise UsageError(
            tr("--today {day}: {error}. Write a day such as 2022-06-01.", day=today, error=error)
        ) from error


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
            typer.echo(as_json(told, indent=2), nl=False)
        case RowFormat.JSONL:
            typer.echo(as_json(told), nl=False)
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
        typer.echo(f"\n{tr('kg query {query}; in Neo4j Browser:', query=told.query)}\n\n{told.cypher}")
