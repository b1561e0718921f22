"""Who says what of one node or relationship: the part each source has in its properties.

Merged properties alone cannot be taken apart again: when a corrected source is loaded, nobody could tell which alias
or which `last_seen` it had brought in. So an element carries, beside the merged values,

- `sources`: the sources behind it that its `evidence` does not name (all of them on a node, which has no evidence);
- `claims`: only where its sources say different things, one JSON entry for each distinct set of properties:
  `{"props": {...}, "sources": [...]}`. Where there are none, every source says exactly the merged properties.

A `Claimed` value is that in a form to compute with. Its stored form is canonical: equal claims give equal properties,
whatever the order they came in, which is what makes loading repeatable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec

from kg.model import NODES, RELS, Label, Merge, Properties, Property, Rel, Value, merge_properties

SOURCES, CLAIMS, EVIDENCE, QUOTES, KEY, LABEL = "sources", "claims", "evidence", "quotes", "key", "label"
FORMS = "forms"  # of a stored node: every printed form of its name in one text
BOOKKEEPING = frozenset({SOURCES, CLAIMS, EVIDENCE, QUOTES, KEY, LABEL, FORMS})  # what sources do not say of an element
_NAME = Property("STRING", Merge.MIN, "the fullest printed form; sources rarely differ, as the key is made of it")

Claims = dict[str, Properties]  # source → the properties that source states


@cache
def declared(kind: Label | Rel) -> Mapping[str, Property]:
    """The mergeable properties of a label or relationship type, `name` included."""
    return {"name": _NAME, **NODES[kind].properties} if isinstance(kind, Label) else RELS[kind].properties


def source_of(evidence: str) -> str:
    """The SOURCE of an evidence entry `SOURCE#char=START,END`."""
    return evidence.partition("#char=")[0]


def proofs_of(properties: Mapping[str, Any]) -> dict[str, str]:
    """The evidence entries with their quotes; ValueError where one lacks its quote."""
    return dict(zip(properties.get(EVIDENCE, ()), properties.get(QUOTES, ()), strict=True))


@dataclass(frozen=True)
class Claimed:
    """What each source claims of an element, and the evidence entries that prove it, each with its quote."""

    claims: Claims = field(default_factory=dict)
    proofs: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, properties: Mapping[str, Any], sources: Iterable[str] = ()) -> Claimed:
        """Take stored properties apart. `sources` are those behind the element that it does not name itself."""
        proofs = proofs_of(properties)
        own = _own(properties)
        behind = {*map(source_of, proofs), *properties.get(SOURCES, ()), *sources}
        return cls(dict.fromkeys(behind, own) | _parse(properties.get(CLAIMS, ())), proofs)

    @property
    def sources(self) -> frozenset[str]:
        """All that claim it."""
        return frozenset(self.claims)

    def distinct(self) -> list[Properties]:
        """Each claim once: on a hub thousands of sources share one, and looking at it once is enough."""
        return list({id(claim): claim for claim in self.claims.values()}.values())

    def without(self, sources: Set[str]) -> Claimed:
        """What is left when these sources are taken away."""
        return Claimed(
            {source: claim for source, claim in self.claims.items() if source not in sources},
            {entry: quote for entry, quote in self.proofs.items() if source_of(entry) not in sources},
        )

    def joined(self, other: Claimed) -> Claimed:
        """Both together; where both know a source, `other` is the later word on it."""
        return Claimed(self.claims | other.claims, {**self.proofs, **other.proofs})

    def properties(self, kind: Label | Rel) -> Properties:
        """The stored form, without `key`: merged values, evidence with quotes, and who says what."""
        stored = self._merged(kind)
        agreed = all(claim == stored for claim in self.claims.values())
        bookkeeping = _proved(self.proofs) | {
            SOURCES: sorted(self.claims.keys() - set(map(source_of, self.proofs))),
            CLAIMS: [] if agreed else _entries(self.claims),
        }
        return stored | {name: value for name, value in bookkeeping.items() if value}

    def _merged(self, kind: Label | Rel) -> Properties:
        merged: Properties = {}
        for claim in self.distinct():
            merge_properties(merged, claim, declared(kind))
        return dict(sorted(merged.items()))


def sources_named(properties: Mapping[str, Any]) -> set[str]:
    """The sources an element's own properties name."""
    named = {source_of(entry) for entry in properties.get(EVIDENCE, ())}
    named.update(properties.get(SOURCES, ()))
    if CLAIMS in properties:
        named.update(_parse(properties[CLAIMS]))
    return named


def stored_form(kind: Label | Rel, properties: Mapping[str, Any], sources: set[str] | frozenset[str]) -> Properties:
    """A graph's element as it is stored, `sources` standing behind it besides those it names itself.

    The same as `Claimed.read(properties, sources).properties(kind)`, by a shorter way for the elements whose sources
    all say the same, which are nearly all of a graph. KeyError: a property nobody declared.
    """
    if CLAIMS in properties:
        return Claimed.read(properties, sources).properties(kind)
    stored = _own(properties)
    if not stored.keys() <= declared(kind).keys():
        raise KeyError(*sorted(stored.keys() - declared(kind).keys()))
    if proofs := proofs_of(properties):
        stored |= _proved(proofs)
    if sources or SOURCES in properties:
        unproved = sources.union(properties.get(SOURCES, ())).difference(map(source_of, proofs))
        stored |= {SOURCES: sorted(unproved)} if unproved else {}
    return stored


def _proved(proofs: Mapping[str, str]) -> Properties:
    """The evidence entries in order, and their quotes beside them."""
    entries = sorted(proofs)
    return {EVIDENCE: [*entries], QUOTES: [proofs[entry] for entry in entries]}


def _own(properties: Mapping[str, Any]) -> Properties:
    """What is said, as merging leaves it, so that one telling and two look the same: all in order, nothing empty."""
    return {
        name: sorted(set(value)) if isinstance(value, list) else value
        for name, value in sorted(properties.items())
        if name not in BOOKKEEPING and value is not None and value != []
    }


def _parse(entries: Iterable[str]) -> Claims:
    decoded = [msgspec.json.decode(entry) for entry in entries]
    return {source: entry["props"] for entry in decoded for source in entry["sources"]}


def _entries(claims: Claims) -> list[str]:
    """The distinct claims as JSON, sorted; sources that say the same share an entry."""
    sources: dict[bytes, list[str]] = defaultdict(list)
    for source in sorted(claims):
        sources[msgspec.json.encode(claims[source], order="sorted")].append(source)
    entries = ({"props": msgspec.json.decode(props), "sources": named} for props, named in sources.items())
    return sorted(msgspec.json.encode(entry, order="sorted").decode() for entry in entries)


def claim_properties(
    kind: Label | Rel, claims: Mapping[str, Mapping[str, Value]], proofs: Mapping[str, str] | None = None
) -> Properties:
    """What a graph builder puts on an element: of what each source says of it, and its evidence (entry → quote)."""
    return Claimed({source: _own(props) for source, props in claims.items()}, proofs or {}).properties(kind)
