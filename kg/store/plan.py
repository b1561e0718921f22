"""A graph as rows to load: who stands behind each node and relationship, grouped, in the order they are written.

A relationship belongs to the sources its evidence names. One without evidence (a resolver's conclusion) belongs to the
sources behind both its ends, or, where no source speaks of both, to all that speak of either. A node belongs to the
sources of its relationships, an article also to its own `path`. What nothing stands behind is not loaded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.claims import KEY, Claimed, declared
from kg.errors import UsageError
from kg.model import RELS, Label, Properties, Rel
from kg.store.groups import Group, Ident, NodeGroup, RelGroup, Row

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = "nx.MultiDiGraph[str]"

Edge = tuple[str, str, str]
Sources = dict[str, set[str]]


@dataclass
class Plan:
    """Rows of every group, and the sources they come from."""

    groups: dict[Group, list[Row]]
    sources: set[str]
    unsupported: list[str]
    _idents: dict[Group, set[Ident]] = field(default_factory=dict)

    def has(self, group: Group, ident: Ident) -> bool:
        """Whether the graph holds this node or relationship."""
        if group not in self._idents:
            self._idents[group] = {group.ident(row) for row in self.groups.get(group, ())}
        return ident in self._idents[group]

    @property
    def article_sources(self) -> set[str]:
        """The sources that have an article here."""
        return {row["props"]["path"] for row in self.groups.get(NodeGroup(Label.ARTICLE), ()) if "path" in row["props"]}


def plan(graph: Graph) -> Plan:
    """The rows of a graph of the shape told in `kg.model`; UsageError names what does not conform."""
    relationships, behind = _attribute(graph)
    groups = _node_groups(graph, behind) | _rel_groups(graph, relationships)
    unsupported = sorted(key for key in graph if not behind.get(key))
    return Plan(groups, set().union(*behind.values()), unsupported)


def _attribute(graph: Graph) -> tuple[dict[Edge, Claimed], Sources]:
    """What each source claims of every relationship, and the sources behind every node."""
    behind: Sources = defaultdict(set)
    for key, attributes in graph.nodes(data=True):
        own = {attributes["path"]} if attributes.get("label") == Label.ARTICLE and "path" in attributes else set()
        behind[key] |= Claimed.read({k: v for k, v in attributes.items() if k in ("sources", "claims")}).sources | own
    claimed: dict[Edge, Claimed] = {}
    silent: list[Edge] = []
    for start, end, rel, attributes in graph.edges(keys=True, data=True):
        claim = claimed[start, rel, end] = Claimed.read(attributes)
        behind[start] |= claim.sources
        behind[end] |= claim.sources
        if not claim.sources:
            silent.append((start, rel, end))
    _conclude(graph, claimed, silent, behind)
    return {edge: claim for edge, claim in claimed.items() if claim.sources}, behind


def _conclude(graph: Graph, claimed: dict[Edge, Claimed], silent: list[Edge], behind: Sources) -> None:
    """Give relationships without evidence their sources, from where there are some outwards."""
    while silent:
        reached = [edge for edge in sorted(silent) if behind[edge[0]] or behind[edge[2]]]
        found = {edge: behind[edge[0]] & behind[edge[2]] or behind[edge[0]] | behind[edge[2]] for edge in reached}
        for (start, rel, end), sources in found.items():
            claimed[start, rel, end] = Claimed.read(graph.edges[start, end, rel], sources)
            behind[start] |= sources
            behind[end] |= sources
        silent = [edge for edge in silent if edge not in found]
        if not found:
            return


def _node_groups(graph: Graph, behind: Sources) -> dict[Group, list[Row]]:
    groups: dict[Group, list[Row]] = {NodeGroup(Label.ARTICLE): []}  # first: they tell which sources the store knows
    for key, attributes in graph.nodes(data=True):
        if behind.get(key):
            label = _label(key, attributes)
            properties = {name: value for name, value in attributes.items() if name != "label"}
            stored = _stored(key, label, Claimed.read(properties, behind[key]))
            groups.setdefault(NodeGroup(label), []).append({"key": key, "props": stored | {KEY: key}})
    return {group: sorted(rows, key=NodeGroup.ident) for group, rows in groups.items()}


def _rel_groups(graph: Graph, relationships: Mapping[Edge, Claimed]) -> dict[Group, list[Row]]:
    groups: dict[Group, list[Row]] = defaultdict(list)
    for (start, rel, end), claimed in relationships.items():
        group = _rel_group(graph, start, rel, end)
        props = _stored(f"({start})-[{rel}]->({end})", group.rel, claimed)
        groups[group].append({"from_key": start, "to_key": end, "props": props})
    return {group: _by_hub(rows) for group, rows in groups.items()}


def _by_hub(rows: list[Row]) -> list[Row]:
    """Rows that touch the same much-shared node side by side: a batch then locks and reads it once."""
    busiest = {side: max(Counter(row[side] for row in rows).values()) for side in ("from_key", "to_key")}
    hub, other = sorted(busiest, key=lambda side: (-busiest[side], side))
    return sorted(rows, key=lambda row: (row[hub], row[other]))


def _stored(what: str, kind: Label | Rel, claimed: Claimed) -> Properties:
    unknown = {name for claim in _distinct(claimed) for name in claim} - declared(kind).keys()
    if unknown:
        known = ", ".join(sorted(declared(kind)))
        raise UsageError(f"{what}: {kind} has no property {', '.join(sorted(unknown))}; kg.model declares {known}")
    return claimed.properties(kind)


def _distinct(claimed: Claimed) -> Iterator[Properties]:
    return iter({id(claim): claim for claim in claimed.claims.values()}.values())


def _label(key: str, attributes: Mapping[str, Any]) -> Label:
    try:
        return Label(attributes["label"])
    except (KeyError, ValueError):
        known = ", ".join(Label)
        raise UsageError(f"{key}: label {attributes.get('label')!r} is none of {known}") from None


def _rel_group(graph: Graph, start: str, rel: str, end: str) -> RelGroup:
    if rel not in Rel.__members__:
        raise UsageError(f"({start})-[{rel}]->({end}): the type is none of {', '.join(Rel)}")
    group = RelGroup(Rel(rel), _label(start, graph.nodes[start]), _label(end, graph.nodes[end]))
    if group.start not in RELS[group.rel].starts or group.end not in RELS[group.rel].ends:
        raise UsageError(f"({start})-[{rel}]->({end}): {rel} does not join {group.start} to {group.end}")
    return group
