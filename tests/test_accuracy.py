"""What the seed pages must yield: F1 of each family against the hand-made gold facts."""

from pathlib import Path

import pytest

from kg.evaluate import Tally, evaluate, read_gold
from kg.pipeline import build_graph
from kg.source import Source
from kg.source.reader import read

AT_LEAST = {
    "persons": 0.97, "posts": 0.95, "meetings": 1.0, "meeting_dates": 1.0, "chaired": 1.0, "attended": 0.95,
    "spoke_at": 0.95, "reported_at": 1.0, "conveyed": 1.0, "measures": 0.90, "measure_links": 0.85, "documents": 1.0,
    "targets": 0.95, "directives": 0.95, "evidence": 1.0,
}  # fmt: skip


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    texts = {item.id: item.text for item in read(["seeds"]) if isinstance(item, Source)}
    return evaluate(build_graph(["seeds"]).graph, read_gold(Path("tests/data/seeds_gold.jsonl")), texts)


@pytest.mark.parametrize("family", AT_LEAST)
def test_the_seed_pages_are_read(tallies: dict[str, Tally], family: str) -> None:
    tally = tallies[family]
    assert tally.f1 >= AT_LEAST[family], "\n".join(f"{miss.verdict} {miss.source} {miss.item}" for miss in tally.misses)
