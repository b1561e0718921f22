"""Nodes that no question finds by name: those that a version before `forms` loaded (see `kg.store.plan.identified`)."""

from __future__ import annotations

from kg.claims import declared
from kg.model import Label
from kg.store import Store


def without_forms(store: Store) -> int:
    """How many nodes that can have several names lack the text by which queries find them."""
    found = 0
    for label in Label:
        if "aliases" in declared(label):
            asked = f"MATCH (n:{label}) WHERE n.name IS NOT NULL AND n.forms IS NULL WITH count(n) AS n RETURN n"
            found += store.run(asked)[0]["n"]
    return found
