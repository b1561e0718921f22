"""Who says what of one element: taking stored properties apart and putting them together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import Claimed, claim_properties, stored_form
from kg.model import Label, Rel

claims = st.dictionaries(
    st.sampled_from(["一", "二", "三"]),
    st.fixed_dictionaries(
        {},
        optional={
            "titles": st.lists(st.sampled_from("甲乙丙"), min_size=1, unique=True).map(sorted),
            "first_seen": st.sampled_from(["2022-05-19", "2022-05-25"]),
            "last_seen": st.sampled_from(["2022-05-25", "XXXX-06-01"]),
        },
    ),
    min_size=1,
)
numbered = st.lists(st.integers(0, 3), max_size=3, unique=True)


def proofs(claims, numbers):
    return {f"{source}#char={number},{number + 5}": f"话{number}" for source in claims for number in numbers}


@given(claims=claims, numbers=numbered)
def test_the_stored_form_keeps_every_sources_own_words(claims, numbers):
    stored = claim_properties(Rel.HOLDS, claims, proofs(claims, numbers))
    read = Claimed.read(stored)
    assert (read.claims, read.proofs) == (claims, proofs(claims, numbers))


@given(claims=claims, numbers=numbered)
def test_the_order_in_which_claims_came_never_shows(claims, numbers):
    backwards = dict(reversed(claims.items()))
    one, other = (claim_properties(Rel.HOLDS, order, proofs(order, numbers)) for order in (claims, backwards))
    assert one == other


@given(claims=claims, numbers=numbered, gone=st.sampled_from(["一", "二", "三"]))
def test_taking_a_source_away_is_as_if_it_had_never_spoken(claims, numbers, gone):
    rest = {source: claim for source, claim in claims.items() if source != gone}
    left = Claimed.read(claim_properties(Rel.HOLDS, claims, proofs(claims, numbers))).without({gone})
    assert left.properties(Rel.HOLDS) == claim_properties(Rel.HOLDS, rest, proofs(rest, numbers))


@given(claims=claims, numbers=numbered, besides=st.sets(st.sampled_from(["一", "四"])))
def test_the_short_way_gives_what_the_long_way_gives(claims, numbers, besides):
    written = claim_properties(Rel.HOLDS, claims, proofs(claims, numbers))
    assert stored_form(Rel.HOLDS, written, besides) == Claimed.read(written, besides).properties(Rel.HOLDS)


def test_sources_that_agree_need_no_claims():
    said = {"一": {"name": "林武"}, "二": {"name": "林武"}}
    assert claim_properties(Label.PERSON, said) == {"name": "林武", "sources": ["一", "二"]}


def test_sources_that_say_the_same_share_a_claim():
    said = {"一": {"aliases": ["甲"]}, "二": {"aliases": ["甲"]}, "三": {"aliases": ["乙"]}}
    assert claim_properties(Label.PERSON, said) == {
        "aliases": ["乙", "甲"],
        "sources": ["一", "三", "二"],
        "claims": [
            '{"props":{"aliases":["乙"]},"sources":["三"]}',
            '{"props":{"aliases":["甲"]},"sources":["一","二"]}',
        ],
    }


def test_a_source_the_evidence_names_is_not_named_twice():
    held = claim_properties(Rel.HOLDS, {"一": {}, "二": {}}, {"一#char=1,2": "话"})
    assert held == {"evidence": ["一#char=1,2"], "quotes": ["话"], "sources": ["二"]}


def test_an_undeclared_property_is_refused():
    with pytest.raises(KeyError, match="colour"):
        stored_form(Label.PERSON, {"name": "林武", "colour": "red"}, {"一"})


def test_evidence_without_its_quotes_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        Claimed.read({"evidence": ["一#char=1,2"], "quotes": []})
