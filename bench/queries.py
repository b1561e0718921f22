"""How long the canned queries take on a store, asked for things drawn from it: median and 95th percentile of each.

    python -m bench.queries [URI] [--draws N] [--seed N] [--rounds N] [--json FILE]

Each query is asked once to warm it up, then for each draw (`queries.toml` tells what is drawn) as often as there are
rounds, of which the quickest counts: what else the machine does is no figure of ours. Milliseconds of wall clock:
compare lines of one run, or the same line on two stores of one run, not runs of different days.
"""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Annotated, Any, NamedTuple

import msgspec
import typer

from kg.queries import all_queries, run
from kg.store import Store, open_store

DRAWS = Path(__file__).with_suffix(".toml")


class Draw(msgspec.Struct, frozen=True):
    """A statement whose columns are parameters, and the queries that are asked for them."""

    cypher: str
    queries: list[str]


class Timing(NamedTuple):
    """Of one query: how often asked, rows of all answers, milliseconds."""

    query: str
    asked: int
    rows: int
    median: float
    p95: float
    longest: float


def main(
    uri: Annotated[str | None, typer.Argument(help="A store; the user's own one if none is named.")] = None,
    draws: Annotated[int, typer.Option(help="How many questions of each kind.")] = 20,
    seed: int = 20261,
    rounds: Annotated[int, typer.Option(help="How often each question is asked; the quickest time counts.")] = 3,
    as_json: Annotated[Path | None, typer.Option("--json", help="Write the figures there too.")] = None,
) -> None:
    """Measure, print a line a query."""
    with open_store(uri) as store:
        asked = questions(store, draws, random.Random(seed))
        timings = [timed(store, name, asked[name], rounds) for name in sorted(asked)]
    for one in timings:
        typer.echo(
            f"{one.query:16} {one.asked:4} asked {one.rows:7} rows  median {one.median:8.1f} ms"
            f"  p95 {one.p95:8.1f} ms  longest {one.longest:8.1f} ms"
        )
    if as_json:
        as_json.write_text(json.dumps([one._asdict() for one in timings], indent=1), encoding="utf-8")


def questions(store: Store, draws: int, chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The parameters that each query is asked with; its example's where nothing is drawn for it or to be had."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for draw in msgspec.toml.decode(DRAWS.read_bytes(), type=dict[str, dict[str, Draw]])["draw"].values():
        rows = store.run(draw.cypher)
        for query in draw.queries:
            found[query] += chance.sample(rows, min(draws, len(rows)))
    return {name: found[name] or [query.example.parameters] for name, query in all_queries().items()}


def timed(store: Store, name: str, asked: list[dict[str, Any]], rounds: int) -> Timing:
    """One query with all that it is asked."""
    run(store, name, asked[0])
    milliseconds, rows = [], 0
    for given in asked:
        times, found = zip(*(_once(store, name, given) for _ in range(rounds)), strict=True)
        milliseconds.append(min(times) * 1000)
        rows += found[0]
    p95 = quantiles(milliseconds, n=20, method="inclusive")[-1] if len(milliseconds) > 1 else milliseconds[0]
    return Timing(name, len(asked), rows, median(milliseconds), p95, max(milliseconds))


def _once(store: Store, name: str, given: dict[str, Any]) -> tuple[float, int]:
    """Seconds by the clock, and rows."""
    began = time.perf_counter()
    rows = len(run(store, name, given))
    return time.perf_counter() - began, rows


if __name__ == "__main__":
    typer.run(main)
