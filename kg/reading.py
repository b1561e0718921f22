"""Reading and extracting: sources in, what each of their articles says out, in as many processes as wanted.

Each source is looked at by itself, so the number of processes changes nothing in the result: extractions come back in
the order of the sources.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

import msgspec

from kg.completing import completed
from kg.errors import KgError
from kg.extract import extract
from kg.language import Language, current, tr, use
from kg.source.record import Problem, Source
from kg.statement import Extraction

Outcome = list[Extraction] | Problem  # what became of one source

_CHUNK = 64  # sources that travel to another process at a time
_encode = msgspec.msgpack.Encoder().encode  # what comes back: half of what pickling takes
_decode = msgspec.msgpack.Decoder(list[Outcome]).decode


def extract_all(items: Iterable[Source | Problem], workers: int = 1) -> Iterator[Outcome]:
    """For each item, in order: a source's extractions, or the Problem it is or turns out to be."""
    if workers <= 1:
        yield from map(_outcome, items)
    else:
        yield from _in_processes(iter(items), workers)


def _outcome(item: Source | Problem) -> Outcome:
    if isinstance(item, Problem):
        return item
    try:
        found = [completed(extraction, item.text) for extraction in extract(item)]
    except Exception as error:
        error.add_note(f"while extracting {item.id} ({item.path}, line {item.line})")
        raise
    return found or Problem(item.path, item.line, tr("no article found"))


def _in_processes(items: Iterator[Source | Problem], workers: int) -> Iterator[Outcome]:
    """Few chunks are ahead of whoever takes them, so an archive of any size passes through little memory."""
    spawn = multiprocessing.get_context("spawn")  # forking a process that has threads is not safe
    pool = ProcessPoolExecutor(workers, spawn, initializer=_prepare, initargs=(current(),))
    ahead: deque[Future[bytes]] = deque()
    try:
        while chunk := list(islice(items, _CHUNK)):
            ahead.append(pool.submit(_outcomes, chunk))
            if len(ahead) > 2 * workers:
                yield from _decode(ahead.popleft().result())
        for future in ahead:
            yield from _decode(future.result())
    except BrokenProcessPool as error:
        raise KgError(
            tr("A worker process died, most likely for want of memory; try again with fewer workers.")
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _outcomes(chunk: list[Source | Problem]) -> bytes:
    return _encode([_outcome(item) for item in chunk])


def _prepare(language: Language) -> None:
    """Another process speaks the language of this one, and leaves an interrupt to it."""
    use(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
