"""The whole way from paths to a graph: read → extract → resolve → build.

    built = build_graph(["seeds"])
    built.graph, built.problems

No store is touched. What is extracted and what is told of relationships waits on disk (`kg.shelf`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.export import jsonl
from kg.graph import Graph, GraphBuilder, built, joined
from kg.lazy import lazy
from kg.shelf import Extractions
from kg.source.reader import read
from kg.source.record import Problem, Source
from kg.statement import Extraction

if TYPE_CHECKING:
    from kg.resolve import Judgement

OnSource = Callable[[], None]  # called after each source, for progress bars


@dataclass
class Built:
    """A graph (`parts`: not put together yet), the ids of its sources, who was taken for whom and why, and what could
    not be read; decisions that name nothing here (`idle`), sources in a cache that an earlier extractor read
    (`outdated`).
    """

    parts: GraphBuilder = field(default_factory=GraphBuilder)
    sources: list[str] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    idle: list[Judgement] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)

    @lazy
    def graph(self) -> Graph:
        """The graph in memory."""
        return self.parts.finish()


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
    found = _from_texts(texts, workers, on_source, judgements, cache) if texts or cache else Built()
    graphs = []
    for path in stored:
        try:
            graphs.append(jsonl.read(path))
        except InputError as error:
            found.problems.append(Problem(error.path, error.line, error.reason))
    if stored:
        found.parts = joined([found.graph, *graphs])
        del found.graph
    return found


def _from_texts(
    paths: list[Path], workers: int, on_source: OnSource, judgements: Iterable[Judgement], cache: Path | None
) -> Built:
    from kg.resolve import resolve

    found = Built()
    if cache is None:
        extractions = _extracted(read(paths), workers, on_source, found)
    else:
        extractions = _extracted_or_kept(paths, workers, on_source, cache, found)
    resolution = resolve(extractions, judgements)
    found.parts = built(extractions, resolution)
    found.judgements, found.idle = resolution.judgements, resolution.idle
    return found


def _extracted(items: Iterable[Source | Problem], workers: int, on_source: OnSource, into: Built) -> Extractions:
    """What the sources say; their ids and what cannot be read are noted in `into`."""
    extractions = Extractions()
    for found in _told(items, workers, on_source, into.problems):
        extractions.add(found)
        into.sources.append(found[0].source)
    into.sources = list(dict.fromkeys(into.sources))
    return extractions


def _told(
    items: Iterable[Source | Problem], workers: int, on_source: OnSource, problems: list[Problem]
) -> Iterator[list[Extraction]]:
    """What each source says, one after the other."""
    from kg.reading import extract_all  # word lists and dictionaries: only where there is text to read

    for outcome in extract_all(items, workers):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            yield outcome
            on_source()


def _extracted_or_kept(paths: list[Path], workers: int, on_source: OnSource, folder: Path, into: Built) -> Extractions:
    """What is new of the paths joined to what the folder keeps; the sources there that want reading again."""
    from kg.cache import Cache

    cache = Cache(folder)
    new = (item for item in read(paths) if isinstance(item, Problem) or cache.is_new(item))
    for found in _told(new, workers, on_source, into.problems):
        cache.put(found)
    cache.save()
    extractions = Extractions()
    extractions.add(cache.extractions())
    into.sources, into.outdated = extractions.sources(), cache.outdated
    return extractions
