"""Reading and extracting: sources in, what each of their articles says out, in as many processes as wanted.

Each source is looked at by itself, so the number of processes changes nothing in the result: extractions come back in
the order of the sources.
"""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

import msgspec

from kg.errors import KgError
from kg.extract import extract
from kg.model import Label, Rel
from kg.source.record import Problem, Source
from kg.statement import Entity, Extraction, Statement

Outcome = list[Extraction] | Problem  # what became of one source

_CHUNK = 64  # sources that travel to another process at a time
_AROUND, _LOOKED_AT = 30, 3  # characters on each side of a person's name, mentions looked at
_LINE_BREAK = re.compile(r"[ \t　\r]*\n\s*")


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
        found = [_placed(extraction, item.text) for extraction in extract(item)]
    except Exception as error:
        error.add_note(f"while extracting {item.id} ({item.path}, line {item.line})")
        raise
    return found or Problem(item.path, item.line, "no article found")


def _placed(extraction: Extraction, text: str) -> Extraction:
    """The extraction with what only the text tells: every mention as a statement, what stands around each person."""
    mentions = (
        Statement(Rel.MENTIONS, extraction.article.local, entity.local, span, _LINE_BREAK.sub("", text[slice(*span)]))
        for entity in extraction.entities
        for span in entity.mentions
    )
    entities = tuple(_with_surroundings(e, text) if e.label is Label.PERSON else e for e in extraction.entities)
    return msgspec.structs.replace(extraction, entities=entities, statements=(*extraction.statements, *mentions))


def _with_surroundings(person: Entity, text: str) -> Entity:
    """A hint for the resolver, who never sees the text: the words on both sides of the first mentions."""
    sides = [(max(0, at - _AROUND), at, end, end + _AROUND) for at, end in person.mentions[:_LOOKED_AT]]
    around = [_LINE_BREAK.sub("", text[a:b]) for left, at, end, right in sides for a, b in ((left, at), (end, right))]
    return msgspec.structs.replace(person, props=person.props | {"_near": around})


def _in_processes(items: Iterator[Source | Problem], workers: int) -> Iterator[Outcome]:
    """Few chunks are ahead of whoever takes them, so an archive of any size passes through little memory."""
    spawn = multiprocessing.get_context("spawn")  # forking a process that has threads is not safe
    pool = ProcessPoolExecutor(workers, spawn, initializer=_leave_interrupt_to_parent)
    ahead: deque[Future[list[Outcome]]] = deque()
    try:
        while chunk := list(islice(items, _CHUNK)):
            ahead.append(pool.submit(_outcomes, chunk))
            if len(ahead) > 2 * workers:
                yield from ahead.popleft().result()
        for future in ahead:
            yield from future.result()
    except BrokenProcessPool as error:
        raise KgError("A worker process died, most likely for want of memory; try again with fewer workers.") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _outcomes(chunk: list[Source | Problem]) -> list[Outcome]:
    return [_outcome(item) for item in chunk]


def _leave_interrupt_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
