"""Meetings that a headline names: 李强主持召开省安委会会议, 全省国企改革座谈会在海州召开."""

from __future__ import annotations

import re

from kg.lexicon import alternation, sections

_HEADS = alternation(sections("meetings")["named"])
_TITLE_MEETING = re.compile(
    rf"(?:主持召开|召开|举行|举办|主持|出席|参加)([^ ，。：]{{2,30}}?(?:{_HEADS}))(?![一-龥]?精神)"
)
_TITLE_HELD = re.compile(
    rf"(?:^|(?<=[ ，。：]))([^ ，。：]{{4,30}}?(?:{_HEADS}))"
    r"(?:在[^ ，。：]{1,10})?(?:召开|举行|开幕|闭幕|闭会)(?=[ ，。]|$)"
)


def meetings_in_headline(title: str) -> list[str]:
    """The names of the meetings that the headline says are held, those behind a verb first."""
    found = [*_TITLE_MEETING.finditer(title), *_TITLE_HELD.finditer(title)]
    return [m.group(1) for m in found if not m.group(1).startswith(("召开", "举行"))]
