"""Linear models as text: a file of features and their weights, written by a script under tools/ that its head names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

BIAS = "(bias)"


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of `kg/lexicon/<name>.txt` by feature: lines of feature, tabulator, weight; `# ` begins a comment."""
    lines = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("# "))
    return {feature: float(weight) for feature, weight in pairs}


def score(name: str, features: Mapping[str, float] | Iterable[str]) -> float:
    """The log-odds the model gives to these features (of value 1 where they are not told with a value)."""
    known = weights(name)
    values = features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)
    return known[BIAS] + sum(known.get(feature, 0.0) * value for feature, value in values.items())
