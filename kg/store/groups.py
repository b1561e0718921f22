"""The Cypher of loading. Rows that share a label, or a type and the labels of its ends, form a group with one text.

The texts run on both stores. Labels and types are members of the enumerations of `kg.model`, and names of columns are
the ones it declares, so nothing read from a source ever becomes part of a statement; keys and values travel as the
parameter `$rows`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from kg.model import Label, Rel

Row = dict[str, Any]  # key, or from_key and to_key; and props
Ident = tuple[str, ...]

# The sources behind an element; `$known` is a map, as looking a name up in a long list is slow on the embedded engine
SOURCES_OF_NODE = "coalesce({0}.sources, [])"
SOURCES_OF_REL = SOURCES_OF_NODE + " + [entry IN coalesce({0}.evidence, []) | split(entry, '#char=')[0]]"


class NodeGroup(NamedTuple):
    """Nodes of one label."""

    label: Label

    @property
    def counted(self) -> str:
        """What the store counts when it makes or deletes them."""
        return "nodes"

    @property
    def kind(self) -> Label:
        """What tells the properties' merge rules."""
        return self.label

    def merge(self, columns: Sequence[str]) -> str:
        """Makes those that are missing, complete; leaves the others as they are. `$rows` are `values` of rows."""
        return (
            f"UNWIND $rows AS row MERGE (n:{self.label} {{key: row[0]}}) "
            f"ON CREATE SET n = {{{_assigned(('key', *columns), 0)}}}"
        )

    @staticmethod
    def values(row: Row, columns: Sequence[str]) -> list[Any]:
        """The key and the values of the columns: names sent once, not with every row, are half of the work saved."""
        return [row["key"], *map(row["props"].get, columns)]

    @property
    def stored(self) -> str:
        """Those that are there, with their properties."""
        return (
            f"UNWIND $rows AS row MATCH (n:{self.label} {{key: row[0]}}) RETURN row[0] AS key, properties(n) AS props"
        )

    @property
    def replace(self) -> str:
        """Gives those that are there exactly the row's properties."""
        return f"UNWIND $rows AS row MATCH (n:{self.label} {{key: row.key}}) SET n = row.props"

    @property
    def delete(self) -> str:
        """Removes them; their relationships were removed before, as no node outlives its sources."""
        return f"UNWIND $rows AS row MATCH (n:{self.label} {{key: row.key}}) DETACH DELETE n"

    @staticmethod
    def ident(row: Row) -> Ident:
        """What tells a row's node among its label."""
        return (row["key"],)


class RelGroup(NamedTuple):
    """Relationships of one type between two labels."""

    rel: Rel
    start: Label
    end: Label

    @property
    def counted(self) -> str:
        """What the store counts when it makes or deletes them."""
        return "relationships"

    @property
    def kind(self) -> Rel:
        """What tells the properties' merge rules."""
        return self.rel

    @property
    def _path(self) -> str:
        return (
            f"UNWIND $rows AS row MATCH (a:{self.start} {{key: row.from_key}})-[r:{self.rel}]->"
            f"(b:{self.end} {{key: row.to_key}})"
        )

    def merge(self, columns: Sequence[str]) -> str:
        """Makes those that are missing, complete; leaves the others as they are. `$rows` are `values` of rows."""
        return (
            f"UNWIND $rows AS row MATCH (a:{self.start} {{key: row[0]}}) MATCH (b:{self.end} {{key: row[1]}}) "
            f"MERGE (a)-[r:{self.rel}]->(b) ON CREATE SET r = {{{_assigned(columns, 2)}}}"
        )

    @staticmethod
    def values(row: Row, columns: Sequence[str]) -> list[Any]:
        """The keys of both ends and the values of the columns."""
        return [row["from_key"], row["to_key"], *map(row["props"].get, columns)]

    @property
    def stored(self) -> str:
        """Those that are there, with their properties."""
        return (
            "UNWIND $rows AS row "
            f"MATCH (a:{self.start} {{key: row[0]}})-[r:{self.rel}]->(b:{self.end} {{key: row[1]}}) "
            "RETURN row[0] AS from_key, row[1] AS to_key, properties(r) AS props"
        )

    @property
    def replace(self) -> str:
        """Gives those that are there exactly the row's properties."""
        return f"{self._path} SET r = row.props"

    @property
    def delete(self) -> str:
        """Removes them."""
        return f"{self._path} DELETE r"

    @staticmethod
    def ident(row: Row) -> Ident:
        """What tells a row's relationship among its type."""
        return row["from_key"], row["to_key"]


Group = NodeGroup | RelGroup

# Which sources the store may hold something of: an article tells, and for those without one a note of the name
SOURCES_KNOWN = (
    "MATCH (a:Article) WHERE a.path IN $sources RETURN a.path AS source "
    "UNION MATCH (s:_Source) WHERE s.key IN $sources RETURN s.key AS source"
)
SOURCES_NOTE = "UNWIND $rows AS row MERGE (s:_Source {key: row.key})"
SOURCES_FORGET = "UNWIND $rows AS row MATCH (s:_Source {key: row.key}) DELETE s"


def _assigned(columns: Sequence[str], first: int) -> str:
    """The columns as a map of a row's places; one without a value there is none in the store either."""
    return ", ".join(f"`{name}`: row[{place}]" for place, name in enumerate(columns, first))


def nodes_behind(label: Label) -> str:
    """The nodes of a label that one of `$known` stands behind."""
    return (
        f"MATCH (n:{label}) WHERE any(source IN {SOURCES_OF_NODE.format('n')} WHERE $known[source] IS NOT NULL) "
        "RETURN n.key AS key"
    )


def rels_behind(rel: Rel) -> str:
    """The relationships of a type that one of `$known` stands behind, with their ends' labels."""
    return (
        f"MATCH (a)-[r:{rel}]->(b) WHERE any(source IN {SOURCES_OF_REL.format('r')} WHERE $known[source] IS NOT NULL) "
        "RETURN a.key AS from_key, b.key AS to_key, labels(a)[0] AS start_label, labels(b)[0] AS end_label"
    )
