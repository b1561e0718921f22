"""Posts of all articles → nodes, HOLDS with the days each source shows, OF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.claims import claim_properties
from kg.model import ROLES, Label, Properties, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.bodies import BodyName
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention, MentionId
from kg.resolve.names import best
from kg.resolve.offices import Offices
from kg.resolve.organs import add_successions, add_whole, article_name, ensure_body, tell_place
from kg.resolve.posts import PostName
from kg.resolve.regions import place
from kg.resolve.world import World
from kg.statement import Statement, evidence_ref


def add_posts(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Post nodes with their bodies. A bare title whose body nobody tells is the post of the person who holds it."""
    offices = Offices(articles, world)
    told: dict[MentionId, PostName] = {}
    posts: dict[str, list[PostName]] = defaultdict(list)
    for article in articles:
        for mention in article.of(Label.POST):
            holders = _holders(article, mention, world)
            post = article.posts[mention.id.local]
            post = told[mention.id] = offices.meant(post, holders[0]) if len(holders) == 1 else post
            key = node_key(Label.POST, post.same if post.body else f"{post.same}（{_owner(article, holders)}）")
            posts[key].append(post)
            world.assign(article.id, mention.id.local, key)
            _tell_name(mention, post, ledger)
    for key, names in posts.items():
        name, role = best(post.name for post in names), best(post.role for post in names)
        world.add(key, Label.POST, {"name": name, "role": role})
    _relate_posts(articles, told, world)
    add_successions(world)


def _holders(article: ArticleView, post: Mention, world: World) -> list[str]:
    """The keys of those whom the article gives a title, sorted."""
    held = article.holders.items()
    return sorted({world.key(article.id, p) for p, said in held for s in said if s.end == post.id.local})


def _owner(article: ArticleView, holders: Sequence[str]) -> str:
    """Whose a post without a body is: its one holder's, else the article's."""
    return holders[0].partition("/")[2] if len(holders) == 1 else article_name(article.id)


def _relate_posts(articles: Sequence[ArticleView], told: Mapping[MentionId, PostName], world: World) -> None:
    seen: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in articles:
        for person, held in article.holders.items():
            for said in held:
                post = world.key(article.id, said.end)
                former = article.named[person, said.end].former  # 原省长 shows nobody in office on that day
                day = "" if former else _seen(article, person)
                seen[world.key(article.id, person), post][article.extraction.source].add(day)
                _relate_body(article, said, post, told[article.by_local[said.end].id].body, world)
    for (person, post), days in seen.items():
        terms = {source: _term(told) for source, told in days.items()}
        world.relate(person, Rel.HOLDS, post, {}, claim_properties(Rel.HOLDS, terms))


def _relate_body(article: ArticleView, said: Statement, post: str, body: BodyName | None, world: World) -> None:
    if body:
        proof = {evidence_ref(article.extraction.source, said.evidence): said.quote}
        world.relate(post, Rel.OF, ensure_body(body, world), proof)
        add_whole(body, proof, world)


def _seen(article: ArticleView, person: str) -> str:
    """The day the article shows a person in office: of the meeting held in it at which they acted, else its own."""
    roles = {said.end for rel in ROLES for said in article.statements(rel) if said.start == person}
    held = (m for m in article.of(Label.MEETING) if m.id.local in roles and m.flag("_held"))
    return min((m.text("date") for m in held if m.text("date")), default=article.extraction.date)


def _term(dates: set[str]) -> Properties:
    """First and last date; partial dates (XXXX-04-04) count only where there is no full one."""
    known = sorted(date for date in dates if date)
    full = [date for date in known if "X" not in date] or known
    return {"first_seen": full[0], "last_seen": full[-1]} if full else {}


def _tell_name(mention: Mention, post: PostName, ledger: Ledger) -> None:
    """Record what made a bare title whole: the source's place, or the post before it and the custom of the genre."""
    if post.region and post.region in place(mention.jurisdiction):
        tell_place(Label.POST, mention, post.name, ledger)
    elif post.body and post.name != mention.name:
        ledger.record(
            Label.POST, mention.name, post.name, same=True, rule="title", reason="told by the titles before it",
            when=mention.published, evidence=(mention.ref,),
        )  # fmt: skip
