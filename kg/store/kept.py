"""A store as a server asks it: from many threads, the same things again and again, while others may load into it.

What was answered is kept until the store may have changed: the embedded store's file tells when it was replaced, a
Neo4j is believed for a minute.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from threading import RLock
from typing import Any, TypeVar

import msgspec

from kg.store import Store
from kg.store.embedded import EmbeddedStore

T = TypeVar("T")
MOST = 512  # answers kept: those behind some eighty pages
BELIEVED = 60.0  # seconds for which a server's answers are


class KeptStore:
    """Answers of a store, kept; the lists it gives are shared, so nobody may change them."""

    def __init__(self, store: Store, most: int = MOST, believed: float = BELIEVED) -> None:
        self._store, self._most, self._believed = store, most, believed
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._lock = RLock()
        self._version: object = None

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement, as they were the last time if the store is still the same."""
        asked = (cypher, msgspec.json.encode(parameters or {}, order="deterministic"))
        return self.kept(asked, lambda: self._store.run(cypher, parameters))

    def kept(self, name: Any, make: Callable[[], T]) -> T:
        """What `make` makes of the store, made once for each state of it."""
        with self._lock:
            version = self.version()
            if (found := self._kept.get(name, self)) is not self:
                self._kept.move_to_end(name)
                made: T = found
                return made
        with self._one_at_a_time():
            made = make()
        with self._lock:
            if version == self._version:
                self._kept[name] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made

    def version(self) -> object:
        """Something that differs once the store may say other things; what was kept is then forgotten."""
        with self._lock:
            now = self._state()
            if now != self._version:
                self._version = now
                self._kept.clear()
                if isinstance(self._store, EmbeddedStore):
                    self._store.close()  # the next question reads the new file
        return now

    def _state(self) -> object:
        if not isinstance(self._store, EmbeddedStore):
            return int(time.monotonic() / self._believed)
        try:
            found = self._store.path.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _one_at_a_time(self) -> AbstractContextManager[object]:
        """The engine in this process is no server: its questions wait for each other."""
        return self._lock if isinstance(self._store, EmbeddedStore) else nullcontext()

    def __str__(self) -> str:
        return str(self._store)
