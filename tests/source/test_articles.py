"""The seed pages hold eight articles, each with its headline."""

from pathlib import Path

from kg.source.article import articles
from kg.source.reader import read
from kg.source.record import Source

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seed_pages() -> None:
    found = [a for s in read([SEEDS]) if isinstance(s, Source) for a in articles(s)]
    assert [a.number for a in found] == [1, 2, 3, 1, 2, 3, 4, 5]
    assert all(a.headline for a in found)
    assert found[0].headline.endswith("蓝佛安提出具体要求")
