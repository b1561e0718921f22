"""`kg extract`: text → graph file."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kg.cli.help import examples
from kg.cli.progress import Show, progress
from kg.cli.report import leave_if_any, say
from kg.errors import UsageError
from kg.language import tr

if TYPE_CHECKING:
    from types import ModuleType

    from kg.pipeline import Built

app = typer.Typer()

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files (.txt .md .jsonl, also .gz .xz), folders, or graph files (.jsonl).",
        show_default="what --cache keeps",
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Keep extractions here and read only what is new or changed: the graph is of all ever given with it.",
    ),
]
WorkersOption = Annotated[int, typer.Option("--workers", "-j", min=1, help="Processes that read and extract.")]
JudgementsOption = Annotated[
    Path | None,
    typer.Option(
        "--judgements", help="Who was taken for whom: decisions in this file are followed, all are written to it."
    ),
]


@app.command(
    epilog=examples(
        "kg extract seeds -o graph.jsonl",
        "kg extract articles.jsonl.xz -o graph.graphml -j 4  # for Gephi, in four processes",
        "kg extract news/ --cache kept -o graph.jsonl  # reads only what is new or changed",
    )
)
def extract(
    paths: PathsArgument = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write; stdout if not told.")] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help="jsonl, graphml, gexf, csv, cypher, ftm", show_default="by -o, else jsonl"),
    ] = None,
    workers: WorkersOption = 1,
    judgements: JudgementsOption = None,
    cache: CacheOption = None,
) -> None:
    """Read sources, resolve who is who over all of them, and write their graph; no store is touched."""
    from kg.export import exporter

    writer = exporter(form or _by_suffix(output))
    if output is None and hasattr(writer, "write_folder"):
        raise UsageError(tr("{form} writes several files: name a folder for them with -o.", form=form))
    built = build_counting(paths, workers, judgements, cache)
    nodes, relationships = _write(built, writer, output)
    say(
        tr(
            "sources: {sources}, nodes: {nodes}, relationships: {relationships}",
            sources=len(built.sources),
            nodes=nodes,
            relationships=relationships,
        )
    )
    leave_if_any(built.problems)


def build_counting(paths: list[Path] | None, workers: int, judgements: Path | None, cache: Path | None) -> Built:
    """The graph of the paths, with a counter on stderr; the judgements file is read before and written after."""
    from kg.pipeline import build_graph
    from kg.resolve import judgement

    if not paths and cache is None:
        raise UsageError(tr("Nothing to read: name files or folders, or a --cache that keeps what was read before."))
    decided = judgement.decisions(judgements) if judgements else []
    with progress() as show:
        built = build_graph(paths or [], workers, _counter(show, paths or [], cache), decided, cache)
    if judgements:
        judgement.write(judgements, built.judgements)
    for idle in built.idle:
        say(
            tr(
                "Nothing here is called {a} and {b}: the decision of {when} on them waits.",
                a=idle.a,
                b=idle.b,
                when=idle.when,
            )
        )
    if built.outdated:
        say(
            tr(
                "{n} cached sources were read by an earlier version; give them again to renew them.",
                n=len(built.outdated),
            )
        )
    return built


def _counter(show: Show, paths: list[Path], cache: Path | None) -> Callable[[], None]:
    """Goes up with each source; a cache leaves out what it knows, so nobody can say how many are to come."""
    total = None if cache else _sources(paths)
    numbers = itertools.count(1)

    def one_more() -> None:
        done = next(numbers)
        show(tr("sources read"), done, total)
        if done == total:
            show(tr("deciding who is who"), 0, None)

    return one_more


def _sources(paths: list[Path]) -> int | None:
    """How many there are to read; a count costs a pass over the files, so only who sees a bar pays for it."""
    if not sys.stderr.isatty():
        return None
    from kg.export import jsonl
    from kg.source import files

    return files.count(path for path in paths if not jsonl.is_graph(path))


def _by_suffix(output: Path | None) -> str:
    from kg.export import formats

    suffix = output.suffix.removeprefix(".") if output else ""
    return suffix if suffix in formats() else "jsonl"


def _write(built: Built, writer: ModuleType, output: Path | None) -> tuple[int, int]:
    """How many nodes and relationships were written."""
    if hasattr(writer, "write_parts"):  # line by line, never in memory
        with _binary_out(output) as out:
            written: tuple[int, int] = writer.write_parts(built.parts, out)
            return written
    if output and hasattr(writer, "write_folder"):
        writer.write_folder(built.graph, output)
    else:
        with _binary_out(output) as out:
            writer.write(built.graph, out)
    return len(built.graph), built.graph.number_of_edges()


@contextlib.contextmanager
def _binary_out(output: Path | None) -> Iterator[BinaryIO]:
    """The file, which appears only when it is whole; stdout where none is named."""
    if output is None:
        yield typer.get_binary_stream("stdout")
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(output)
    except OSError as error:
        raise UsageError(tr("{output} cannot be written: {error}", output=output, error=error.strerror)) from error
    finally:
        part.unlink(missing_ok=True)
