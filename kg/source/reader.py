"""From paths to `Source`s: text files whole, JSONL one record at a time; what cannot be read becomes a `Problem`.

Nothing raises and nothing is skipped in silence: every input gives either a Source or a Problem that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.language import tr
from kg.source import files, metadata
from kg.source.metadata import Metadata
from kg.source.record import Problem, Source


class Record(msgspec.Struct, frozen=True):
    """One line of a JSONL corpus; fields it does not name are ignored."""

    id: str | int
    text: str
    date: str | None = None
    title: str | None = None
    source: str | None = None
    jurisdiction: str | None = None


_record = msgspec.json.Decoder(Record)


def read(paths: Iterable[str | Path]) -> Iterator[Source | Problem]:
    """Read files and folders, in the order given; two sources of one id are one Source and a Problem.

    Metadata comes from the record itself, else from the `sources.toml` in the file's folder.
    """
    first: dict[str, str] = {}
    for item in _read_all(paths):
        if isinstance(item, Source):
            place = f"{item.path}:{item.line}" if item.line else item.path
            if (known := first.setdefault(item.id, place)) != place:
                item = Problem(
                    item.path,
                    item.line,
                    tr("id {id!r} is already taken by {known}; give it another", id=item.id, known=known),
                )
        yield item


def _read_all(paths: Iterable[str | Path]) -> Iterator[Source | Problem]:
    tables: dict[Path, Mapping[str, Metadata]] = {}
    for path in files.find(paths):
        if isinstance(path, Problem):
            yield path
            continue
        if path.parent not in tables:
            found = _tables(path.parent)
            if isinstance(found, Problem):
                yield found
            tables[path.parent] = {} if isinstance(found, Problem) else found
        yield from read_file(path, metadata.lookup(tables[path.parent], files.plain_name(path)))


def _tables(folder: Path) -> Mapping[str, Metadata] | Problem:
    try:
        return metadata.load(folder)
    except InputError as error:
        return Problem(error.path, error.line, error.reason)


def read_file(path: Path, known: Metadata) -> Iterator[Source | Problem]:
    """Every source in one file; `known` fills what the file does not tell of itself."""
    try:
        if files.kind(path) in files.TEXT_KINDS:
            yield _text(path, known)
        else:
            yield from _records(path, known)
    except files.READ_ERRORS as error:
        yield Problem(str(path), 0, tr("cannot be read: {error}", error=error))


def _text(path: Path, known: Metadata) -> Source | Problem:
    with files.open_bytes(path) as stream:
        text = _decode(stream.read(), path, 1)
    if isinstance(text, Problem):
        return text
    if not text.strip():
        return Problem(str(path), 0, tr("empty"))
    return Source(id=files.plain_name(path), text=text, path=str(path), **msgspec.structs.asdict(known))


def _records(path: Path, known: Metadata) -> Iterator[Source | Problem]:
    empty = True
    with files.open_bytes(path) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                empty = False
                yield _source(line, path, number, known)
    if empty:
        yield Problem(str(path), 0, tr("empty"))


def _source(line: bytes, path: Path, number: int, known: Metadata) -> Source | Problem:
    text = _decode(line, path, number)
    if isinstance(text, Problem):
        return text
    try:
        record = _record.decode(text)
        return _from_record(record, path, number, known)
    except (msgspec.MsgspecError, ValueError) as error:
        return Problem(str(path), number, tr("not a record: {error}", error=error))


def _from_record(record: Record, path: Path, line: int, known: Metadata) -> Source:
    """ValueError where a field's value is of no use."""
    if not str(record.id).strip():
        raise ValueError(tr("id is empty"))
    if not record.text.strip():
        raise ValueError(tr("text is empty"))
    date = record.date or known.date
    metadata.check_date(date)
    return Source(
        id=str(record.id),
        text=record.text,
        date=date,
        title=record.title or known.title,
        publisher=record.source or known.publisher,
        jurisdiction=record.jurisdiction or known.jurisdiction,
        path=str(path),
        line=line,
    )


def _decode(data: bytes, path: Path, line: int) -> str | Problem:
    """UTF-8 text; a Problem names the line of the first byte that is none (`line` is the line `data` starts on)."""
    try:
        zero = data.find(b"\0")
        if zero < 0:
            return data.decode()
        at, reason = zero, tr("holds a zero byte: binary or UTF-16, not UTF-8 text")
    except UnicodeDecodeError as error:
        at = error.start
        reason = tr("not UTF-8 (byte 0x{byte:02x}); convert it first: iconv -f GB18030 -t UTF-8", byte=data[at])
    return Problem(str(path), line + data[:at].count(b"\n"), reason)
