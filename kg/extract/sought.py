"""Patterns looked for in whole articles, most of which hold nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.needed import needs


class Sought:
    """A pattern that is not tried in a text without the words that it needs."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self._needs = needs(pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in the text, as `re.Pattern.finditer` finds them."""
        for need in self._needs:
            for word in need:
                if word in text:
                    break
            else:
                return iter(())
        return self._pattern.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text."""
        return next(self.finditer(text), None)
