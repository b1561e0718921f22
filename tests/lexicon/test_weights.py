"""Linear models and bigrams kept as text."""

import pytest

from kg.lexicon.bigrams import END, attraction, plain
from kg.lexicon.weights import BIAS, score, weights


@pytest.mark.parametrize("name", ["openings", "joints"])
def test_models_are_read_whole(name: str) -> None:
    assert BIAS in weights(name)
    assert len(weights(name)) > 300
    assert score(name, {"never seen": 5.0}) == weights(name)[BIAS]


def test_a_score_adds_weight_times_value() -> None:
    feature = next(iter(sorted(weights("joints").keys() - {BIAS})))
    assert score("joints", {feature: 2.0}) == pytest.approx(weights("joints")[BIAS] + 2 * weights("joints")[feature])
    assert score("joints", [feature]) == pytest.approx(weights("joints")[BIAS] + weights("joints")[feature])


def test_what_belongs_together_attracts() -> None:
    assert attraction("疫", "情") > 3 > 0 > attraction("疫", "会")
    assert attraction(END, "开") > 0
    assert attraction("龘", "情") == 0


def test_plain_text_has_one_digit_one_letter_and_no_space() -> None:
    assert plain("4月 25日,GDP") == "0月00日，aaa"
