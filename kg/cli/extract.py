"""`kg extract`: text → graph file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kg.cli.report import counting, leave_if_any, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.pipeline import Built

app = typer.Typer()

PathsArgument = Annotated[
    list[Path], typer.Argument(help="Files (.txt .md .jsonl, also .gz .xz), folders, or graph files (.jsonl).")
]
WorkersOption = Annotated[int, typer.Option("--workers", "-j", min=1, help="Processes that read and extract.")]
JudgementsOption = Annotated[
    Path | None,
    typer.Option(
        "--judgements", help="Who was taken for whom: decisions in this file are followed, all are written to it."
    ),
]


@app.command()
def extract(
    paths: PathsArgument,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write; stdout if not told.")] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help="jsonl, graphml, gexf, csv, cypher, ftm", show_default="by -o, else jsonl"),
    ] = None,
    workers: WorkersOption = 1,
    judgements: JudgementsOption = None,
) -> None:
    """Read sources, resolve who is who over all of them, and write their graph; no store is touched."""
    from kg.export import exporter

    writer = exporter(form or _by_suffix(output))
    if output is None and hasattr(writer, "write_folder"):
        raise UsageError(f"{form} writes several files: name a folder for them with -o.")
    built = build_counting(paths, workers, judgements)
    _write(built.graph, writer, output)
    say(f"sources: {len(built.sources)}, nodes: {len(built.graph)}, relationships: {built.graph.number_of_edges()}")
    leave_if_any(built.problems)


def build_counting(paths: list[Path], workers: int, judgements: Path | None) -> Built:
    """The graph of the paths, with a counter on stderr; the judgements file is read before and written after."""
    from kg.pipeline import build_graph

    with counting("sources read") as count:
        if judgements is None:
            return build_graph(paths, workers, count)
        from kg.resolve import judgement

        decided = judgement.read(judgements) if judgements.exists() else ()
        built = build_graph(paths, workers, count, decided)
        judgement.write(judgements, built.judgements)
        return built


def _by_suffix(output: Path | None) -> str:
    from kg.export import formats

    suffix = output.suffix.removeprefix(".") if output else ""
    return suffix if suffix in formats() else "jsonl"


def _write(graph: Graph, writer: object, output: Path | None) -> None:
    if output and hasattr(writer, "write_folder"):
        writer.write_folder(graph, output)
    else:
        with _binary_out(output) as out:
            writer.write(graph, out)  # type: ignore[attr-defined]


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
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
