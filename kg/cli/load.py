"""`kg load`: sources, or graph files, → store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from kg.cli.extract import CacheOption, JudgementsOption, PathsArgument, WorkersOption, build_counting
from kg.cli.help import examples
from kg.cli.progress import Show, progress
from kg.cli.report import leave_if_any, say
from kg.cli.rows import FormatOption, print_rows
from kg.cli.store import ToOption
from kg.language import tr

if TYPE_CHECKING:
    from kg.store import LoadReport, Progress

app = typer.Typer()

_COLUMNS = ("kind", "name", "loaded", "created", "changed", "unchanged", "deleted")


@app.command(
    epilog=examples(
        "kg load seeds  # into the store in your data folder",
        "kg load news/ --to news.kgl  # into a file of its own",
        "kg load graph.jsonl --to bolt://localhost:7687  # into a Neo4j",
    )
)
def load(
    paths: PathsArgument = None,
    to: ToOption = None,
    workers: WorkersOption = 1,
    judgements: JudgementsOption = None,
    cache: CacheOption = None,
    form: FormatOption = None,
) -> None:
    """Put the graph of sources into the store: it then says of them what they say now, however often this is run."""
    from kg.store import open_store

    with open_store(to) as store:
        store.schema_state()  # a store that does not answer is told before the sources are read
        built = build_counting(paths, workers, judgements, cache)
        with progress() as show:
            report = store.load(built.graph, sources=built.sources, progress=_shown(show))
        print_rows(_counts(report), _COLUMNS, form)
        say(
            tr(
                "{store}: {sources} sources, {replaced} of them replaced, in {seconds:.1f} s",
                store=store,
                sources=report.sources,
                replaced=report.replaced,
                seconds=report.seconds,
            )
        )
    leave_if_any(built.problems)


def _counts(report: LoadReport) -> list[dict[str, Any]]:
    groups = {"node": report.nodes, "relationship": report.relationships}
    return [
        {"kind": kind, "name": name, **{column: getattr(counts, column) for column in _COLUMNS[2:]}}
        for kind, group in groups.items()
        for name, counts in sorted(group.items())
    ]


def _shown(show: Show) -> Progress:
    """Each phase of a load as a bar of its own."""
    phases = {"nodes": tr("nodes"), "relationships": tr("relationships"), "superseded": tr("superseded")}
    return lambda step: show(phases[step.phase], step.done, step.total)
