"""The whole way from paths to a graph: read → extract (in as many processes as wanted) → resolve → build.

    built = build_graph(["seeds"])
    built.graph, built.problems

Reading and extracting look at one source at a time; only resolving sees them all. The number of processes changes
nothing in the result: extractions come back in the order of the sources.
"""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.export import jsonl
from kg.extract import extract
from kg.graph import Graph, build, merged
from kg.model import Rel
from kg.resolve import resolve
from kg.source.reader import read
from kg.source.record import Problem, Source
from kg.statement import Extraction, Statement

_CHUNK = 64  # sources that travel to another process at a time
_LINE_BREAK = re.compile(r"[ \t　\r]*\n\s*")
OnSource = Callable[[], None]  # called after each source, for progress bars


@dataclass
class Built:
    """A graph, the ids of the sources extracted for it, and what could not be read."""

    graph: Graph
    sources: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def build_graph(paths: Iterable[str | Path], workers: int = 1, on_source: OnSource = lambda: None) -> Built:
    """Everything under `paths` as one graph: sources extracted and resolved, graph files (.jsonl) joined to them."""
    given = [Path(path) for path in paths]
    stored = [path for path in given if jsonl.is_graph(path)]
    built = build_from_sources([path for path in given if path not in stored], workers, on_source)
    graphs = [built.graph]
    for path in stored:
        try:
            graphs.append(jsonl.read(path))
        except InputError as error:
            built.problems.append(Problem(error.path, error.line, error.reason))
    if len(graphs) > 1:
        built.graph = merged(graphs)
    return built


def build_from_sources(paths: Sequence[Path], workers: int, on_source: OnSource) -> Built:
    """Read, extract, resolve and build; problems in the order of the input."""
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


def extract_all(items: Iterable[Source | Problem], workers: int = 1) -> Iterator[list[Extraction] | Problem]:
    """For each item, in order: a source's extractions, or the Problem it is or turns out to be."""
    if workers <= 1:
        yield from map(_outcome, items)
    else:
        yield from _in_processes(iter(items), workers)


def _outcome(item: Source | Problem) -> list[Extraction] | Problem:
    if isinstance(item, Problem):
        return item
    found = [_with_mentions(extraction, item.text) for extraction in extract(item)]
    return found or Problem(item.path, item.line, "no article found")


def _with_mentions(extraction: Extraction, text: str) -> Extraction:
    """The extraction with a MENTIONS statement for every place that names one of its entities."""
    mentions = (
        Statement(Rel.MENTIONS, extraction.article.local, entity.local, span, _LINE_BREAK.sub("", text[slice(*span)]))
        for entity in extraction.entities
        for span in entity.mentions
    )
    return msgspec.structs.replace(extraction, statements=(*extraction.statements, *mentions))


def _in_processes(items: Iterator[Source | Problem], workers: int) -> Iterator[list[Extraction] | Problem]:
    """Chunks ahead of the reader are few, so an archive of any size passes through little memory."""
    spawn = multiprocessing.get_context("spawn")  # forking a process that has threads is not safe
    pool = ProcessPoolExecutor(workers, spawn, initializer=_leave_interrupt_to_parent)
    ahead: deque[Future[list[list[Extraction] | Problem]]] = deque()
    try:
        while chunk := list(islice(items, _CHUNK)):
            ahead.append(pool.submit(_outcomes, chunk))
            if len(ahead) > 2 * workers:
                yield from ahead.popleft().result()
        for future in ahead:
            yield from future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _outcomes(chunk: list[Source | Problem]) -> list[list[Extraction] | Problem]:
    return [_outcome(item) for item in chunk]


def _leave_interrupt_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
