"""Whatever a pattern matches holds what it is said to need."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.needed import needs
from kg.extract.rules import rules
from kg.extract.sought import Sought

FAMILIES = ("adoption", "business", "conveyance", "measures", "publication", "roles", "speech", "targets")
TEXTS = st.text("甲乙丙会见谈，", max_size=12)


def _joined(patterns: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(patterns, patterns)
    return st.one_of(
        two.map("".join),
        two.map(lambda both: f"(?:{both[0]}|{both[1]})"),
        patterns.map(lambda one: f"(?:{one})?"),
        patterns.map(lambda one: f"(?:{one}){{1,2}}"),
        patterns.map(lambda one: f"(?={one})"),
        patterns.map(lambda one: f"(?!{one})"),
    )


PATTERNS = st.recursive(
    st.sampled_from(["甲", "乙", "会见", "会谈", "[甲丙]", "[^甲]", ".", "^", "$", "(?<=甲)"]), _joined
)


@given(PATTERNS, TEXTS)
def test_what_matches_holds_what_is_needed(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert all(any(word in text for word in need) for need in needs(pattern))


@given(PATTERNS, TEXTS)
def test_sought_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    found = [match.span() for match in Sought(pattern).finditer(text)]
    assert found == [match.span() for match in re.finditer(pattern, text)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("会(?:见|谈)", {"会见", "会谈"}),
        (".{0,9}?(?=主持|出席)", {"主持", "出席"}),
        ("(?:会见|[^，]*会谈)", {"会见", "会谈"}),
        ("王(?:明)?", {"王"}),
    ],
)
def test_needs(pattern: str, needed: set[str]) -> None:
    assert needs(pattern) == (frozenset(needed),)


def test_what_another_need_implies_is_no_second_one() -> None:
    assert needs("(?=.*会)会见") == (frozenset({"会见"}),)


@pytest.mark.parametrize("family", FAMILIES)
def test_most_rules_have_a_need(family: str) -> None:
    known = rules(family)
    assert sum(bool(needs(rule.pattern.pattern)) for rule in known) >= 0.7 * len(known)
