"""`kg show`: a part of the graph as a page to look at and click through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.help import examples
from kg.cli.page import TextsOption, no_demand, write_page
from kg.cli.queries import parse_parameters
from kg.cli.store import ToOption
from kg.errors import UsageError
from kg.language import tr

if TYPE_CHECKING:
    from kg.show import Part
    from kg.store import Store

app = typer.Typer()

SMALL = 5000  # nodes that a page still draws well


@app.command(
    epilog=examples(
        "kg show 韦韬 --texts seeds -o 韦韬.html  # what is around a person",
        "kg show 第108次会议 第119次会议 --hops 2  # around two meetings, further out",
        "kg show --query chaired person=张韬  # what the rows of a canned query speak of",
        "kg show --trace '落地核酸+点对点转运+精准赋码' --texts seeds  # a measure, from meeting to meeting",
        "kg show --texts seeds  # the whole graph, if it is small",
    )
)
def show(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NODE]...", help="Names, aliases or keys; with --query, its parameters KEY=VALUE."),
    ] = None,
    query: Annotated[str | None, typer.Option("--query", metavar="NAME", help="What a canned query answers.")] = None,
    trace: Annotated[str | None, typer.Option("--trace", metavar="MEASURE", help="The trace of a measure.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole graph, however large.")] = False,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page; - for stdout.")] = Path("kg.html"),
    to: ToOption = None,
    texts: TextsOption = None,
    hops: Annotated[int, typer.Option(min=1, max=4, help="How far around the nodes to draw.")] = 1,
    most: Annotated[int, typer.Option(min=1, help="How many nodes to draw around them at most.")] = 300,
) -> None:
    """Write a page that shows a part of the graph: a picture to click through, a time line, proofs in their texts.

    One file that needs no network. Without nodes, --query and --trace, the whole graph if it is small.
    """
    from kg.store import open_store
    from kg.trace import trace_measure

    nodes = given or []
    if sum((bool(nodes) and not query, bool(query), bool(trace), everything)) > 1:
        raise UsageError(tr("Give one of: nodes, --query, --trace, --all."))
    with open_store(to) as store:
        part = _part(store, nodes, query, trace, everything, hops, most)
        traced = trace_measure(store, trace) if trace else None
        if traced and not traced.found:
            raise UsageError(no_demand(traced))
    title = trace or (f"{query} {' '.join(nodes)}".strip() if query else "、".join(nodes)) or "kg"
    write_page(part, title, out, texts, traced)


def _part(
    store: Store, nodes: list[str], query: str | None, trace: str | None, everything: bool, hops: int, most: int
) -> Part:
    from kg.show import around, find, said_by, size, trace_of, whole

    if trace:
        return trace_of(store, trace)
    if query:
        return said_by(store, query, parse_parameters(nodes))
    if nodes:
        return around(store, [key for node in nodes for key in find(store, node)], hops, most)
    if not everything and (count := size(store)) > SMALL:
        raise UsageError(tr("The whole graph has {n} nodes: name some, or draw it all the same with --all.", n=count))
    return whole(store)
