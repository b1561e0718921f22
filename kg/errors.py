"""Every error this package raises on purpose.

    KgError                     base: catch this one; `exit_code` is what the command line leaves with
    ├── InputError              a source or graph file cannot be read; `path`, `line`           exit 1
    ├── UsageError              the call itself is wrong; the message says what would be right  exit 2
    │   └── QueryError          a canned query is unknown, malformed or wrongly called
    │       ├── UnknownQuery    no query of that name; `name`, `known`
    │       └── BadParameter    a parameter is missing, unknown or of the wrong type; `parameter`
    └── StoreError              the graph store did not do its work; `retryable`                exit 3
        ├── StoreUnreachable    nothing answers at that address
        └── StoreRefused        it answers and says no (login, constraint, bad statement, lock)
            └── SchemaChanged   a schema file differs from the one that was applied; `file`

Each message names the values at fault and says what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar

from kg.language import tr


class KgError(Exception):
    """Base of all errors of this package."""

    exit_code: ClassVar[int] = 1


class InputError(KgError):
    """A source or graph file (or one line of it) cannot be read. `line` is 0 where the whole file is meant."""

    def __init__(self, path: str, reason: str, line: int = 0) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path, self.reason, self.line = path, reason, line


class UsageError(KgError):
    """The call itself is wrong; nothing was done."""

    exit_code = 2


class QueryError(UsageError):
    """A canned query is unknown, malformed or wrongly called."""


class UnknownQuery(QueryError):
    """No canned query has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, sorted(known)
        near = get_close_matches(name, self.known, n=3)
        hint = tr("Did you mean {names}?", names=tr(" or ").join(near)) if near else tr("`kg queries` lists them all.")
        super().__init__(tr("There is no query called {name!r}. {hint}", name=name, hint=hint))


class BadParameter(QueryError):
    """A query's parameter is missing, unknown or of the wrong type."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class StoreError(KgError):
    """The graph store did not do its work. `retryable`: whether the same call may succeed later."""

    exit_code = 3

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class StoreUnreachable(StoreError):
    """Nothing answers at the store's address."""


class StoreRefused(StoreError):
    """The store answers and says no."""


class SchemaChanged(StoreRefused):
    """A schema file differs from the one that was applied to this store."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(message)
        self.file = file
