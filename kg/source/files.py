"""Files on disk: which ones under the given paths are sources, and their bytes, unpacked.

A folder is read recursively in sorted order; hidden files and kinds that are no source are left alone there, but
reported when they are named themselves.
"""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from kg.language import tr
from kg.source.record import Problem

TEXT_KINDS = (".txt", ".md")
RECORD_KINDS = (".jsonl",)
KINDS = TEXT_KINDS + RECORD_KINDS
_PACKED: Mapping[str, Callable[[Path, str], Any]] = {".gz": gzip.open, ".xz": lzma.open}
READ_ERRORS = (OSError, EOFError, zlib.error, lzma.LZMAError)  # gzip.BadGzipFile is an OSError


def kind(path: Path) -> str:
    """The suffix that tells what is inside, below any `.gz` or `.xz`: `corpus.jsonl.xz` → `.jsonl`."""
    return Path(path.stem).suffix if path.suffix in _PACKED else path.suffix


def plain_name(path: Path) -> str:
    """The file's name without `.gz` or `.xz`: packing a page does not change its id."""
    return path.stem if path.suffix in _PACKED else path.name


def open_bytes(path: Path) -> BinaryIO:
    """The file's bytes, unpacked on the way. Opening or reading raises one of READ_ERRORS."""
    return cast(BinaryIO, _PACKED.get(path.suffix, open)(path, "rb"))


def find(paths: Iterable[str | Path]) -> Iterator[Path | Problem]:
    """Every source file under the paths, each once however often it is named."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        for found in _under(path):
            if isinstance(found, Problem):
                yield found
            elif (real := found.resolve()) not in seen:
                seen.add(real)
                yield found


def count(paths: Iterable[str | Path]) -> int:
    """How many sources the files hold: a text is one, of records each line is; what cannot be read counts nothing."""
    return sum(_held(path) for path in find(paths) if not isinstance(path, Problem))


def _held(path: Path) -> int:
    if kind(path) in TEXT_KINDS:
        return 1
    try:
        with open_bytes(path) as stream:
            return sum(1 for line in stream if line.strip())
    except READ_ERRORS:
        return 0


def _under(path: Path) -> Sequence[Path | Problem]:
    if path.is_dir():
        return _in_folder(path) or [Problem(str(path), 0, tr("no {kinds} file in this folder", kinds=", ".join(KINDS)))]
    if not path.exists():
        return [Problem(str(path), 0, tr("no such file or folder"))]
    if kind(path) not in KINDS:
        kinds = ", ".join(KINDS)
        return [
            Problem(str(path), 0, tr("not a kind of file that is read here ({kinds}, also .gz and .xz)", kinds=kinds))
        ]
    return [path]


def _in_folder(folder: Path) -> Sequence[Path]:
    inside = (path for path in folder.rglob("*") if not _hidden(path.relative_to(folder)))
    return sorted(path for path in inside if kind(path) in KINDS and path.is_file())


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
