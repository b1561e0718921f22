"""Seconds and characters a second of each stage over some sources: `python -m bench.stages [--workers N] PATHS…`."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.export import jsonl
from kg.graph import Graph, build
from kg.reading import extract_all
from kg.resolve import resolve
from kg.source.reader import read
from kg.source.record import Problem, Source
from kg.store import open_store

Result = TypeVar("Result")


class Stopwatch:
    """Prints a line a stage."""

    def __init__(self, characters: int) -> None:
        self._characters = characters

    def time(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do the work and print how long it took."""
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        print(f"{stage:10} {seconds:8.2f} s {self._characters / seconds:14,.0f} characters/s")
        return result


def main() -> None:
    """Time read, extract, resolve, build, write and load."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    start = time.perf_counter()
    items = list(read(asked.paths))
    seconds = time.perf_counter() - start
    sources = [item for item in items if isinstance(item, Source)]
    characters = sum(len(source.text) for source in sources)
    print(f"{len(sources)} sources, {characters:,} characters, {asked.workers} workers, read in {seconds:.2f} s")
    graph = _to_graph(sources, asked.workers, Stopwatch(characters))
    print(f"{len(graph)} nodes, {graph.number_of_edges()} relationships")


def _to_graph(sources: list[Source], workers: int, stopwatch: Stopwatch) -> Graph:
    outcomes = stopwatch.time("extract", lambda: list(extract_all(sources, workers)))
    extractions = [one for outcome in outcomes if not isinstance(outcome, Problem) for one in outcome]
    resolution = stopwatch.time("resolve", lambda: resolve(extractions))
    graph = stopwatch.time("build", lambda: build(extractions, resolution))
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "graph.jsonl").open("wb") as out:
        stopwatch.time("write", lambda: jsonl.write(graph, out))
        with open_store(f"embedded:{folder}/graph.kgl") as store:
            stopwatch.time("load", lambda: store.load(graph))
    return graph


if __name__ == "__main__":
    main()
