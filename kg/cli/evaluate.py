"""`kg eval`: a graph file against gold facts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.extract import build_counting
from kg.cli.help import examples
from kg.cli.report import leave_if_any
from kg.cli.rows import FormatOption, print_rows

if TYPE_CHECKING:
    from kg.evaluate import Tally
    from kg.source import Problem

app = typer.Typer()


@app.command(
    name="eval",
    epilog=examples(
        "kg eval seeds tests/data/seeds_gold.jsonl --texts seeds",
        "kg eval graph.jsonl gold.jsonl --errors  # each miss and each wrong fact",
    ),
)
def evaluate(
    graph: Annotated[Path, typer.Argument(help="A graph file (.jsonl), or sources to extract first.")],
    gold: Annotated[Path, typer.Argument(help="Gold facts, one source a line.")],
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", help="The sources' texts: also check that each span proves its fact."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Print each miss and each wrong fact instead.")] = False,
    form: FormatOption = None,
) -> None:
    """Precision, recall and F1 of each family of facts."""
    from kg import evaluate as scoring

    built = build_counting([graph], 1, None, None)
    known, problems = _texts(texts or [])
    tallies = scoring.evaluate(built.graph, scoring.read_gold(gold), known)
    if errors:
        print_rows(_misses(tallies), ("family", "verdict", "source", "item"), form)
    else:
        print_rows(_figures(tallies), ("family", "precision", "recall", "f1", "tp", "fp", "fn"), form)
    leave_if_any(built.problems + problems)


def _texts(paths: list[Path]) -> tuple[dict[str, str], list[Problem]]:
    """Texts by the source's name, and what could not be read."""
    from kg.evaluate.reading import source_name
    from kg.source import Problem
    from kg.source.reader import read

    found = list(read(paths))
    problems = [item for item in found if isinstance(item, Problem)]
    return {source_name(item.id): item.text for item in found if not isinstance(item, Problem)}, problems


def _figures(tallies: Mapping[str, Tally]) -> list[dict[str, Any]]:
    return [
        {"family": family, "precision": t.precision, "recall": t.recall, "f1": t.f1, "tp": t.tp, "fp": t.fp, "fn": t.fn}
        for family, t in tallies.items()
    ]


def _misses(tallies: Mapping[str, Tally]) -> list[dict[str, str]]:
    return [{"family": family, **miss._asdict()} for family, tally in tallies.items() for miss in tally.misses]
