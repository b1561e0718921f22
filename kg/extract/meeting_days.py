"""On which day a meeting sits: printed with the verb that holds it, in its name, or where its article begins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.holding import COURSE
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.ranges import within

_COURSE = re.compile(COURSE)
_HELD_THAT_DAY = re.compile(r"，?[一-龥]{0,6}(?:召开|举行)的")
_NEAR = 12
_DEFAULT_SPAN = 400  # how far after a held meeting's lead its own date may still be printed
_LONGEST_DATE = 60
_mention = itemgetter(0)


class MeetingDays:
    """The days of one article's meetings, as EDTF; '' where none is told."""

    def __init__(
        self, context: Context, dates: list[DateMention], mentions: Iterable[tuple[MeetingMention, Meeting]]
    ) -> None:
        self._context = context
        self._dates = dates
        self._named: dict[int, list[MeetingMention]] = defaultdict(list)  # by the identity of the meeting
        for mention, meeting in sorted(mentions, key=_mention):
            self._named[id(meeting)].append(mention)

    def of(self, meeting: Meeting) -> str:
        """The day printed with the meeting where it is said to be held; a part of a sitting has its parent's day."""
        if not meeting.held:
            days = (self._date_before(mention) for mention in meeting.mentions)
            return next(filter(None, days), "")
        for mention in self._named[id(meeting)]:
            if found := self._date_with(mention):
                return found
        for mention in sorted(mention for mention in meeting.mentions if mention.held):
            if found := self._date_near(mention):
                return found
        return self.of(meeting.parent) if meeting.parent else ""

    def _date_with(self, mention: MeetingMention) -> str:
        """The day printed with the verb right before a mention (29日下午召开的座谈会上), wherever it stands."""
        before = within(self._dates, mention.start - _NEAR - _LONGEST_DATE, mention.start)
        day = next((d for d in before if d.end <= mention.start < d.end + _NEAR), None)
        if day and _HELD_THAT_DAY.fullmatch(self._context.text, day.end, mention.start):
            return day.edtf
        return ""

    def _date_before(self, mention: MeetingMention) -> str:
        """The day that is part of how a meeting is called (传达学习3月17日市委常委会会议精神)."""
        before = within(self._dates, mention.start - _LONGEST_DATE, mention.start)
        return next((day.edtf for day in before if day.end == mention.start), "")

    def _date_near(self, mention: MeetingMention) -> str:
        sentence = self._context.sentence_at(mention.start)
        if self._context.blocks[sentence.block].kind == "heading":
            below = within(self._dates, mention.end, mention.end + 2)  # …委员长会议 / 15日下午在北京举行
            return below[0].edtf if below else ""
        inside = within(self._dates, sentence.start, sentence.end)
        before = [d for d in inside if d.start < mention.start]
        gap = _COURSE.match(self._context.text, mention.end)
        near = (gap.end() if gap else mention.end) + 3
        after = [d for d in inside if mention.end <= d.start < near]
        if after:
            return after[0].edtf
        if before:
            return before[-1].edtf
        block = self._context.blocks[sentence.block]
        lead = within(self._dates, max(block.start, sentence.start - _DEFAULT_SPAN + 1), sentence.start)
        return lead[-1].edtf if lead else ""
