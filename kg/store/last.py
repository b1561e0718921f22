"""The load before: the same graph once more, with no other loaded in between, needs no second look at every row.

A store notes of its last load a checksum of all that was handed over, what was reported, and how much it then held.
Where that is still so, a load is done before it begins. The checksum covers this package's own rules of storing, too,
so another version loads in full; so does whoever finds that somebody has deleted or added something by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from kg.store.report import Counts, LoadReport

if TYPE_CHECKING:
    from kg.graph import Graph

_RULES = ("claims.py", "model.py", "store/groups.py", "store/loader.py", "store/plan.py")  # what is stored, and how
_NOTED = "MATCH (l:_Load {key: 'last'}) RETURN l.checksum AS checksum, l.report AS report, l.size AS size"
_SIZES = ("MATCH (n) RETURN count(n) AS size", "MATCH ()-[r]->() RETURN count(r) AS size")
_NOTE = (
    "UNWIND $rows AS row MERGE (l:_Load {key: 'last'}) "
    "SET l.checksum = row.checksum, l.report = row.report, l.size = row.size"
)


class Notes(Protocol):
    """What keeping a note asks of a store; see `kg.store.loader.Backend`."""

    def write(self, cypher: str, rows: Sequence[Any]) -> Mapping[str, int]:
        """Run a statement over `$rows`."""

    def read(self, cypher: str, parameters: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        """The rows of a statement."""


def checksum(graph: Graph, sources: Iterable[str]) -> str:
    """Of a graph as it is handed over; two orders of one graph are two checksums, which costs a load in full."""
    digest, encode = blake2b(_rules(), digest_size=16), msgspec.msgpack.Encoder().encode
    for part in chain([sorted(sources)], graph.nodes(data=True), graph.edges(keys=True, data=True)):
        digest.update(encode(part))
    return digest.hexdigest()


def report(notes: Notes, mark: str) -> LoadReport | None:
    """What to report where the load with this checksum was the last one and left what is there now; else None."""
    for noted in notes.read(_NOTED, {}):
        if noted["checksum"] == mark and noted["size"] == _size(notes):
            return msgspec.json.decode(noted["report"], type=LoadReport)
    return None


def note(notes: Notes, mark: str, done: LoadReport) -> None:
    """Remember a load that is done."""
    _write(notes, "", "", "")  # the note itself counts
    _write(notes, mark, msgspec.json.encode(_again(done)).decode(), _size(notes))


def forget(notes: Notes) -> None:
    """A load begins: should it be cut off, the next one looks at everything."""
    if any(noted["checksum"] for noted in notes.read(_NOTED, {})):
        _write(notes, "", "", "")


def _write(notes: Notes, mark: str, told: str, size: str) -> None:
    notes.write(_NOTE, [{"checksum": mark, "report": told, "size": size}])


def _size(notes: Notes) -> str:
    """How many nodes and relationships there are."""
    return " ".join(str(row["size"]) for query in _SIZES for row in notes.read(query, {}))


def _again(done: LoadReport) -> LoadReport:
    """What the same load reports the next time."""
    nodes, relationships = (
        {name: Counts(loaded=counts.loaded) for name, counts in group.items() if counts.loaded}
        for group in (done.nodes, done.relationships)
    )
    return LoadReport(nodes, relationships, done.sources, done.sources, done.unsupported)


@cache
def _rules() -> bytes:
    return b"".join(_contents())


def _contents() -> Iterator[bytes]:
    for name in _RULES:
        yield files("kg").joinpath(name).read_bytes()
