"""How the canned queries grow with the graph: what is drawn from a small store is asked of it and of a large one.

    python -m bench.growth SMALL LARGE [--draws N] [--rounds N] [--json FILE]

SMALL and LARGE are stores, say of a tenth of an archive and of all of it. Medians in milliseconds, rows, and how many
times longer the large one takes; a query whose rows grow cannot but grow with them.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Annotated

import typer

from bench.queries import Timing, questions, timed
from kg.store import open_store


def main(
    small: str,
    large: str,
    draws: Annotated[int, typer.Option(help="How many questions of each kind.")] = 20,
    seed: int = 20261,
    rounds: Annotated[int, typer.Option(help="How often each question is asked; the quickest time counts.")] = 3,
    as_json: Annotated[Path | None, typer.Option("--json", help="Write the figures there too.")] = None,
) -> None:
    """Measure, print a line a query."""
    pairs: list[tuple[Timing, Timing]] = []
    with open_store(small) as one, open_store(large) as other:
        asked = questions(one, draws, random.Random(seed))
        for name in sorted(asked):
            pairs.append((timed(one, name, asked[name], rounds), timed(other, name, asked[name], rounds)))
            typer.echo(_line(*pairs[-1]))
    if as_json:
        as_json.write_text(json.dumps([[one._asdict() for one in pair] for pair in pairs], indent=1), encoding="utf-8")


def _line(one: Timing, other: Timing) -> str:
    times = other.median / one.median
    return (
        f"{one.query:16} {one.asked:4} asked  rows {one.rows:6} {other.rows:6}"
        f"  median {one.median:7.1f} {other.median:7.1f} ms  {times:5.1f} times"
    )


if __name__ == "__main__":
    typer.run(main)
