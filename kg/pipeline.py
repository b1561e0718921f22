"""The whole way from paths to a graph: read → extract → resolve → build.

    built = build_graph(["seeds"])
    built.graph, built.problems

No store is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.export import jsonl
from kg.graph import Graph, build, merged
from kg.source.reader import read
from kg.source.record import Problem
from kg.statement import Extraction

OnSource = Callable[[], None]  # called after each source, for progress bars


@dataclass
class Built:
    """A graph, the ids of the sources extracted for it, and what could not be read."""

    graph: Graph
    sources: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def build_graph(paths: Iterable[str | Path], workers: int = 1, on_source: OnSource = lambda: None) -> Built:
    """Everything under `paths` as one graph: sources extracted and resolved, graph files (.jsonl) joined to them.

    `workers` processes read and extract; `on_source` is called after each source.
    """
    given = [Path(path) for path in paths]
    stored = [path for path in given if jsonl.is_graph(path)]
    texts = [path for path in given if path not in stored]
    built = _from_texts(texts, workers, on_source) if texts else Built(merged([]))
    graphs = [built.graph]
    for path in stored:
        try:
            graphs.append(jsonl.read(path))
        except InputError as error:
            built.problems.append(Problem(error.path, error.line, error.reason))
    if stored:
        built.graph = merged(graphs)
    return built


def _from_texts(paths: list[Path], workers: int, on_source: OnSource) -> Built:
    from kg.reading import extract_all  # word lists and dictionaries: only where there is text to read
    from kg.resolve import resolve

    extractions: list[Extraction] = []
    problems: list[Problem] = []
    for outcome in extract_all(read(paths), workers):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            extractions += outcome
            on_source()
    sources = list(dict.fromkeys(extraction.source for extraction in extractions))
    return Built(build(extractions, resolve(extractions)), sources, problems)
