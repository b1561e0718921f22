"""One article as the resolver reads it: its place, its mentions, who is called what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby

from kg.model import ROLES, Label, Rel
from kg.resolve.bodies import BodyName, body_name
from kg.resolve.mention import Mention, mentions_of
from kg.resolve.nations import is_of_state
from kg.resolve.posts import PostName, post_names
from kg.resolve.profiles import REPORTER, Profile, profile
from kg.resolve.regions import Place, place
from kg.resolve.reports import Report, report
from kg.resolve.resolution import ArticleId, article_id
from kg.statement import Extraction, Statement

_ONCE = ("时任", "前", "前任", "原", "原任")
NEXT = 16  # characters between two names within which the titles of the first still tell those of the second
BESIDE = 3  # the same for offices of states


class ArticleView:
    """An extraction with what follows from it alone; nothing here looks at another article."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.mentions = mentions_of(extraction)
        self.place: Place = place(extraction.jurisdiction)

    @property
    def id(self) -> ArticleId:
        """Source and start."""
        return article_id(self.extraction)

    def of(self, label: Label) -> list[Mention]:
        """The article's mentions of one label."""
        return [m for m in self.mentions if m.label is label]

    @cached_property
    def by_local(self) -> dict[str, Mention]:
        """Mentions by local id."""
        return {m.id.local: m for m in self.mentions}

    def statements(self, rel: Rel) -> Iterable[Statement]:
        """The statements of one type, in the extractor's (printed) order."""
        return self._by_rel.get(rel, ())

    @cached_property
    def _by_rel(self) -> dict[Rel, list[Statement]]:
        found: dict[Rel, list[Statement]] = defaultdict(list)
        for said in self.extraction.statements:
            found[said.rel].append(said)
        return found

    @cached_property
    def holders(self) -> dict[str, list[Statement]]:
        """HOLDS statements by person, in printed order, one a post."""
        found: dict[str, dict[str, Statement]] = defaultdict(dict)
        for said in self.statements(Rel.HOLDS):
            found[said.start].setdefault(said.end, said)
        return {person: list(held.values()) for person, held in found.items()}

    @cached_property
    def named(self) -> dict[tuple[str, str], PostName]:
        """What each (person, post) pair means, read in printed order: a title is told by those printed before it."""
        found: dict[tuple[str, str], PostName] = {}
        last: PostName | None = None
        end = -NEXT
        said = sorted(self.statements(Rel.HOLDS), key=lambda s: s.evidence)
        for person, group in groupby(said, key=lambda s: s.start):
            run = list(group)
            before = last if self._follows(run[0], end) else self._own(person, found)
            names = post_names([self.by_local[s.end].name for s in run], self.place, before)
            for s, post in zip(run, names, strict=True):
                known = found.get((person, s.end))
                if known is None or (known.body is None and post.body):
                    once = post.former or self._once(person, self.by_local[s.end].name)
                    found[person, s.end] = post._replace(former=once)
            last, end = names[-1], run[-1].evidence.end
        return found

    def _follows(self, said: Statement, end: int) -> bool:
        """Whether a title stands right behind the one that ends at `end` and before its own name (省委书记甲、省长乙);
        one behind its name (德国总统甲同乙主席) has nothing of what others hold.
        """
        behind = any(map(said.quote.startswith, self.by_local[said.start].names))
        # 某国总统甲、总理乙; what stands between two heads of states (刚果（布）总统) is the second one's country
        near = BESIDE if is_of_state(self.by_local[said.end].name) else NEXT
        return not behind and said.evidence.start - end < near

    def _once(self, person: str, title: str) -> bool:
        """Whether the words before the name say that the title is a former one (时任美国国务卿)."""
        before = self.by_local[person].texts("_near")[::2]
        return any(text.endswith(once + title) for text in before for once in _ONCE)

    @staticmethod
    def _own(person: str, found: Mapping[tuple[str, str], PostName]) -> PostName | None:
        return next((post for (who, _), post in reversed(list(found.items())) if who == person), None)

    def person_posts(self, person: str) -> list[PostName]:
        """A person's posts, place and body told as far as the article tells them."""
        return [self.named[person, said.end] for said in self.holders.get(person, ())]

    @cached_property
    def acting(self) -> frozenset[str]:
        """The persons who have a part in a meeting."""
        return frozenset(said.start for rel in ROLES for said in self.statements(rel))

    @cached_property
    def posts(self) -> dict[str, PostName]:
        """Each post entity's name; where two holders would read one bare title differently, it stays bare."""
        read: dict[str, dict[str, PostName]] = defaultdict(dict)
        for (_, local), post in self.named.items():
            read[local][post.same] = post
        alone = {m.id.local: post_names([m.name], self.place)[0] for m in self.of(Label.POST)}
        return alone | {local: next(iter(names.values())) for local, names in read.items() if len(names) == 1}

    @cached_property
    def bodies(self) -> dict[str, BodyName]:
        """Each body entity's name with its place."""
        return {m.id.local: body_name(m.name, self.place, m.flag("_relative")) for m in self.of(Label.BODY)}

    @property
    def reporters(self) -> list[str]:
        """The names in the byline."""
        names = self.extraction.article.props.get("reporters")
        return names if isinstance(names, list) else []

    def profiles(self) -> list[Profile]:
        """What the article tells of each person."""
        people = self.of(Label.PERSON)
        signed = set(self.reporters)
        reporters = {m.name for m in people if signed & set(m.names)}
        circles = {True: reporters, False: {m.name for m in people} - reporters}
        return [self._profile(m, m.name in reporters, circles[m.name in reporters] - {m.name}) for m in people]

    def _profile(self, person: Mention, reports: bool, company: set[str]) -> Profile:
        called = [*person.texts("_called"), *([REPORTER] if reports else [])]
        paper = str(self.extraction.article.props.get("source") or self.extraction.jurisdiction)
        acts = person.id.local in self.acting
        return profile(person, self.person_posts(person.id.local), called, company, paper, acts)

    def reports(self) -> list[Report]:
        """What the article tells of each meeting."""
        return [report(m, self._owner(m)) for m in self.of(Label.MEETING)]

    def _owner(self, meeting: Mention) -> str:
        """Whose a nameless meeting is: the holding body's, else the chair's, else (a talk) of those who meet."""
        if meeting.text("_body"):
            return body_name(meeting.text("_body"), self.place, True).same
        local = meeting.id.local
        bodies = sorted(self.bodies[s.end].same for s in self.statements(Rel.HELD_BY) if s.start == local)
        chairs = sorted(self.by_local[s.start].name for s in self.statements(Rel.CHAIRED) if s.end == local)
        there = "、".join(
            sorted({self.by_local[s.start].name for s in self.statements(Rel.ATTENDED) if s.end == local})
        )
        return next(filter(None, [*bodies, meeting.text("_chair"), *chairs, there]), "")
