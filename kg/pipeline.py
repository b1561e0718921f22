"""The whole way from paths to a graph: read → extract → resolve → build.

    built = build_graph(["seeds"])
    built.graph, built.problems

No store is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.export import jsonl
from kg.graph import Graph, build, merged
from kg.source.reader import read
from kg.source.record import Problem, Source
from kg.statement import Extraction

if TYPE_CHECKING:
    from kg.resolve import Judgement

OnSource = Callable[[], None]  # called after each source, for progress bars


@dataclass
class Built:
    """A graph, the ids of its sources, who was taken for whom and why, and what could not be read; decisions that name
    nothing here (`idle`), sources in a cache that an earlier extractor read (`outdated`).
    """

    graph: Graph
    sources: list[str] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    idle: list[Judgement] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)


def build_graph(
    paths: Iterable[str | Path],
    workers: int = 1,
    on_source: OnSource = lambda: None,
    judgements: Iterable[Judgement] = (),
    cache: Path | None = None,
) -> Built:
    """Everything under `paths` as one graph: sources extracted and resolved, graph files (.jsonl) joined to them.

    `workers` processes read and extract; `on_source` is called after each source; curators' `judgements` overrule the
    rules of resolving. With a `cache` folder the graph is that of all sources ever given with it, and only those that
    are new or changed are read (see `kg.cache`).
    """
    given = [Path(path) for path in paths]
    stored = [path for path in given if jsonl.is_graph(path)]
    texts = [path for path in given if path not in stored]
    built = _from_texts(texts, workers, on_source, judgements, cache) if texts or cache else Built(merged([]))
    graphs = [built.graph]
    for path in stored:
        try:
            graphs.append(jsonl.read(path))
        except InputError as error:
            built.problems.append(Problem(error.path, error.line, error.reason))
    if stored:
        built.graph = merged(graphs)
    return built


def _from_texts(
    paths: list[Path], workers: int, on_source: OnSource, judgements: Iterable[Judgement], cache: Path | None
) -> Built:
    from kg.resolve import resolve

    if cache is None:
        extractions, problems = _extracted(read(paths), workers, on_source)
        outdated: list[str] = []
    else:
        extractions, problems, outdated = _extracted_or_kept(paths, workers, on_source, cache)
    resolution = resolve(extractions, judgements)
    sources = list(dict.fromkeys(extraction.source for extraction in extractions))
    graph = build(extractions, resolution)
    return Built(graph, sources, resolution.judgements, problems, resolution.idle, outdated)


def _extracted(
    items: Iterable[Source | Problem], workers: int, on_source: OnSource
) -> tuple[list[Extraction], list[Problem]]:
    from kg.reading import extract_all  # word lists and dictionaries: only where there is text to read

    extractions: list[Extraction] = []
    problems: list[Problem] = []
    for outcome in extract_all(items, workers):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            extractions += outcome
            on_source()
    return extractions, problems


def _extracted_or_kept(
    paths: list[Path], workers: int, on_source: OnSource, folder: Path
) -> tuple[list[Extraction], list[Problem], list[str]]:
    """What is new of the paths joined to what the folder keeps; the sources there that want reading again."""
    from kg.cache import Cache

    cache = Cache(folder)
    new = (item for item in read(paths) if isinstance(item, Problem) or cache.is_new(item))
    extractions, problems = _extracted(new, workers, on_source)
    for _, found in groupby(extractions, key=lambda extraction: extraction.source):
        cache.put(found)
    cache.save()
    return list(cache.extractions()), problems, cache.outdated
