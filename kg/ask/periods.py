"""Times in a question: 4月4日, 去年, 2022年4月, 2023年上半年, 7月以后, last year, in May 2022, 4 April.

Whole days in Chinese are read by `kg.extract.dates`, as in the sources; here stand the larger units and English. A time
told without its year (4月4日) is open: the sources say which years it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.extract.dates import find_dates

OPEN = "XXXX"


class Period(NamedTuple):
    """text[start:end] names the time from one day, month or year to another (ISO 8601), both in it; '': no bound."""

    start: int
    end: int
    since: str
    until: str

    @property
    def open(self) -> bool:
        """Whether the year is not told."""
        return OPEN in self.since + self.until

    def in_year(self, year: str) -> Period:
        """The same time in that year."""
        return self._replace(since=self.since.replace(OPEN, year), until=self.until.replace(OPEN, year))

    def covers(self, day: str) -> bool:
        """Whether a date (day, month or year) lies in it; an open year is any year."""
        since, until = (bound.replace(OPEN, day[:4]) for bound in (self.since, self.until))
        return (not since or day >= since) and (not until or day <= until + "~")


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?=\s*,?\s*\d|\b)|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEARWORD = r"今年|本年|这一年|去年|上一年|前年|明年|last year|this year"
_YEAR = rf"(?:(?<![\d第])(?P<year>\d{{4}})(?![\d次])年?|(?P<yearword>{_YEARWORD}))"
_PATTERNS = [
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? (?P<year>\d{{4}}))?"),
    re.compile(rf"\b{_MONTH}\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>\d{{4}}))?"),
    re.compile(rf"\b{_MONTH}\b,?(?: of)? (?P<year>\d{{4}})"),
    re.compile(rf"(?<=in ){_MONTH}\b"),
    re.compile(rf"{_YEAR}?(?P<month>\d{{1,2}})月份?(?!\d)"),
    re.compile(rf"{_YEAR}(?:的)?(?:(?P<half>[上下])半年|第?(?P<quarter>[1-4一二三四])季度)"),
    re.compile(r"(?P<monthword>本月|这个月|上个?月|this month|last month)"),
    re.compile(r"(?P<now>(?<![出表呈])现在|目前|当前|现任|如今|眼下|今天|今日|currently|current|now|today)"),
    re.compile(rf"{_YEAR}"),
]
_YEARWORDS = {"去年": -1, "上一年": -1, "last year": -1, "前年": -2, "明年": 1}
_ANCHORED = re.compile(r"年|昨|今|明|前|本月|上个?月")
_QUARTERS = {**{str(n): n for n in range(1, 5)}, **{word: n for n, word in enumerate("一二三四", 1)}}
_JOINED = re.compile(r"\s*(?:到|至|-|—|~|to|until|and|和)\s*")
_FROM_BEFORE, _FROM_AFTER = re.compile(r"(?:自从|自|since |after |from )$"), re.compile(r"\s*(?:以来|以后|之后|后|起)")
_TO_BEFORE, _TO_AFTER = re.compile(r"(?:截至|截止|until |before |by )$"), re.compile(r"\s*(?:以前|之前|前)")
_LEAD = re.compile(r"(?:从|在|于|到|at |on |in |between |during |as of )$")


def find_periods(text: str, today: date) -> list[Period]:
    """The times a folded question names, in order."""
    found: list[Period] = []
    for period in sorted({*_days(text, today), *_units(text, today)}, key=lambda p: (p.start, -p.end)):
        if not found or period.start >= found[-1].end:
            found.append(period)
    return [_bounded(text, period) for period in _joined(text, found)]


def _days(text: str, today: date) -> Iterator[Period]:
    for told in find_dates(text, None):
        words = text[told.start : told.end]
        day = told.edtf
        if _ANCHORED.search(words):
            day = find_dates(words, today)[0].edtf
        last = re.search(r"[到至—~-](?:\d{1,2}月)?(\d{1,2})[日号]$", words)
        yield Period(told.start, told.end, day, f"{day[:-2]}{int(last[1]):02}" if last else day)
    for match in re.finditer(r"昨天|今天|前天|昨日|今日", text):
        for told in find_dates(match[0], today):
            yield Period(*match.span(), told.edtf, told.edtf)


def _units(text: str, today: date) -> Iterator[Period]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            since, until = _span({name: value for name, value in match.groupdict().items() if value}, today)
            if since:
                yield Period(*match.span(), since, until)


def _span(told: dict[str, str], today: date) -> tuple[str, str]:
    """First and last unit of one expression's parts."""
    if "now" in told:
        return today.isoformat(), today.isoformat()
    if "monthword" in told:
        month = today.replace(day=1)
        month = month if told["monthword"][0] in "本这t" else (month - timedelta(days=1)).replace(day=1)
        return month.isoformat()[:7], month.isoformat()[:7]
    year = told.get("year") or (str(today.year + _YEARWORDS.get(told["yearword"], 0)) if "yearword" in told else OPEN)
    if "half" in told or "quarter" in told:
        first, last = (1, 6) if told.get("half") == "上" else (7, 12)
        if quarter := _QUARTERS.get(told.get("quarter", "")):
            first, last = quarter * 3 - 2, quarter * 3
        return f"{year}-{first:02}", f"{year}-{last:02}"
    month_number = _MONTHS.index(told["name"][:3]) + 1 if "name" in told else int(told.get("month", 0))
    if month_number > 12 or int(told.get("day", 0)) > 31:
        return "", ""
    unit = "-".join(
        [
            year,
            *([f"{month_number:02}"] if month_number else []),
            *([f"{int(told['day']):02}"] if "day" in told else []),
        ]
    )
    return unit, unit


def _joined(text: str, periods: list[Period]) -> list[Period]:
    """`A到B` as one; the second takes the first one's year where it tells none."""
    joined: list[Period] = []
    for period in periods:
        if joined and _JOINED.fullmatch(text[joined[-1].end : period.start]):
            first = joined.pop()
            period = Period(first.start, period.end, first.since, period.in_year(first.since[:4]).until)
        joined.append(period)
    return joined


def _bounded(text: str, period: Period) -> Period:
    """With the word beside it that leaves one side open (以来, 之前, since, before) and the one that leads to it."""
    before, after = text[: period.start], text[period.end :]
    for head, tail, open_end in ((_FROM_BEFORE, _FROM_AFTER, "until"), (_TO_BEFORE, _TO_AFTER, "since")):
        lead, trail = head.search(before), tail.match(after)
        if lead or trail:
            start, end = lead.start() if lead else period.start, period.end + (trail.end() if trail else 0)
            if open_end == "until":
                return Period(start, end, period.since, "")
            return Period(start, end, "", _just_before(period.since) if trail or "before" in before else period.until)
    lead = _LEAD.search(before)
    return period._replace(start=lead.start()) if lead else period


def _just_before(unit: str) -> str:
    """The day, month or year before one."""
    if unit.startswith(OPEN):
        return unit
    first = date.fromisoformat(unit + "-01" * (2 - unit.count("-")))
    return (first - timedelta(days=1)).isoformat()[: len(unit)]
