"""A text twice as long takes about twice the work, whatever it is made of: calls are counted, not seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from kg.completing import completed
from kg.extract import extract
from kg.source.record import Source

TEXTS = {
    "one line without a full stop": "市委书记王明主持召开市安委会第3次会议并讲话，副市长李勇参加，要求压实责任",
    "quotation marks": "“",
    "quotations that never close": "会议要求，“",
    "measures": "落实“入户排查+集中安置+跟踪服务”机制，抓好“三个清零”行动。",
    "digits": "1",
    "nested titles": "《〈",
    "titles that never close": "《规划〈方案〉",
    "posts and names": "省委常委、副省长李勇，市长赵刚，",
    "names": "王明、李勇、",
    "meetings": "市委常委会会议和市政府常务会议3日召开，会议强调，",
    "dots": "·",
    "brackets": "（",
    "blanks": "王 ",
    "lines": "王明说\n",
    "dates": "3日",
    "bullets": "•",
    "signs without width": "\u200b",
    "comments that never close": "<!--",
    "sentences as paragraphs": "要落实。\n",
}


def work(text: str) -> int:
    """How many calls reading takes."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    source = Source(id="x", text=text, date="2024-03-04", line=1)
    sys.setprofile(count)
    try:
        for extraction in extract(source):
            completed(extraction, text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("made_of", TEXTS.values(), ids=TEXTS)
def test_twice_the_length_is_twice_the_work(made_of: str) -> None:
    work(made_of * 3)  # word lists and caches
    short, long = (work(made_of * (length // len(made_of))) for length in (8_000, 16_000))
    assert long < 2.4 * short + 200
