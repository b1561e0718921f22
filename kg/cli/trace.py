"""`kg trace`: a measure across meetings, in time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.completion import measures
from kg.cli.help import examples
from kg.cli.page import TextsOption, no_demand, write_page
from kg.cli.report import say
from kg.cli.rows import FormatOption, RowFormat, as_json, print_rows, row_format
from kg.cli.store import ToOption

if TYPE_CHECKING:
    from kg.trace import Trace

app = typer.Typer()


@app.command(
    epilog=examples(
        "kg trace '落地核酸+点对点转运+精准赋码'",
        "kg trace 精准赋码 --picture 赋码.html --texts seeds  # also as a page to click through",
        "kg trace 精准赋码 --format json  # the whole trace as one object",
        "kg query measures  # which measures there are",
    )
)
def trace(
    measure: Annotated[str, typer.Argument(help="The measure's name or another form of it.", autocompletion=measures)],
    to: ToOption = None,
    form: FormatOption = None,
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE", help="Also write it as a page with a picture.")
    ] = None,
    texts: TextsOption = None,
) -> None:
    """Follow a measure: which meetings demanded it or a part of it, in whose words, carried by which meeting.

    To a terminal, a time line for the measure and one for each part demanded alone, with what changed in the wording
    since the meeting before. json gives the whole trace as one object; jsonl and csv give its steps.
    """
    from kg.show import trace_of
    from kg.store import open_store
    from kg.trace import trace_measure

    with open_store(to) as store:
        found = trace_measure(store, measure)
        part = trace_of(store, measure) if picture and found.found else None
    if not found.found:
        say(no_demand(found))
    _print(found, row_format(form))
    if part and picture:
        write_page(part, measure, picture, texts, found)


def _print(found: Trace, form: RowFormat) -> None:
    from kg.trace import Step

    match form:
        case RowFormat.JSON:
            typer.echo(as_json(found, indent=2), nl=False)
        case RowFormat.TABLE:
            from kg.cli.timeline import print_trace

            print_trace(found)
        case _:
            print_rows(_rows(found.steps), Step.__struct_fields__, form)


def _rows(structs: tuple[Any, ...]) -> list[dict[str, Any]]:
    import msgspec

    return [msgspec.structs.asdict(struct) for struct in structs]
