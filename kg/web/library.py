"""What the pages are made from: a store's answers, the names in it, and the texts of its sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.ask import Names
from kg.ask.names import NAMED, Name
from kg.queries import all_queries, bind
from kg.store import Store
from kg.store.kept import KeptStore
from kg.web.spelling import Index

Rows = list[dict[str, Any]]
_EVERY = 10_000_000


class Library:
    """A store and its texts, by source, as the pages ask them. Nothing here changes either."""

    def __init__(self, store: Store, texts: Mapping[str, str] | None = None) -> None:
        self.store = KeptStore(store)
        self.texts = texts or {}
        self.queries = all_queries()

    def rows(self, query: str, **given: Any) -> Rows:
        """The rows of a canned query."""
        asked = self.queries[query]
        return self.store.run(asked.cypher, bind(asked, given))

    def node(self, key: str) -> dict[str, Any] | None:
        """A node's own properties; None where there is none of that key."""
        return next(iter(self.rows("node", key=key)), None)

    @property
    def names(self) -> Names:
        """The names in the store."""
        return self.store.kept("names", lambda: Names.of(self.store))

    @property
    def index(self) -> Index:
        """Search over them."""
        return self.store.kept("index", lambda: Index(self.names, NAMED))

    def named(self, label: str, name: str, date: str | None = None) -> Name | None:
        """The one thing of that name (and day, for meetings); None where there is none, or more than one."""
        found = self.store.kept("by name", self._by_name).get((label, name), ())
        if len(found) > 1 and date:
            found = tuple(one for one in found if one.date == date)
        return found[0] if len(found) == 1 else None

    def articles_in(self, source: str) -> Rows:
        """The articles of a source."""
        return self.store.kept("articles", self._articles).get(source, [])

    def _by_name(self) -> dict[tuple[str, str], tuple[Name, ...]]:
        found: dict[tuple[str, str], tuple[Name, ...]] = {}
        for kind, names in self.names.by_kind.items():
            for name in names:
                found[kind, name.name] = (*found.get((kind, name.name), ()), name)
        return found

    def _articles(self) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for row in self.rows("articles", limit=_EVERY):
            found.setdefault(row["path"], []).append(row)
        return found
