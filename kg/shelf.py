"""What does not fit into memory waits on disk: a temporary database, gone with whoever made it.

SQLite keeps it in memory up to a few megabytes and sorts in files of its own beyond that, so a page needs no disk and
an archive no memory.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator

import msgspec

from kg.model import Properties, Rel
from kg.statement import Extraction

_KILOBYTES = 16_000
_AT_ONCE = 500  # rows written at a time

FactRow = tuple[str, Rel, str, Properties]  # start, type, end, what is told of it
_properties = msgspec.msgpack.Decoder(Properties)
_extraction = msgspec.msgpack.Decoder(Extraction)
_encode = msgspec.msgpack.Encoder().encode


def _database(table: str) -> sqlite3.Connection:
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    database.execute(f"PRAGMA cache_size = -{_KILOBYTES}")
    database.execute("PRAGMA temp_store = FILE")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute(f"CREATE TABLE {table}")
    database.execute("BEGIN")  # never ended: outside of a transaction every row would be one of its own
    return database


class Extractions:
    """Extractions in the order of their sources and places in them, as often as wanted; one told again replaces the
    earlier telling.
    """

    def __init__(self) -> None:
        self._rows = _database("told (source TEXT, place INTEGER, found BLOB, PRIMARY KEY (source, place))")
        weakref.finalize(self, self._rows.close)

    def add(self, extractions: Iterable[Extraction]) -> None:
        """Keep some more."""
        rows = ((one.source, _place(one), _encode(one)) for one in extractions)
        self._rows.executemany("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", rows)

    def __iter__(self) -> Iterator[Extraction]:
        for (found,) in self._rows.execute("SELECT found FROM told ORDER BY source, place"):
            yield _extraction.decode(found)

    def sources(self) -> list[str]:
        """The sources, sorted."""
        return [source for (source,) in self._rows.execute("SELECT DISTINCT source FROM told ORDER BY source")]


def _place(extraction: Extraction) -> int:
    mentions = extraction.article.mentions
    return mentions[0].start if mentions else 0


class FactRows:
    """What is told of relationships, row by row in any order; given back in the order of start, end, type."""

    def __init__(self) -> None:
        self._rows = _database("fact (start TEXT, rel TEXT, end TEXT, properties BLOB)")
        self._waiting: list[tuple[str, str, str, bytes]] = []
        weakref.finalize(self, self._rows.close)

    def add(self, start: str, rel: Rel, end: str, properties: Properties) -> None:
        """One more row."""
        self._waiting.append((start, rel.value, end, _encode(properties)))
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        self._rows.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", self._waiting)
        self._waiting.clear()

    def __iter__(self) -> Iterator[FactRow]:
        self._write()
        for start, rel, end, told in self._rows.execute("SELECT * FROM fact ORDER BY start, end, rel"):
            yield start, Rel(rel), end, _properties.decode(told)
