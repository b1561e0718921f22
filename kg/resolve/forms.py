"""Things told by a comparing form (bodies, measures, documents): one node a form, unless a person decided otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Label, node_key
from kg.resolve.clusters import Clusters
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention

Told = tuple[Mention, str]  # a mention and its form


class Forms:
    """The groups of one label's mentions, by key; `told` must be in a fixed order."""

    def __init__(self, label: Label, told: Sequence[Told], ledger: Ledger) -> None:
        self._label, self._told = label, told
        self._clusters = Clusters(len(told))
        ledger.decide(label, self._clusters, _references(told))
        self._heads = self._join_equal_forms()
        self.groups = self._keyed()

    def _join_equal_forms(self) -> Mapping[str, list[int]]:
        """Equal forms are one; the first mention of each group that a decision keeps apart stands for it."""
        heads: dict[str, list[int]] = defaultdict(list)
        for i, (_, form) in enumerate(self._told):
            if not any(self._clusters.join(head, i) for head in heads[form]):
                heads[form].append(i)
        return heads

    def _keyed(self) -> dict[str, list[Mention]]:
        """The largest group of a form has its plain key, the others have their first mention in it."""
        groups = [[self._told[i] for i in group] for group in self._clusters.groups()]
        found: dict[str, list[Mention]] = {}
        for group in sorted(groups, key=lambda g: (-len(g), min(mention.ref for mention, _ in g))):
            counted = Counter(form for _, form in group)
            form = min(counted, key=lambda f: (-counted[f], f))
            key = node_key(self._label, form)
            if key in found:
                key = node_key(self._label, f"{form}（{min(mention.ref for mention, _ in group)}）")
            found[key] = [mention for mention, _ in group]
        return dict(sorted(found.items()))

    def joinable(self, one: str, two: str) -> bool:
        """Whether no decision keeps two forms apart, nor has made them one already."""
        return all(
            self._clusters.may_join(a, b) and not self._clusters.same(a, b)
            for a in self._heads[one]
            for b in self._heads[two]
        )


def _references(told: Sequence[Told]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, (mention, _) in enumerate(told):
        for reference in {*mention.names, *mention.refs}:
            index[reference].append(number)
    return index
