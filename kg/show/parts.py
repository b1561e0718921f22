"""Parts of the graph in a store: what is around nodes, what the rows of a canned query speak of, the trace of a
measure, the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.claims import source_of
from kg.errors import UsageError
from kg.language import tr
from kg.model import NODES, Label, Rel
from kg.queries import Asked, run
from kg.show.fetch import BACK, OUT, between, label_of, neighbours, touching

if TYPE_CHECKING:
    from kg.graph import Graph

MOST = 300  # nodes of a picture around something that can still be told apart
WAY = 4  # meetings that a spirit was carried through, as in `cypher/queries/trace_way.cypher`
_NEAR = 8  # names shown to someone whose words fit several nodes
_LAST = (Label.DIRECTIVE, Label.TARGET, Label.ARTICLE)  # left out first where there is too much


class Part(NamedTuple):
    """A part of the graph; `left_out` counts the nodes that would belong to it but were too many."""

    graph: Graph
    left_out: int = 0


def find(store: Asked, text: str) -> list[str]:
    """The keys of the nodes that somebody means by `text`: a key, a name or alias, else the one name it is part of.

    UsageError where it is part of several names, or of none.
    """
    if label_of(text) and store.run(f"MATCH (n:{label_of(text)} {{key: $key}}) RETURN n.key AS key", {"key": text}):
        return [text]
    if exact := [row["key"] for row in _named(store, text, whole=True)]:
        return exact
    near = _named(store, text, whole=False)
    things = [row["key"] for row in near if label_of(row["key"]) not in _LAST]
    if len(near) == 1 or len(things) == 1:
        return things or [near[0]["key"]]
    if not near:
        raise UsageError(
            tr(
                "Nothing in the graph is called {text!r}. `kg query measures` lists some.",
                text=text,
            )
        )
    near.sort(key=lambda row: _rank(row["key"]))
    listed = "".join(f"\n  {row['name']}  ({row['key']})" for row in near[:_NEAR])
    more = f"\n  {tr('… and {n} more', n=len(near) - _NEAR)}" if len(near) > _NEAR else ""
    raise UsageError(tr("{text!r} is part of several names; give one whole, or its key:", text=text) + listed + more)


def around(store: Asked, keys: Iterable[str], hops: int = 1, most: int = MOST) -> Part:
    """The nodes of these keys and what is up to `hops` relationships away; `most` nodes at most, nearest first.

    Which article mentions which thing is kept for the asked nodes alone: between the others it would hide the rest.
    """
    kept = ring = asked = sorted(set(keys))
    left_out = 0
    for _ in range(hops):
        reached = {end for arrow in (OUT, BACK) for a, _, b in touching(store, ring, arrow) for end in (a, b)}
        new = sorted(reached - {*kept}, key=_rank)
        ring = new[: max(0, most - len(kept))]
        left_out += len(new) - len(ring)
        kept = [*kept, *ring]
    return Part(between(store, kept, mentions_of=asked), left_out)


def said_by(store: Asked, query: str, given: Mapping[str, Any] | None = None) -> Part:
    """What the rows of a canned query speak of: the nodes they name in the articles of their evidence, and the
    relationships between those.
    """
    rows = run(store, query, given)
    words = {text for row in rows for column, cell in row.items() if column != "quotes" for text in _strings(cell)}
    paths = sorted({source_of(entry) for row in rows for entry in row.get("evidence") or ()})
    spoken_of = store.run(_SPOKEN_OF, {"paths": paths})
    named = {row["key"] for row in spoken_of if {row["name"], row["text"]} & words}
    while beside := {key for key, name in neighbours(store, named) if name in words} - named:
        named |= beside  # such as the body of a post, which no article need name
    return Part(between(store, named, mentions_of=()))


def trace_of(store: Asked, measure: str) -> Part:
    """The trace of a measure: its wordings and parts, the demands for them, who made them at which meetings, who
    chaired those, and the meetings and papers they conveyed.
    """
    forms = {row["key"] for row in store.run(_FORMS, {"measure": measure})}
    demands = {start for start, _, _ in touching(store, forms, BACK, Rel.CALLS_FOR)}
    speakers = {start for start, _, _ in touching(store, demands, BACK, Rel.ISSUED)}
    meetings = way = {end for _, _, end in touching(store, demands, OUT, Rel.GIVEN_AT)}
    for _ in range(WAY):
        way = {end for _, _, end in touching(store, way, OUT, Rel.CONVEYED)} - meetings
        meetings = meetings | way
    chairs = {start for start, _, _ in touching(store, meetings, BACK, Rel.CHAIRED)}
    return Part(between(store, forms | demands | speakers | meetings | chairs, mentions_of=()))


def whole(store: Asked) -> Part:
    """Everything."""
    keys = [row["key"] for label in Label for row in store.run(f"MATCH (n:{label}) RETURN n.key AS key")]
    return Part(between(store, keys))


def size(store: Asked) -> int:
    """How many nodes the whole graph has."""
    return sum(row["n"] for label in Label for row in store.run(f"MATCH (n:{label}) RETURN count(n) AS n"))


def _named(store: Asked, text: str, *, whole: bool) -> list[dict[str, str]]:
    """Nodes one of whose names is the text, or holds it; see `kg.store.plan.identified` for `forms`."""
    found: list[dict[str, str]] = []
    for label in Label:
        words = text
        if "aliases" in NODES[label].properties:
            test, words = "n.forms CONTAINS $words", f"|{text}|" if whole else text
        else:
            test = "n.name = $words" if whole else "n.name CONTAINS $words"
        cypher = f"MATCH (n:{label}) WHERE {test} RETURN n.key AS key, n.name AS name ORDER BY name, key"
        found += store.run(cypher, {"words": words})
    return found


def _rank(key: str) -> tuple[int, str]:
    label = label_of(key)
    return (_LAST.index(label) + 1 if label in _LAST else 0, key)


def _strings(cell: Any) -> Iterable[str]:
    """The texts in a cell, however deep."""
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, Mapping):
        yield from (text for value in cell.values() for text in _strings(value))
    elif isinstance(cell, list | tuple):
        yield from (text for value in cell for text in _strings(value))


_SPOKEN_OF = """MATCH (a:Article) WHERE a.path IN $paths
MATCH (a)-[:MENTIONS|REPORTS]->(n)
RETURN DISTINCT n.key AS key, n.name AS name, n.text AS text
UNION MATCH (a:Article) WHERE a.path IN $paths
RETURN DISTINCT a.key AS key, a.name AS name, a.headline AS text"""

_FORMS = """MATCH (x:Measure)
WHERE x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(whole:Measure)
RETURN DISTINCT whole.key AS key
UNION MATCH (x:Measure)
WHERE x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(whole:Measure)
MATCH (whole)-[:HAS_PART]->(:Measure)-[:VARIANT_OF*0..2]-(part:Measure)
RETURN DISTINCT part.key AS key"""
