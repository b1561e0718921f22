"""Does a paragraph go on with what stands before it? Lexical cohesion after Hearst's TextTiling (1997).

Needed only where a page shows neither a dateline nor a marked heading between two articles.
"""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt

_HAN = re.compile(r"[一-龥]+")
# Measured on newspaper pages: a subheading's paragraph shares more than this with the article above it, a new
# article's first paragraph less.
NEW_TOPIC_BELOW = 0.12


def _bigrams(text: str) -> Counter[str]:
    return Counter(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))


def cohesion(a: str, b: str) -> float:
    """Cosine of the two texts' character bigrams, 0 (nothing shared) to 1."""
    x, y = _bigrams(a), _bigrams(b)
    dot = sum(n * y[g] for g, n in x.items() if g in y)
    norm = sqrt(sum(n * n for n in x.values()) * sum(n * n for n in y.values()))
    return dot / norm if norm else 0.0


def is_new_topic(before: str, paragraph: str) -> bool:
    """Whether `paragraph` speaks of something else than `before`."""
    return cohesion(before, paragraph) < NEW_TOPIC_BELOW
