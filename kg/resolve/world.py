"""The world while it is being resolved: keys given so far, nodes, derived relationships with their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Label, Properties, Rel, Value
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention
from kg.resolve.resolution import ArticleId, Derived, Node, Resolution

SHOWN = 5  # evidence entries kept for a relationship that a name alone tells


class World:
    """Filled label by label; `resolution` closes it."""

    def __init__(self) -> None:
        self._keys: dict[ArticleId, dict[str, str]] = defaultdict(dict)
        self._nodes: dict[str, Node] = {}
        self._proofs: dict[tuple[Rel, str, str], dict[str, str]] = {}
        self._props: dict[tuple[Rel, str, str], Properties] = {}

    def add(self, key: str, label: Label, properties: Mapping[str, Value], mentions: Iterable[Mention] = ()) -> None:
        """A node and the mentions that are it."""
        self._nodes[key] = Node(label, dict(properties))
        for mention in mentions:
            self._keys[mention.id.article][mention.id.local] = key

    def assign(self, article: ArticleId, local: str, key: str) -> None:
        """One more entity that is a known node."""
        self._keys[article][local] = key

    def key(self, article: ArticleId, local: str) -> str:
        """The key given to an entity."""
        return self._keys[article][local]

    def knows(self, key: str) -> bool:
        """Whether there is such a node."""
        return key in self._nodes

    def relate(
        self, start: str, rel: Rel, end: str, proofs: Mapping[str, str], props: Properties | None = None
    ) -> None:
        """A relationship no article states; `proofs` maps evidence entries to quotes; the first few are kept."""
        if start == end:
            return
        kept = self._proofs.setdefault((rel, start, end), {})
        kept |= proofs
        for entry in sorted(kept)[SHOWN:]:
            del kept[entry]
        self._props.setdefault((rel, start, end), {}).update(props or {})

    def resolution(self, ledger: Ledger) -> Resolution:
        """What has been resolved."""
        derived = [
            Derived(rel, start, end, tuple(sorted(proofs)), tuple(proofs[entry] for entry in sorted(proofs)), props)
            for (rel, start, end), proofs in sorted(self._proofs.items())
            for props in (self._props[rel, start, end],)
        ]
        return Resolution(
            dict(self._keys), dict(sorted(self._nodes.items())), derived, ledger.judgements(), ledger.idle()
        )
