"""What the commands that write a page have in common: where its texts come from, and writing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.report import leave_if_any, say
from kg.errors import InputError, UsageError
from kg.language import current, tr

if TYPE_CHECKING:
    from kg.show import Part, Picture, Texts
    from kg.trace import Trace

SHOWN = 3  # sources named in a message
TextsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--texts",
        metavar="PATH",
        help="The sources (files, folders; again for more), to show whole texts around the quotes.",
        show_default="files of the sources' names here",
    ),
]


def no_demand(trace: Trace) -> str:
    """Why a measure has no trace, and what to try."""
    near = tr("Names like it: {names}.", names=", ".join(trace.near)) if trace.near else ""
    why = tr("No demand names {measure!r}.", measure=trace.measure)
    return f"{why} {near or tr('`kg query measures` lists what there is.')}"


def write_page(part: Part, title: str, out: Path, texts: list[Path] | None, trace: Trace | None = None) -> None:
    """Write the page of a part of the graph and print its path; on stderr, what it could not show."""
    from kg.show import page, picture, texts_for, timeline, trace_timeline

    drawn = picture(part.graph)
    if not drawn.nodes:
        raise UsageError(tr("There is nothing to draw. `kg doctor` tells what the store holds; `kg load` fills it."))
    found = texts_for(drawn, texts or [])
    moments = trace_timeline(drawn, trace) if trace else timeline(drawn)
    html = page(drawn, found, moments, current().value, title=title, left_out=part.left_out)
    _write(html, out)
    _tell(drawn, part.left_out, found)
    leave_if_any(found.problems)


def _tell(drawn: Picture, left_out: int, texts: Texts) -> None:
    counts = {"nodes": len(drawn.nodes), "edges": len(drawn.edges)}
    say(tr("{nodes} nodes, {edges} relationships; open it in a browser.", **counts))
    if left_out:
        say(tr("{n} more nodes were left out; --most draws more.", n=left_out))
    if names := _some(texts.missing):
        say(tr("Not at hand, so their quotes stand in: {names}. Name them with --texts.", names=names))
    if names := _some(texts.changed):
        say(tr("No longer as quoted, so their quotes stand in: {names}. Load them again.", names=names))


def _write(html: str, out: Path) -> None:
    if out == Path("-"):
        typer.echo(html, nl=False)
        return
    try:
        out.write_text(html, encoding="utf-8")
    except OSError as error:
        raise InputError(str(out), tr("cannot be written: {reason}", reason=error.strerror)) from error
    typer.echo(out)


def _some(names: tuple[str, ...]) -> str:
    more = f" {tr('… and {n} more', n=len(names) - SHOWN)}" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
