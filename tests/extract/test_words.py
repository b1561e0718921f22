"""Words are found by place."""

from itertools import accumulate

import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.words import Words

WORDS = ["市长王明强调", "2024年5月", "GDP增长5.2%", "乔治", "史密斯", "“双减”政策", "，", "、", "。", "·", "《办法》"]


def whole(text: str) -> list[tuple[int, str, str]]:
    words = rjieba.tag(text, True)
    starts = accumulate((len(word) for word, _ in words), initial=0)
    return [(at, word, tag) for at, (word, tag) in zip(starts, words, strict=False)]


@settings(deadline=None)  # the first call loads a dictionary
@given(st.lists(st.sampled_from([*WORDS, "\n", " "]), min_size=1).map("".join), st.integers(0, 40), st.integers(0, 40))
def test_words_are_those_of_the_whole_text(text: str, start: int, end: int) -> None:
    assert Words(text).between(start, end) == [word for word in whole(text) if start <= word[0] < end]


@pytest.mark.parametrize("at", range(8))
def test_where_a_word_begins(at: int) -> None:
    text = "王明强调，要抓好"
    assert Words(text).begins_at(at) == (at in {word[0] for word in whole(text)})
