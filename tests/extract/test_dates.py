"""Days as printed, by the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import find_dates, parse_publication

NEW_YEAR = date(2022, 1, 3)
CASES = [
    ("4月4日下午，", "2022-04-04", "XXXX-04-04"),
    ("12月28日，", "2021-12-28", "XXXX-12-28"),  # a December day in a January paper
    ("2日上午", "2022-01-02", "XXXX-XX-02"),
    ("15日", "2021-12-15", "XXXX-XX-15"),  # not yet come this month
    ("25日至26日在京", "2021-12-25", "XXXX-XX-25"),
    ("6月22日至24日", "2021-06-22", "XXXX-06-22"),
    ("2021年7月1日", "2021-07-01", "2021-07-01"),
    ("去年3月5日", "2021-03-05", "XXXX-03-05"),
    ("10月30号", "2021-10-30", "XXXX-10-30"),
    ("二〇二一年七月一日", "2021-07-01", "2021-07-01"),
    ("十二月二十八日，", "2021-12-28", "XXXX-12-28"),
    ("三日上午在人民会堂", "2022-01-03", "XXXX-XX-03"),
    ("二日，国务院总理", "2022-01-02", "XXXX-XX-02"),
    ("王明二日到海州市调研", "2022-01-02", "XXXX-XX-02"),
]


@pytest.mark.parametrize(("text", "dated", "undated"), CASES)
def test_days(text: str, dated: str, undated: str) -> None:
    assert [found.edtf for found in find_dates(text, NEW_YEAR)] == [dated]
    assert [found.edtf for found in find_dates(text, None)] == [undated]


def test_words_need_a_day_to_count_from() -> None:
    assert [found.edtf for found in find_dates("昨天，会议召开", NEW_YEAR)] == ["2022-01-02"]
    assert find_dates("昨天，会议召开", None) == []


@pytest.mark.parametrize(
    "text",
    ["第13号令", "地铁10号线", "2022年", "45日", "13月1日", "一日游", "十日之内", "他住了三日，", "三十四月一日"],
)
def test_what_is_no_day(text: str) -> None:
    assert find_dates(text, NEW_YEAR) == []


@pytest.mark.parametrize(("text", "day"), [("2022-04-06", date(2022, 4, 6)), ("2022-04", None), ("XXXX-04-04", None)])
def test_publication(text: str, day: date | None) -> None:
    assert parse_publication(text) == day


@given(st.dates(date(2003, 1, 1), date(2030, 12, 31)), st.integers(0, 20))
def test_a_day_lately_past_is_read_back(published: date, back: int) -> None:
    """A month and day that lie up to three weeks before publication are that very day, over every turn of the year."""
    day = date.fromordinal(published.toordinal() - back)
    found = find_dates(f"{day.month}月{day.day}日，", published)
    assert [d.edtf for d in found] == [day.isoformat()]
