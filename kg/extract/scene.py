"""All that is known of an article before its sentences are read closely: people, dates, meetings, skeletons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.agenda import Agenda
from kg.extract.context import Context, Sentence
from kg.extract.dates import DateMention, find_dates, parse_publication, written_on
from kg.extract.meeting_names import find_mentions
from kg.extract.meetings import MeetingMention
from kg.extract.people import Person, find_people
from kg.extract.ranges import within
from kg.extract.skeleton import Group, Skeleton, groups
from kg.extract.talks import find_talks
from kg.extract.titles import Titled, find_titles
from kg.lazy import lazy


class Scene:
    """People, dates and meetings of one article, and each sentence as a skeleton of them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._skeletons: dict[int, Skeleton] = {}
        self.text = context.text
        published = parse_publication(context.article.source.date)
        self.people: list[Person] = find_people(context)
        self.dates: list[DateMention] = find_dates(self.text, written_on(self.text, published))
        self.meeting_mentions: list[MeetingMention] = find_mentions(context, self.people, self.dates)
        self.agenda = Agenda(context, self.meeting_mentions, self.people, self.dates, context.article.headline)
        self.talks = find_talks(context, self.skeleton)
        for talk, _ in self.talks:
            self.agenda.add_talk(talk)

    @lazy
    def titles(self) -> list[Titled]:
        """Everything in 《》 in text order."""
        return find_titles(self.text)

    @lazy
    def groups(self) -> list[Group]:
        """Coordinated lists of people in text order."""
        return groups(self.text, self.people)

    @lazy
    def _group_starts(self) -> list[int]:
        return [group.start for group in self.groups]

    @lazy
    def _mentions(self) -> list[MeetingMention]:
        bare = [m for m in self.meeting_mentions if not m.name]
        return sorted([*self.agenda.mentions, *(m for m in bare if self.agenda.of(m) is None)])

    def groups_in(self, sentence: Sentence) -> list[Group]:
        """The groups of people that begin in the sentence."""
        first = bisect_left(self._group_starts, sentence.start)
        return self.groups[first : bisect_left(self._group_starts, sentence.end)]

    def people_in(self, sentence: Sentence) -> list[Person]:
        """The persons named in the sentence."""
        return [person for group in self.groups_in(sentence) for person in group.people]

    def plain(self, sentence: Sentence) -> str:
        """The sentence with 某 for every letter of a name: 应 in a name is no modal verb."""
        parts, at = [], sentence.start
        for person in self.people_in(sentence):
            parts += [self.text[at : person.start], "某" * (person.end - person.start)]
            at = person.end
        return "".join([*parts, self.text[at : sentence.end]])

    def mentions_in(self, sentence: Sentence) -> Sequence[MeetingMention]:
        """The meeting mentions that begin in the sentence."""
        return within(self._mentions, sentence.start, sentence.end)

    def skeleton(self, sentence: Sentence) -> Skeleton:
        """The sentence in symbols, made once."""
        known = self._skeletons.get(sentence.start)
        if known is None:
            known = self._skeletons[sentence.start] = self._skeleton(sentence)
        return known

    def _skeleton(self, sentence: Sentence) -> Skeleton:
        dates = within(self.dates, sentence.start, sentence.end)
        return Skeleton(
            self.text, sentence.start, sentence.end, self.groups_in(sentence), self.mentions_in(sentence), dates
        )
