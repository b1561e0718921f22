from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask.periods import Period, find_periods
from kg.ask.text import read

TODAY = date(2023, 11, 1)


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        ("4月4日韦韬参加了", "XXXX-04-04", "XXXX-04-04"),
        ("2022年4月4号", "2022-04-04", "2022-04-04"),
        ("去年4月4日", "2022-04-04", "2022-04-04"),
        ("4月3日至5日", "XXXX-04-03", "XXXX-04-05"),
        ("昨天", "2023-10-31", "2023-10-31"),
        ("去年谁是", "2022", "2022"),
        ("二〇二二年四月", "2022-04", "2022-04"),
        ("4月份", "XXXX-04", "XXXX-04"),
        ("上个月", "2023-10", "2023-10"),
        ("2023年上半年", "2023-01", "2023-06"),
        ("2022年第二季度", "2022-04", "2022-06"),
        ("2022年4月到5月", "2022-04", "2022-05"),
        ("2023年7月以后", "2023-07", ""),
        ("2023年7月之前", "", "2023-06"),
        ("2023年之前", "", "2022"),
        ("自2022年5月以来", "2022-05", ""),
        ("现在谁是", "2023-11-01", "2023-11-01"),
        ("on 4 April 2022", "2022-04-04", "2022-04-04"),
        ("May 25, 2022", "2022-05-25", "2022-05-25"),
        ("the 4th of April", "XXXX-04-04", "XXXX-04-04"),
        ("in May 2022", "2022-05", "2022-05"),
        ("last year", "2022", "2022"),
        ("between April 2022 and May 2022", "2022-04", "2022-05"),
        ("since 2023", "2023", ""),
        ("before 2023-07-01", "", "2023-06-30"),
    ],
)
def test_times_are_read(asked: str, since: str, until: str) -> None:
    (period,) = find_periods(read(asked).text, TODAY)
    assert (period.since, period.until) == (since, until)


@pytest.mark.parametrize(
    "asked", ["第119次会议", "出现在哪次会议", "十年来", "may I ask", "第2025次会议", "13月", "4月45日的"]
)
def test_what_is_no_time_is_none(asked: str) -> None:
    assert not [period for period in find_periods(read(asked).text, TODAY) if len(period.since) != len("XXXX-04")]


@settings(deadline=None)  # the first call reads tables
@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_whole_day_is_read_back_from_either_language(day: date) -> None:
    chinese, english = f"{day.year}年{day.month}月{day.day}日", f"on {day.day} {day:%B} {day.year}".lower()
    for asked in (chinese, english, day.isoformat()):
        (period,) = find_periods(asked, TODAY)
        assert (period.since, period.until) == (day.isoformat(), day.isoformat())


@settings(deadline=None)  # the first call reads tables
@given(st.dates(), st.dates(), st.dates())
def test_a_period_covers_its_days_and_no_other(first: date, last: date, day: date) -> None:
    period = Period(0, 0, first.isoformat(), last.isoformat())
    assert period.covers(day.isoformat()) == (first <= day <= last)
    assert Period(0, 0, first.isoformat()[:7], "").covers(day.isoformat()) == (
        day.isoformat()[:7] >= first.isoformat()[:7]
    )


def test_an_open_year_covers_that_day_of_every_year() -> None:
    (period,) = find_periods("4月4日", TODAY)
    assert period.open and period.covers("2022-04-04") and period.covers("2023-04-04")
    assert not period.covers("2022-04-05")
    assert period.in_year("2022").since == "2022-04-04"
