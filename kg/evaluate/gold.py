"""Gold facts: what a careful reader found in a source, one JSON object a line.

Lists ending in `_optional` hold what could be read either way; they are never counted against a graph.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.errors import InputError
from kg.language import tr
from kg.model import Rel


class Role(NamedTuple):
    """A person's role at the meeting `ref`."""

    person: str
    rel: Rel
    ref: str


class GoldMeeting(msgspec.Struct, frozen=True):
    """A meeting; `names` has the canonical name first, `ref` is its name within the source."""

    ref: str
    names: tuple[str, ...]
    date: str | None = None
    optional: bool = False


class GoldMeasure(msgspec.Struct, frozen=True):
    """A measure under each form that counts as it."""

    names: tuple[str, ...]


class GoldDirective(msgspec.Struct, frozen=True):
    """A demand: who makes it, and how it begins."""

    speaker: str
    snippet: str


Pair = tuple[str, str]


class Gold(msgspec.Struct, frozen=True):
    """All gold facts of one source."""

    id: str
    persons: tuple[str, ...] = ()
    persons_optional: tuple[str, ...] = ()
    posts: tuple[Pair, ...] = ()
    posts_optional: tuple[Pair, ...] = ()
    meetings: tuple[GoldMeeting, ...] = ()
    roles: tuple[Role, ...] = ()
    roles_optional: tuple[Role, ...] = ()
    conveyed: tuple[Pair, ...] = ()
    conveyed_optional: tuple[Pair, ...] = ()
    adopted: tuple[Pair, ...] = ()
    adopted_optional: tuple[Pair, ...] = ()
    measures: tuple[GoldMeasure, ...] = ()
    measures_optional: tuple[str, ...] = ()
    measure_links: tuple[tuple[str, str, str | None], ...] = ()
    documents: tuple[str, ...] = ()
    documents_optional: tuple[str, ...] = ()
    targets: tuple[Pair, ...] = ()
    targets_optional: tuple[str | Pair, ...] = ()
    directives: tuple[GoldDirective, ...] = ()


def read_gold(path: Path) -> list[Gold]:
    """The gold facts in a file, one source a line; InputError names the line that is none."""
    decoder = msgspec.json.Decoder(Gold)
    golds = []
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    golds.append(_decoded(decoder, line, path, number))
    except OSError as error:
        raise InputError(str(path), tr("cannot be read: {error}", error=error.strerror)) from error
    return golds


def _decoded(decoder: msgspec.json.Decoder[Gold], line: bytes, path: Path, number: int) -> Gold:
    try:
        return decoder.decode(line)
    except msgspec.MsgspecError as error:
        raise InputError(str(path), tr("not gold facts: {error}", error=error), number) from error
