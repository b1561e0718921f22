"""Dates as printed (4月4日下午, 15日, 昨天, 3日至5日) to EDTF, by the date of publication.

Without a publication date the year, or year and month, stay unspecified (`XXXX-04-04`, `XXXX-XX-15`): a year is never
guessed. A range stands for its first day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from kg.extract.numerals import to_int
from kg.extract.sought import Sought

_PART = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜)?"
# Days in Chinese numerals, as older papers print them: 三月五日, 二〇〇七年三月五日; 四日 alone where no span is meant.
_NUMERAL = "一二三四五六七八九十"
_MONTH, _DAY = r"(?:十[一二]?|[一二三四五六七八九])", r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY_ALONE = (
    r"(?=[上下]午|晚|凌晨|在[京沪]|在.{1,12}(?:召开|举行|开幕|闭幕|主持|会见)|召开|举行|主持|电|讯"
    r"|[到赴](?!期|来|点)|来到|考察|调研|会见|会谈|出席|发表)"
)
_IN_WORDS = (
    rf"(?:[〇零一二三四五六七八九]{{4}}年|(?<![{_NUMERAL}])){_MONTH}月{_DAY}[日号]"
    rf"|(?<![{_NUMERAL}第\d月年]){_DAY}日{_DAY_ALONE}"
    rf"|(?:(?<=[。\n])|^){_DAY}日(?=，)"
)
_EXPRESSION = re.compile(
    rf"(?:(?P<year>\d{{4}})年|(?P<yearword>今年|去年|前年|明年))?(?:(?P<month>\d{{1,2}})月|(?P<monthword>本月|上个?月))"
    rf"(?P<day>\d{{1,2}})[日号](?!线|楼|院|馆|令|文|院|店){_PART}"
    rf"|(?<![\d第月.．])(?P<only>\d{{1,2}})[日号](?!线|楼|院|馆|令|文|店|坑|墓|公馆|机|字|台|井|舰|轮|卫星|桥|站|门|厅|召集|选手|种子){_PART}"
    rf"|(?P<in_words>{_IN_WORDS}){_PART}"
    rf"|(?P<word>今天|今日|今晚|今晨|昨天|昨日|昨晚|前天|前日){_PART}"
)
_IN_NUMERALS = re.compile(f"[〇零{_NUMERAL}]+")
_WORDS = {"今天": 0, "今日": 0, "今晚": 0, "今晨": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "前日": 2}
_SIGN = re.compile(  # what every expression holds, from a single set on, so that the search leaps …
    rf"[\d{_NUMERAL}今昨前](?:(?<![今昨前])[日号]|(?<=[今昨前])[天日晚晨])"
)
_REACH = 10  # … and the characters of it that may stand before that
_RANGE = re.compile(r"\s*(?:至|到|—|－|-|~|、(?!\d{1,2}[日号][^，。]{0,3}，?分别))\s*(?:\d{1,2}月)?\d{1,2}[日号]")


class DateMention(NamedTuple):
    """[start, end) of the view and the day as EDTF."""

    start: int
    end: int
    edtf: str


def parse_publication(text: str) -> date | None:
    """The publication day, or None where the source tells none or only part of it."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


_DATELINE_DAY = Sought(
    r"(?:^|\n)[（(]?(?:(?:[□■]|记者|通讯员)[^，。；\n]{2,24}?)?[一-龥·]{0,16}?(?:本报|本台|本网|日报|晚报|报|新华社|中新社|融媒体?中心)[一-龥]{0,8}"
    rf"(?P<day>(?:\d{{1,2}}月\d{{1,2}}|{_MONTH}月{_DAY})日)(?:讯|电|消息)"
)


def written_on(text: str, published: date | None) -> date | None:
    """The day that 今天 means: the dateline's (本报3月18日讯) where it is at most a week before the publication's."""
    found = _DATELINE_DAY.search(text) if published else None
    if found is None or published is None:
        return published
    day = next((parse_publication(day.edtf) for day in find_dates(found["day"], published)), None)
    return day if day and timedelta(0) <= published - day <= timedelta(days=7) else published


def find_dates(text: str, published: date | None, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Days named in text[start:end], in order; the second day of a range is not a mention of its own."""
    found: list[DateMention] = []
    at = start
    stop = len(text) if end is None else end
    while (sign := _SIGN.search(text, at, stop)) and (
        match := _EXPRESSION.search(text, max(at, sign.start() - _REACH), stop)
    ):
        edtf = _edtf(match, published)
        begin, at = match.span()
        if ranged := _RANGE.match(text, at, stop):
            at = ranged.end()
        if edtf:
            found.append(DateMention(begin, at, edtf))
    return found


def _edtf(match: re.Match[str], published: date | None) -> str:
    if match["in_words"]:
        in_digits = _EXPRESSION.match(_IN_NUMERALS.sub(lambda found: str(to_int(found[0])), match["in_words"]))
        return _edtf(in_digits, published) if in_digits else ""
    if word := match["word"]:
        return (published - timedelta(days=_WORDS[word])).isoformat() if published else ""
    day = int(match["only"] or match["day"])
    if not 1 <= day <= 31:
        return ""
    if match["only"]:
        return _nearest_day(day, published)
    if match["monthword"]:
        return _in_named_month(match["monthword"], day, published)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return ""
    year = _year(match, month, day, published)
    return f"{year}-{month:02}-{day:02}"


def _nearest_day(day: int, published: date | None) -> str:
    """The last such day of a month not after the day of publication (a paper reports what was)."""
    if published is None:
        return f"XXXX-XX-{day:02}"
    month = published.replace(day=1)
    if day > published.day + 1:
        month = (month - timedelta(days=1)).replace(day=1)
    return f"{month.year}-{month.month:02}-{day:02}"


def _in_named_month(word: str, day: int, published: date | None) -> str:
    if published is None:
        return f"XXXX-XX-{day:02}"
    month = published.replace(day=1)
    if word.startswith("上"):
        month = (month - timedelta(days=1)).replace(day=1)
    return f"{month.year}-{month.month:02}-{day:02}"


def _year(match: re.Match[str], month: int, day: int, published: date | None) -> str:
    if match["year"]:
        return str(match["year"])
    if published is None:
        return "XXXX"
    offset = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}.get(match["yearword"] or "")
    if offset is not None:
        return str(published.year + offset)
    # A bare month far ahead of the day of publication belongs to the year before (a December date in a January paper).
    ahead = (month - published.month) * 30 + day - published.day
    return str(published.year - 1 if ahead > 150 else published.year)
