"""The garbage collector, out of the way of work that makes many objects and no cycles among them.

While a graph grows, the collector would walk all of it time and again and find nothing: a third of the time that
resolving an archive takes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No collection meanwhile (also as a decorator); a pause within a pause ends with the outer one."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
