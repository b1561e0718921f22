"""Reading one source: `extract(source)` gives one `Extraction` an article, nothing known of any other source.

Scanning is done once (`scan`), close reading only where a trigger stands; the rules are data (`rules/*.toml`), each
with an example sentence that its test runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.source.record import Source
from kg.statement import Extraction

__all__ = ["extract"]


def extract(source: Source) -> list[Extraction]:
    """All that the source's articles say; an empty list where it holds no article."""
    return _reader()(source)


@cache
def _reader() -> Callable[[Source], list[Extraction]]:
    from kg.extract import reader  # dictionaries and taggers: dates and numerals are read without them

    return reader.extract
