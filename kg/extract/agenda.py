"""Which meetings the article holds, in order, how bare mentions are named, and on which day each sits.

The *principal* meeting at a place in the text is the one held last before it: what 会议, 出席会议 and 会议指出 mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from operator import itemgetter

from kg.extract.at_hand import one_at_hand
from kg.extract.context import Context, Sentence
from kg.extract.dates import DateMention
from kg.extract.headlines import meetings_in_headline
from kg.extract.holding import opens_before
from kg.extract.meeting_days import MeetingDays
from kg.extract.meetings import Meeting, MeetingMention, group, same
from kg.extract.numerals import ordinal_of
from kg.extract.people import Person
from kg.extract.ranges import within
from kg.lazy import lazy
from kg.lexicon import terms

_WITH_BODY = terms("meetings", "with_body")
_BRACKETED_DAY = re.compile(r"(?<=[天日晚上下午])（[\d月日上下午]{2,10}）")  # 今天（2月8日）举行
_CLAUSE_MARK = re.compile(r"[，。；：！？\n（）]")
_IS_BODY = re.compile(r"[委府会协院局厅组部党军团社司处办署所制]$|政治局|人大|中央|主席团|[省市县区州盟旗]$")
_LEADING = re.compile(r"(?:本报讯|本台消息|日前|近日|今天|昨天|当天|随后|[上下]午|晚上|此前|[ 　])+")
_CHAIRS_BODY = re.compile(r"(.{2,30}?(?:领导小组|委员会|指挥部|工作小组|协调小组))(?:副?组长|主任|副主任|总指挥|成员)")
_PREDICATE = re.compile(
    r"召开|举行|举办|主持|就|在|于|今天|昨天|[上下]午|第一时间|继续|连夜|再次|先后|分别|还(?=[先分多])|专门|紧急|迅速|立即|及时"
)
# What stands behind the verb where the body stands before it: 领导小组召开2020年第四次会议, 区委召开常委会扩大会议.
_NUMBER_FIRST = re.compile(
    r"(?:\d{4}年度?)?第|\d+次|[一二三四五六七八九十]+届|常委会|常委（?扩大）?会|党组（?[会扩]|常务会|全体会|(?:经济|农村|组织|统战|政法)工作会议$"
)
# A sitting of the session at hand that somebody chairs in turn: 先后主持第一次、第二次全体会议.
_SITTING = re.compile(r"(?:第?[一二三四五六七八九十\d]+次、?)+(?:全体会议|大会|全会)")
_HOLDING = re.compile(r"(?:举行|召开|开展)(?:了)?$")
_NO_SUBJECT = re.compile(
    r"(?:来到|赶到|前往|赴|深入|走进|到|回到)[^，。]{1,12}$|[“”]|以|为|祝贺|成功|这|[他她它]|希望|期待|支持|欢迎|双方|各方|中方|尽快|期间|来自|召集|确保|[是要]"
)
_NAMED_IN_FULL = re.compile(r"\d{4}年|第|党|中")
_KINDS = ("全会", "大会", "峰会", "论坛", "座谈会")
_SAME_TOPIC = 300  # how far a kind of meeting takes up the one of it that was named
_SIDE_EVENTS = ("集体学习", "专题讲座", "报告会")
_LONGEST_CLAUSE, _LONGEST_BODY = 60, 24
_first = itemgetter(0)
_SHORTEST_SESSION = 4  # characters: 大会 alone is no session's name


class Agenda:
    """The meetings of one article."""

    def __init__(
        self,
        context: Context,
        mentions: list[MeetingMention],
        people: list[Person],
        dates: list[DateMention],
        title: str,
    ) -> None:
        self._context = context
        self._people = people
        self._dates = dates
        printed = {mention.name for mention in mentions}
        mentions = [self._in_full(mention, title, printed) for mention in _without_sittings(context.text, mentions)]
        mentions = [self._with_body(mention) for mention in one_at_hand(context.text, mentions)]
        self.meetings = group(mentions)
        self._by_mention: dict[MeetingMention, Meeting] = {}
        self._so_far: list[tuple[int, Meeting]] = []  # where meetings are named that are held, in text order
        self._take_all(context.text)
        for mention in mentions:
            if not mention.name and mention.held:
                self._place_bare(mention, title)
            elif not mention.name and (called := self._called_so(mention)):
                self._take(mention, called)
        self._nest()
        self._date_all(context, dates)
        starts = [(m.start, meeting) for m, meeting in self._by_mention.items() if meeting.held]
        self._held = sorted(starts, key=lambda pair: pair[0])
        self._held_starts = [start for start, _ in self._held]
        self.mentions = sorted(self._by_mention)
        self._talks: list[Meeting] = []

    def _date_all(self, context: Context, dates: list[DateMention]) -> None:
        """Tell each meeting's day; one that is still to come is announced, not held."""
        days = MeetingDays(context, dates, self._by_mention.items())
        published = context.article.source.date
        for meeting in self.meetings:
            meeting.date = days.of(meeting)
            if published and meeting.date > published:
                meeting.held = False

    def add_talk(self, talk: Meeting) -> None:
        """A talk between persons: the sitting at hand only where the article holds no meeting."""
        self.meetings.append(talk)
        self._talks.append(talk)

    def talk(self) -> Meeting | None:
        """The talk between persons that the article reports last."""
        return self._talks[-1] if self._talks else None

    def of(self, mention: MeetingMention) -> Meeting | None:
        """The meeting a mention names; None for a bare one that nothing places."""
        return self._by_mention.get(mention)

    def principal(self, position: int, *, talks: bool = True) -> Meeting | None:
        """The meeting at hand at a place in the text: held last before it, else the first one held after it."""
        if not self._held:
            return self._talks[0] if talks and self._talks else None
        before = bisect_right(self._held_starts, position)
        _, at_hand = self._held[max(0, before - 1)]
        return at_hand.parent if at_hand.parent and self._is_over(at_hand, position) else at_hand

    def _is_over(self, side: Meeting, position: int) -> bool:
        """Whether a side event of a sitting (集体学习) ended with its paragraph; a 联组会议 goes on."""
        if not side.name.endswith(_SIDE_EVENTS):
            return False
        last = max(m.start for m in side.mentions)
        return self._context.sentence_at(last).block != self._context.sentence_at(position).block

    def _in_full(self, mention: MeetingMention, title: str, printed: set[str]) -> MeetingMention:
        """领导小组会议 alone takes the fuller name from the headline or from the chair's own title."""
        if not (mention.held and mention.name) or any(
            same(name, mention.name) and ordinal_of(name) for name in printed if name != mention.name
        ):
            return mention
        for fuller in (*meetings_in_headline(title), *self._names_from_posts):
            if len(fuller) > len(mention.name) and fuller.endswith(mention.name):
                return mention._replace(name=fuller)
        return mention

    def _with_body(self, mention: MeetingMention) -> MeetingMention:
        """A numbered sitting takes the name of the body that is printed before the verb (市安委会召开第三次会议)."""
        body = mention.held and _NUMBER_FIRST.match(mention.name) and self._subject(mention.start)
        return mention._replace(name=body + mention.name) if body and _IS_BODY.search(body) else mention

    @lazy
    def _names_from_posts(self) -> Iterable[str]:
        titles = dict.fromkeys(title.text for person in self._people for title in person.titles)
        bodies = (_CHAIRS_BODY.match(title) for title in titles)
        return dict.fromkeys(body.group(1) + "会议" for body in bodies if body)

    def _place_bare(self, mention: MeetingMention, title: str) -> None:
        """A bare 会议 that takes place: named by the body that holds it, else by the headline, else by its head."""
        text = self._context.text
        head = text[mention.start : mention.end]
        if not opens_before(text, mention.start):
            self._join(mention, title)
            return
        body = self._subject(mention.start)
        name = body + head if body and head in _WITH_BODY else ""
        if not name:
            known = next((m for m in self.meetings if m.held), None)
            if known and head == "会议":
                self._join(mention, title)
                return
            name = next((n for n in meetings_in_headline(title) if n.endswith(head) and len(n) > len(head)), "") or head
        named = mention._replace(name=name)
        home = self._held_as(name, alone=name == head)
        home.add_name(head)
        home.mentions.append(named)
        self._take(named, home)

    def _join(self, mention: MeetingMention, title: str) -> None:
        """A bare 会议 that only takes up the one at hand."""
        home = self._called_so(mention) or self.principal_so_far(mention.start) or self._in_headline(mention, title)
        if home is not None:
            self._take(mention, home)

    def _in_headline(self, mention: MeetingMention, title: str) -> Meeting | None:
        """The meeting that only the headline says is held (全省国企改革座谈会在海州召开)."""
        name = next(iter(meetings_in_headline(title)), "")
        if not name or any(meeting.held for meeting in self.meetings):
            return None
        home = self._held_as(name)
        home.mentions.append(mention)
        return home

    def _held_as(self, name: str, *, alone: bool = False) -> Meeting:
        """The meeting of this name, held as it turns out; a new one where the article has none, or the name is `alone`
        a word for any meeting.
        """
        home = None if alone else next((meeting for meeting in self.meetings if same(name, meeting.name)), None)
        if home is None:
            home = Meeting(name)
            self.meetings.append(home)
        self._hold(home)
        return home

    def _called_so(self, mention: MeetingMention) -> Meeting | None:
        """The meeting just named that 全会 or 峰会 takes up where the one at hand is of another kind."""
        head = self._context.text[mention.start : mention.end]
        at_hand = self.principal_so_far(mention.start)
        if head not in _KINDS or (at_hand and at_hand.name.endswith(head)):
            return None
        near = within(self._named, mention.start - _SAME_TOPIC, mention.start)
        spoken_of = (m for m in reversed(near) if m.name.endswith(head))
        last = next((m for m in spoken_of if not self._context.text.startswith("以来", m.end)), None)
        return self._by_mention.get(last) if last else None

    def named_before(self, position: int) -> Meeting | None:
        """The meeting called by a name last before a place, held or not."""
        near = within(self._named, position - _SAME_TOPIC, position)
        return self._by_mention.get(near[-1]) if near else None

    @lazy
    def _named(self) -> list[MeetingMention]:
        return sorted(mention for mention in self._by_mention if mention.name)

    def _subject(self, position: int) -> str:
        """The body printed as subject of the clause that ends at `position` (中央纪委常委会24日召开会议)."""
        text = self._context.text
        left, begin = max(0, position - _LONGEST_CLAUSE), 0
        for mark in _CLAUSE_MARK.finditer(_BRACKETED_DAY.sub(_blank, text[left:position])):
            begin = mark.end()
        left += begin
        if within(self._people, left, position):
            return ""
        dates = list(within(self._dates, left, position))
        if dates and dates[0].start == left:  # 24日，中央纪委常委会召开会议
            left = dates.pop(0).end
        clause = text[left : dates[0].start if dates else position]
        subject = _PREDICATE.split(_LEADING.sub("", clause))[0]
        return subject if 2 <= len(subject) <= _LONGEST_BODY and not _NO_SUBJECT.search(subject) else ""

    def _nest(self) -> None:
        """A sitting held by another one (…第七次会议举行联组会议) is its part and bears its name in front."""
        named: dict[Sentence, list[MeetingMention]] = {}
        for mention in self._by_mention:
            named.setdefault(self._context.sentence_at(mention.start), []).append(mention)
        for inner in self.meetings:
            for mention in inner.mentions:
                outer = self._holder(mention, named) if mention.held else None
                if outer and outer is not inner:
                    inner.parent = outer
                    self._hold(inner)
        for inner in self.meetings:
            if inner.parent and not _NAMED_IN_FULL.match(inner.name) and not _bears(inner.name, inner.parent):
                inner.add_name(inner.parent.name + inner.name)

    def _holder(self, mention: MeetingMention, named: dict[Sentence, list[MeetingMention]]) -> Meeting | None:
        text = self._context.text
        before = _HOLDING.search(text[max(0, mention.start - 4) : mention.start])
        if not before:
            return None
        sentence = self._context.sentence_at(mention.start)
        for other in named.get(sentence, ()):
            if other.end < mention.start and not _CLAUSE_MARK.search(text, other.end, mention.start):
                return self._by_mention[other]
        if text[sentence.start : sentence.start + 2] == "会议":
            return self.principal_so_far(sentence.start)
        return None

    def principal_so_far(self, position: int) -> Meeting | None:
        """The meeting named as held last before `position`, while the agenda is still being made."""
        before = bisect_left(self._so_far, position, key=_first)
        return self._so_far[before - 1][1] if before else None

    def _take_all(self, text: str) -> None:
        for meeting in self.meetings:
            for mention in meeting.mentions:
                self._take(mention, meeting)
                meeting.add_name(text[mention.start : mention.end])

    def _take(self, mention: MeetingMention, meeting: Meeting) -> None:
        """The mention names the meeting."""
        self._by_mention[mention] = meeting
        if meeting.held:
            insort(self._so_far, (mention.start, meeting), key=_first)

    def _hold(self, meeting: Meeting) -> None:
        """The meeting is held, as it turns out."""
        if not meeting.held:
            meeting.held = True
            for mention, named in self._by_mention.items():
                if named is meeting:
                    insort(self._so_far, (mention.start, meeting), key=_first)


def _bears(name: str, parent: Meeting) -> bool:
    """Whether a sitting's name holds one of the session's names already."""
    return any(other in name for other in parent.names if len(other) > _SHORTEST_SESSION)


def _without_sittings(text: str, mentions: list[MeetingMention]) -> Iterator[MeetingMention]:
    """The mentions, those of a sitting that is only chaired (主持第一次大会) made bare: they stand for the session."""
    session = False
    for mention in mentions:
        chaired = text.endswith("主持", 0, mention.start) or text.endswith("主持了", 0, mention.start)
        if session and chaired and _SITTING.fullmatch(mention.name):
            mention = mention._replace(name="")
        session = session or (mention.held and ordinal_of(mention.name) is not None)
        yield mention


def _blank(match: re.Match[str]) -> str:
    return "　" * len(match.group())
