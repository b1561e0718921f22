"""A graph as rows to load: who stands behind each node and relationship, grouped, in the order they are written.

A relationship belongs to the sources its evidence names. One without evidence (a resolver's conclusion) belongs to the
sources behind both its ends, or, where no source speaks of both, to all that speak of either. A node belongs to the
sources of its relationships, an article also to its own `path`. What nothing stands behind is not loaded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.claims import FORMS, KEY, declared, sources_named, stored_form
from kg.errors import UsageError
from kg.language import tr
from kg.model import RELS, Label, Properties, Rel
from kg.store.groups import Group, Ident, NodeGroup, RelGroup, Row

if TYPE_CHECKING:
    from kg.graph import Graph

Edge = tuple[str, str, str]
NOBODY: frozenset[str] = frozenset()


class Plan:
    """What a graph holds, by groups; UsageError names what is not of the shape told in `kg.model`.

    `sources` stand behind it; those in `article_sources` have an article in it; `unsupported` are keys of nodes that
    no relationship reaches.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._labels = {key: _label(key, label) for key, label in graph.nodes(data="label")}
        self._behind: dict[str, set[str]] = defaultdict(set)
        self._concluded: dict[Edge, set[str]] = {}
        self._attribute_nodes()
        self._conclude(self._attribute_relationships())
        self.sources = set().union(*self._behind.values())
        self.unsupported = sorted(key for key in graph if not self._behind[key])
        articles = (graph.nodes[key] for key, label in self._labels.items() if label is Label.ARTICLE)
        self.article_sources = {article["path"] for article in articles if "path" in article}

    def nodes(self) -> dict[Group, list[Ident]]:
        """The nodes of each label, articles first: they tell which sources a store knows."""
        groups: dict[Group, list[Ident]] = {NodeGroup(Label.ARTICLE): []}
        for key, label in self._labels.items():
            if self._behind[key]:
                groups.setdefault(NodeGroup(label), []).append((key,))
        return {group: sorted(idents) for group, idents in groups.items()}

    def relationships(self) -> dict[Group, list[Ident]]:
        """The relationships of each type between two labels, by the much-shared nodes they touch."""
        kinds: dict[tuple[str, Label, Label], list[Ident]] = defaultdict(list)
        labels, behind = self._labels, self._behind
        for start, end, rel in self._graph.edges(keys=True):
            if behind[start] and behind[end]:
                kinds[rel, labels[start], labels[end]].append((start, end))
        return {_rel_group(*kind, idents[0]): _by_hub(idents) for kind, idents in kinds.items()}

    def rows(self, group: Group, idents: list[Ident]) -> Iterator[Row]:
        """Nodes or relationships as the rows of `$rows`, made as they are asked for."""
        if isinstance(group, NodeGroup):
            for (key,) in idents:
                yield {"key": key, "props": self._node(group.label, key)}
        else:
            for start, end in idents:
                yield {"from_key": start, "to_key": end, "props": self._relationship(group.rel, start, end)}

    def has(self, group: Group, ident: Ident) -> bool:
        """Whether the graph holds this node or relationship."""
        if isinstance(group, NodeGroup):
            return self._labels.get(ident[0]) is group.label and bool(self._behind[ident[0]])
        return self._graph.has_edge(ident[0], ident[1], key=group.rel.value)

    def _attribute_nodes(self) -> None:
        for key, attributes in self._graph.nodes(data=True):
            self._behind[key] |= sources_named(attributes)
            if self._labels[key] is Label.ARTICLE and "path" in attributes:
                self._behind[key].add(attributes["path"])

    def _attribute_relationships(self) -> list[Edge]:
        """Give the ends their relationships' sources; the relationships that name none."""
        silent: list[Edge] = []
        for start, end, rel, attributes in self._graph.edges(keys=True, data=True):
            if sources := sources_named(attributes):
                self._behind[start] |= sources
                self._behind[end] |= sources
            else:
                silent.append((start, rel, end))
        return silent

    def _conclude(self, silent: list[Edge]) -> None:
        """Give relationships without evidence their sources, from where there are some outwards."""
        behind = self._behind
        while reached := [edge for edge in silent if behind[edge[0]] or behind[edge[2]]]:
            found = {(a, rel, b): behind[a] & behind[b] or behind[a] | behind[b] for a, rel, b in reached}
            for (start, _, end), sources in found.items():
                behind[start] |= sources
                behind[end] |= sources
            self._concluded |= found
            silent = [edge for edge in silent if edge not in found]

    def _node(self, label: Label, key: str) -> Properties:
        try:
            stored = stored_form(label, self._graph.nodes[key], self._behind[key])
        except KeyError as error:
            raise _undeclared(key, label, error) from None
        return identified(label, key, stored)

    def _relationship(self, rel: Rel, start: str, end: str) -> Properties:
        attributes = self._graph.get_edge_data(start, end, rel.value)
        try:
            return stored_form(rel, attributes, self._concluded.get((start, rel.value, end), NOBODY))
        except KeyError as error:
            raise _undeclared(f"({start})-[{rel}]->({end})", rel, error) from None


def identified(label: Label, key: str, stored: Properties) -> Properties:
    """A node's properties with its key and, where it has several names, all of them in one text: `|林武|林书记|`.

    A query finds part of any name by `CONTAINS 'part'` and a whole one by `CONTAINS '|name|'`, which a text index
    answers; a list would have to be gone through node by node.
    """
    if "aliases" in declared(label) and "name" in stored:
        aliases = stored.get("aliases", [])
        stored[FORMS] = "|".join(["", str(stored["name"]), *(aliases if isinstance(aliases, list) else ()), ""])
    stored[KEY] = key
    return stored


def _rel_group(rel: str, start: Label, end: Label, example: Ident) -> RelGroup:
    what = f"({example[0]})-[{rel}]->({example[1]})"
    if rel not in Rel.__members__:
        raise UsageError(tr("{what}: the type is none of {known}", what=what, known=", ".join(Rel)))
    group = RelGroup(Rel[rel], start, end)
    if start not in RELS[group.rel].starts or end not in RELS[group.rel].ends:
        raise UsageError(tr("{what}: {rel} does not join {start} to {end}", what=what, rel=rel, start=start, end=end))
    return group


def _by_hub(idents: list[Ident]) -> list[Ident]:
    """What touches the same much-shared node side by side: a batch then locks and reads it once."""
    starts, ends = (max(Counter(map(itemgetter(side), idents)).values()) for side in (0, 1))
    return sorted(idents, key=itemgetter(0, 1) if starts >= ends else itemgetter(1, 0))


def _label(key: str, label: Any) -> Label:
    try:
        return Label(label)
    except ValueError:
        raise UsageError(
            tr("{key}: label {label!r} is none of {known}", key=key, label=label, known=", ".join(Label))
        ) from None


def _undeclared(what: str, kind: Label | Rel, error: KeyError) -> UsageError:
    return UsageError(
        tr(
            "{what}: {kind} has no property {error}; kg.model declares {known}",
            what=what,
            kind=kind,
            error=error,
            known=", ".join(sorted(declared(kind))),
        )
    )
