"""`kg trace`: a measure across meetings, in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.completion import measures
from kg.cli.help import examples
from kg.cli.report import say
from kg.cli.rows import FormatOption, RowFormat, as_json, print_rows, row_format
from kg.cli.store import ToOption
from kg.language import tr

if TYPE_CHECKING:
    from kg.trace import Trace

app = typer.Typer()

_STEP_TABLE = ("date", "meeting", "chairs", "speaker", "verb", "relation", "wordings", "evidence", "quotes")
_WAY_TABLE = ("date", "meeting", "verbs", "conveyed", "conveyed_date", "conveyed_demands", "evidence", "quotes")


@app.command(
    epilog=examples(
        "kg trace '落地核酸+点对点转运+精准赋码'",
        "kg trace 精准赋码 --format json  # the whole trace as one object",
        "kg query measures  # which measures there are",
    )
)
def trace(
    measure: Annotated[str, typer.Argument(help="The measure's name or another form of it.", autocompletion=measures)],
    to: ToOption = None,
    form: FormatOption = None,
) -> None:
    """Follow a measure: which meetings demanded it or a part of it, in whose words, carried by which meeting.

    json gives the whole trace as one object; jsonl and csv give its steps.
    """
    from kg.store import open_store
    from kg.trace import Step, trace_measure

    with open_store(to) as store:
        found = trace_measure(store, measure)
    if not found.found:
        near = tr("Names like it: {names}.", names=", ".join(found.near)) if found.near else ""
        say(
            tr("No demand names {measure!r}.", measure=measure)
            + f" {near or tr('`kg query measures` lists what there is.')}"
        )
    match row_format(form):
        case RowFormat.JSON:
            typer.echo(as_json(found, indent=2), nl=False)
        case RowFormat.TABLE:
            _print_tables(found)
        case _:
            print_rows(_rows(found.steps), Step.__struct_fields__, form)


def _print_tables(found: Trace) -> None:
    if found.parts:
        typer.echo(f"{found.measure} = {' + '.join(found.parts)}")
    # a meeting that speaks for itself stands in the column beside
    steps = [row | ({"speaker": "会议"} if row["speaker_kind"] == "Meeting" else {}) for row in _rows(found.steps)]
    print_rows(steps, _STEP_TABLE, RowFormat.TABLE)
    if found.way:
        typer.echo(f"\n{tr('The way it went: which meeting conveyed which')}")
        print_rows(_rows(found.way), _WAY_TABLE, RowFormat.TABLE)


def _rows(structs: tuple[Any, ...]) -> list[dict[str, Any]]:
    import msgspec

    return [msgspec.structs.asdict(struct) for struct in structs]
