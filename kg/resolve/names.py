"""Which printed form names a node: chosen by counting, never by the order of the input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model import NODES, Label, Properties, Value, merge_properties


def best(names: Iterable[str]) -> str:
    """The most frequent form; of equals the longest, then the first by code points."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def with_aliases(properties: Properties, forms: Iterable[str]) -> Properties:
    """The properties with every form that is not the name as an alias (none where there is none)."""
    aliases = sorted({form for form in forms if form} - {str(properties["name"])})
    return {**properties, "aliases": list(aliases)} if aliases else properties


def merged(label: Label, many: Iterable[Mapping[str, Value]], but: Iterable[str] = ("aliases",)) -> Properties:
    """The declared properties of several mentions as one, by the model's merge rules; hints and `but` left out."""
    declared = {name: p for name, p in NODES[label].properties.items() if name not in but}
    into: Properties = {}
    for properties in many:
        merge_properties(into, {n: v for n, v in properties.items() if n in declared and v not in ("", None)}, declared)
    return into
