from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import BadParameter
from kg.queries import bind, find
from kg.queries.header import Example, Given, Kind, Parameter, Query


def one(kind: Kind, value: Any) -> Any:
    """What a parameter of that kind makes of the value."""
    empty: dict[Kind, Given] = {"string": "", "integer": 0, "date": "", "list": []}
    asked = Parameter("it", kind, empty[kind], "它 · it")
    return bind(Query("q", "问", "q", (asked,), (), Example({}, {}), ""), {"it": value})["it"]


def test_what_is_left_out_has_its_default() -> None:
    assert bind(find("chaired"), {"ordinal": "119"}) == {
        "meeting": "", "ordinal": 119, "person": "", "body": "", "since": "", "until": ""
    }  # fmt: skip


@pytest.mark.parametrize("given", [{}, {"measure": ""}, {"measure": None}])
def test_a_required_parameter_must_be_given(given: dict[str, Any]) -> None:
    with pytest.raises(BadParameter, match="trace needs measure") as caught:
        bind(find("trace"), given)
    assert caught.value.parameter == "measure"


def test_an_unknown_parameter_is_answered_with_the_known_ones() -> None:
    with pytest.raises(BadParameter, match=r"knows no parameter 'who'.*person \(string, required\)"):
        bind(find("person"), {"who": "林武"})


@pytest.mark.parametrize("day", ["2022", "2022-05", "2022-05-25", "", datetime.date(2022, 5, 25)])
def test_a_date_may_be_a_day_a_month_or_a_year(day: object) -> None:
    assert one("date", day) == str(day)


@pytest.mark.parametrize(
    "day", ["22", "2022-13", "2022-05-32", "2022-5-2", "25.5.2022", "2022-05-25T00:00", "２０２２"]
)
def test_anything_else_is_no_date(day: str) -> None:
    with pytest.raises(BadParameter, match="2022-05-25"):
        one("date", day)


@pytest.mark.parametrize("number", ["", "x", "1.5", "1e3", True, 2.0, "一百"])
def test_what_is_no_whole_number_is_refused(number: object) -> None:
    with pytest.raises(BadParameter, match="whole number"):
        one("integer", number)


@pytest.mark.parametrize(("value", "kind"), [(5, "string"), ([5], "list"), (5, "list")])
def test_a_value_of_another_type_is_refused(value: object, kind: Kind) -> None:
    with pytest.raises(BadParameter, match="it="):
        one(kind, value)


@given(st.integers())
def test_whole_numbers_come_through_as_text_and_as_numbers(number: int) -> None:
    assert one("integer", str(number)) == one("integer", number) == number


@given(st.lists(st.text(st.characters(blacklist_characters=",，、")).map(str.strip).filter(bool)))
def test_a_list_written_with_commas_is_that_list(parts: list[str]) -> None:
    assert one("list", ",".join(parts)) == one("list", parts) == parts


def test_a_value_is_one_of_the_choices_or_empty() -> None:
    asked = Parameter("it", "string", "", "它 · it", ("ADOPTED", "CONSIDERED"))
    query = Query("q", "问", "q", (asked,), (), Example({}, {}), "")
    assert bind(query, {"it": "ADOPTED"}) == {"it": "ADOPTED"} and bind(query, {}) == {"it": ""}
    with pytest.raises(BadParameter, match="it=adopted: give one of: ADOPTED, CONSIDERED"):
        bind(query, {"it": "adopted"})
