"""The whole way from paths to a graph: read → extract → resolve → build.

    built = build_graph(["seeds"])
    built.graph, built.problems

No store is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.export import jsonl
from kg.graph import Graph, build, merged
from kg.source.reader import read
from kg.source.record import Problem
from kg.statement import Extraction

if TYPE_CHECKING:
    from kg.resolve import Judgement

OnSource = Callable[[], None]  # called after each source, for progress bars


@dataclass
class Built:
    """A graph, the ids of the sources extracted for it, who was taken for whom and why, and what could not be read."""

    graph: Graph
    sources: list[str] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def build_graph(
    paths: Iterable[str | Path],
    workers: int = 1,
    on_source: OnSource = lambda: None,
    judgements: Iterable[Judgement] = (),
) -> Built:
    """Everything under `paths` as one graph: sources extracted and resolved, graph files (.jsonl) joined to them.

    `workers` processes read and extract; `on_source` is called after each source; curators' `judgements` overrule the
    rules of resolving.
    """
    given = [Path(path) for path in paths]
    stored = [path for path in given if jsonl.is_graph(path)]
    built = Built(merged([]))
    if texts := [path for path in given if path not in stored]:
        built = _from_texts(texts, workers, on_source, judgements)
    graphs = [built.graph]
    for path in stored:
        try:
            graphs.append(jsonl.read(path))
        except InputError as error:
            built.problems.append(Problem(error.path, error.line, error.reason))
    if stored:
        built.graph = merged(graphs)
    return built


def _from_texts(paths: list[Path], workers: int, on_source: OnSource, judgements: Iterable[Judgement]) -> Built:
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
    resolution = resolve(extractions, judgements)
    sources = list(dict.fromkeys(extraction.source for extraction in extractions))
    return Built(build(extractions, resolution), sources, resolution.judgements, problems)
