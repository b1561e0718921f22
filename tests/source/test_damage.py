"""Damaged text is read as the whole text was: the same people and roles, every offset into the damaged text."""

from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import ROLES
from kg.source.reader import read
from kg.source.record import Source
from kg.statement import Extraction
from tests.damage import damage

PAGES = Path(__file__).parent.parent / "data" / "pages"


def _roles(extractions: list[Extraction]) -> set[tuple[str, str]]:
    return {
        (next(e.name for e in x.entities if e.local == s.start), str(s.rel))
        for x in extractions
        for s in x.statements
        if s.rel in ROLES
    }


@pytest.fixture(scope="module")
def article() -> Source:
    """One article as a web page would give it: a line a paragraph."""
    (page,) = [s for s in read([PAGES / "safety_conference.txt"]) if isinstance(s, Source)]
    return Source(id="x", text=page.text.replace("\n\n", "\n"), date="2021-08-20", line=1)


@pytest.mark.parametrize("seed", range(5))
def test_roles_survive_damage(article: Source, seed: int) -> None:
    damaged = Source(id="x", text=damage(article.text, seed), date="2021-08-20", line=1)
    assert damaged.text != article.text
    before, after = _roles(extract(article)), _roles(extract(damaged))
    assert len(before & after) >= 0.9 * len(before)


def test_damage_is_repeatable(article: Source) -> None:
    assert damage(article.text, 7) == damage(article.text, 7) != damage(article.text, 8)
