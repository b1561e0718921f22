"""Items that are one, and items that must never become one: union-find with refusals."""

from __future__ import annotations


class Clusters:
    """A partition of the numbers below `size`. What `forbid` keeps apart no `join` puts together, even through a third.

    The outcome depends on the order of the calls, so callers sort what they pass; which number stands for a group
    (the smallest) does not.
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._size = [1] * size
        self._apart: dict[int, set[int]] = {}

    def find(self, item: int) -> int:
        """The smallest number of the item's group."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def same(self, a: int, b: int) -> bool:
        """Whether both are in one group."""
        return self.find(a) == self.find(b)

    def smaller(self, a: int, b: int) -> int:
        """The number of items in the smaller one of two groups."""
        return min(self._size[self.find(a)], self._size[self.find(b)])

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing keeps the two groups apart."""
        return self.find(b) not in self._apart.get(self.find(a), ())

    def join(self, a: int, b: int) -> bool:
        """Make one group of two unless they are kept apart; whether they are one now."""
        low, high = sorted((self.find(a), self.find(b)))
        if low == high:
            return True
        if high in self._apart.get(low, ()):
            return False
        self._parent[high] = low
        self._size[low] += self._size[high]
        for other in self._apart.pop(high, set()):
            self._apart[other].discard(high)
            self._keep_apart(low, other)
        return True

    def forbid(self, a: int, b: int) -> bool:
        """Keep two groups apart for good; False where they are already one."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self._keep_apart(a, b)
        return True

    def _keep_apart(self, a: int, b: int) -> None:
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def groups(self) -> list[list[int]]:
        """All groups, sorted, each sorted."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
