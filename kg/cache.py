"""What was extracted before, kept in a folder: a new day's articles are added without reading the archive again.

    cache = Cache(Path("world"))
    pending = [source for source in read(paths) if cache.is_new(source)]
    ...
    cache.put(extractions)
    cache.save()

One MessagePack file, one entry a source: its id, a checksum of everything the extractor is given, the extractor that
read it, what it found. Extracting looks at one source alone, so an entry stays right until its source or the extractor
changes. Resolving compares sources and is done anew over all entries, which is what makes the outcome that of a full
rebuild, whatever the order and the portions in which the sources came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache as once
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from kg.errors import InputError, UsageError
from kg.language import tr
from kg.source.record import Source
from kg.statement import Extraction

FILE = "extractions.msgpack"
_READERS = (
    "extract",
    "lexicon",
    "source",
    "reading.py",
    "completing.py",
    "statement.py",
)  # what makes an extraction what it is


class Entry(msgspec.Struct, frozen=True):
    """One source's part; `found` is kept encoded until somebody wants it."""

    source: str
    checksum: str
    reader: str
    found: msgspec.Raw


_entries = msgspec.msgpack.Decoder(list[Entry])
_extractions = msgspec.msgpack.Decoder(list[Extraction])


class Cache:
    """The extractions in a folder, made if it is not there; UsageError where it cannot be, InputError where its file is
    none of ours.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._asked: dict[str, str] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stored = self._path.read_bytes() if self._path.exists() else b"\x90"
        except OSError as error:
            raise UsageError(
                tr(
                    "{folder} cannot be a cache: {error}. Name a folder to write to.",
                    folder=folder,
                    error=error.strerror,
                )
            ) from error
        try:
            self._known = {entry.source: entry for entry in _entries.decode(stored)}
        except msgspec.DecodeError as error:
            raise InputError(
                str(self._path), tr("not a cache of extractions ({error}); remove it to begin anew", error=error)
            ) from error

    def is_new(self, source: Source) -> bool:
        """Whether the source has to be read: never seen, changed, or seen by another version of the extractor."""
        checksum = _checksum(source)
        known = self._known.get(source.id)
        if known and (known.checksum, known.reader) == (checksum, reader()):
            return False
        self._asked[source.id] = checksum
        return True

    def put(self, found: Iterable[Extraction]) -> None:
        """Keep what was found in one source that `is_new` was asked of."""
        extractions = list(found)
        source = extractions[0].source
        raw = msgspec.Raw(msgspec.msgpack.encode(extractions))
        self._known[source] = Entry(source, self._asked[source], reader(), raw)

    def extractions(self) -> Iterator[Extraction]:
        """All that is kept, in the order of the sources' ids."""
        for source in sorted(self._known):
            yield from _extractions.decode(self._known[source].found)

    @property
    def outdated(self) -> list[str]:
        """The sources that an earlier extractor read and nobody has given since."""
        return sorted(source for source, entry in self._known.items() if entry.reader != reader())

    def save(self) -> None:
        """Write the file; it is replaced whole or not at all."""
        part = self._path.with_name(f"{FILE}.part")
        part.write_bytes(msgspec.msgpack.encode([self._known[source] for source in sorted(self._known)]))
        part.replace(self._path)


def _checksum(source: Source) -> str:
    """Of all that the extractor is given; where the file lies does not matter."""
    given = msgspec.msgpack.encode(msgspec.structs.replace(source, path="", line=0))
    return hashlib.blake2b(given, digest_size=16).hexdigest()


@once
def reader() -> str:
    """The version of the extractor: a checksum of its code and its word lists."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted((f for name in _READERS for f in _files(files("kg") / name)), key=str):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(place: Traversable) -> Iterator[Traversable]:
    if place.is_file():
        yield place
    elif place.name != "__pycache__":
        for inner in place.iterdir():
            yield from _files(inner)
