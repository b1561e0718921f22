"""Where the files that are not Python live: in a checkout beside the package, in an installed package inside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def cypher_folder(name: str) -> Path:
    """`cypher/NAME` (`schema`, `queries`, `browser`)."""
    checkout = _PACKAGE.parent / "cypher"
    return (checkout if checkout.is_dir() else _PACKAGE / "_cypher") / name
