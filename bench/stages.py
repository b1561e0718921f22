"""From texts to an answered query: what share of the time each stage takes, and what a second load costs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from kg.export import jsonl
from kg.graph import build
from kg.queries import run
from kg.reading import extract_all
from kg.resolve import resolve
from kg.source.reader import read
from kg.source.record import Problem
from kg.store import open_store

Result = TypeVar("Result")


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do the work and note how long it took by the clock."""
        began = time.perf_counter()
        result = work()
        self.seconds[stage] = time.perf_counter() - began
        return result


def stages(paths: Sequence[Path], workers: int) -> dict[str, float]:
    """Seconds of each stage on the embedded store; `load again` is of the same graph, unchanged."""
    watch = Stopwatch()
    items = watch.time("read", lambda: list(read(paths)))
    outcomes = watch.time("extract", lambda: list(extract_all(items, workers)))
    extractions = [one for outcome in outcomes if not isinstance(outcome, Problem) for one in outcome]
    resolution = watch.time("resolve", lambda: resolve(extractions))
    graph = watch.time("build", lambda: build(extractions, resolution))
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "graph.jsonl").open("wb") as out:
            watch.time("write", lambda: jsonl.write(graph, out))
        with open_store(f"embedded:{folder}/graph.kgl") as store:
            watch.time("load", lambda: store.load(graph))
            watch.time("query", lambda: run(store, "chaired"))
            watch.time("load again", lambda: store.load(graph))
    return watch.seconds
