"""The question sets: answered right in 95 of 100 at least, and where wrong, refused rather than told wrongly.

`tuned.jsonl` was in sight while the word lists were made. `held_out.jsonl` was not: its first 77 questions were written
before the program, the others when it was done.
"""

from __future__ import annotations

import pytest

from tests.ask.conftest import Ask, Expected, questions

SETS = ("tuned", "held_out")


def _is_right(put: Ask, expected: Expected) -> bool:
    told = put(expected.question, expected.today)
    read_right = not expected.query or told.query in ("", expected.query)
    return told.found == expected.found and read_right and all(words in told.answer for words in expected.says)


@pytest.mark.parametrize("name", SETS)
def test_answers_are_right(put: Ask, name: str) -> None:
    asked = questions(name)
    wrong = [one.question for one in asked if not _is_right(put, one)]
    assert len(asked) >= 120
    assert len(wrong) <= 0.05 * len(asked), wrong


@pytest.mark.parametrize("name", SETS)
def test_what_is_wrong_is_refused(put: Ask, name: str) -> None:
    assert not [
        one.question for one in questions(name) if not _is_right(put, one) and put(one.question, one.today).found
    ]


@pytest.mark.parametrize("name", SETS)
def test_both_languages_are_asked(name: str) -> None:
    english = sum(one.question.isascii() for one in questions(name))
    assert 0.15 < english / len(questions(name)) < 0.6


@pytest.mark.parametrize(
    "one", [one for name in SETS for one in questions(name) if one.found], ids=lambda one: one.question
)
def test_an_answer_proves_itself(put: Ask, one: Expected) -> None:
    told = put(one.question, one.today)
    assert told.rows and told.query and told.cypher
    assert all(proof.quote and proof.span[0] < proof.span[1] for proof in told.evidence) and told.evidence


@pytest.mark.parametrize("one", [one for one in questions("tuned") if one.found], ids=lambda one: one.question)
def test_no_part_of_a_question_is_overlooked(put: Ask, one: Expected) -> None:
    """A word nobody knows makes the same question another one."""
    strange = "zyxgrub " if one.question.isascii() else "鼯鼠"
    assert not put(f"{strange}{one.question}", one.today).found
