"""Bodies and posts of all articles → nodes, OF, PART_OF, and how long each post was seen held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.claims import claim_properties
from kg.model import ROLES, Label, Properties, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.bodies import BodyName, body_name, whole
from kg.resolve.forms import Forms
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention, MentionId
from kg.resolve.names import best, merged, with_aliases
from kg.resolve.posts import PostName
from kg.resolve.regions import place
from kg.resolve.resolution import ArticleId
from kg.resolve.world import World
from kg.statement import Statement, evidence_ref

COLLECTIVE = "collective"


def add_bodies(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Body nodes: one a canonical name; what has no known place, and speakers like 委员们, one an article."""
    names: dict[MentionId, BodyName] = {}
    told = []
    for article in articles:
        for mention in article.of(Label.BODY):
            name = names[mention.id] = article.bodies[mention.id.local]
            told.append((mention, _body_form(mention, name)))
            _tell_place(Label.BODY, mention, name.printed, ledger)
    groups = Forms(Label.BODY, told, ledger).groups
    for key, mentions in groups.items():
        world.add(key, Label.BODY, _body_properties([(m, names[m.id]) for m in mentions]), mentions)
    for key, mentions in groups.items():
        first = min(mentions, key=lambda mention: mention.ref)
        if key == node_key(Label.BODY, names[first.id].same):
            _add_whole(names[first.id].same, {first.ref: first.name}, world)


def _body_form(mention: Mention, name: BodyName) -> str:
    if mention.text("kind") == COLLECTIVE or not name.known:
        return f"{mention.name}（{_article_name(mention.id.article)}）"
    return name.same


def _article_name(article: ArticleId) -> str:
    return f"{article[0]}#char={article[1]}" if article[1] else article[0]


def _body_properties(told: Sequence[tuple[Mention, BodyName]]) -> Properties:
    name = min((name for _, name in told), key=lambda name: (not name.region, name))
    said = merged(Label.BODY, (mention.entity.props for mention, _ in told))
    properties = {**said, **name.properties, "name": best(name.printed for _, name in told)}
    if said.get("kind") == COLLECTIVE:
        properties["kind"] = COLLECTIVE
    return with_aliases(properties, (form for mention, _ in told for form in mention.names))


def _add_whole(part: str, proofs: Mapping[str, str], world: World) -> None:
    """The body a name is part of, and what that is part of."""
    larger = whole(part)
    if larger is None or larger == part:
        return
    _ensure_body(body_name(larger), world)
    world.relate(node_key(Label.BODY, part), Rel.PART_OF, node_key(Label.BODY, body_name(larger).same), proofs)
    _add_whole(larger, proofs, world)


def _ensure_body(name: BodyName, world: World) -> str:
    key = node_key(Label.BODY, name.same)
    if not world.knows(key):
        world.add(key, Label.BODY, {"name": name.printed, **name.properties})
    return key


def add_posts(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Post nodes with their bodies. A bare title whose body nobody tells is the post of the person who holds it."""
    roles: dict[str, list[PostName]] = defaultdict(list)
    for article in articles:
        for mention in article.of(Label.POST):
            post = article.posts[mention.id.local]
            key = _post_key(article, mention, post, world)
            roles[key].append(post)
            world.assign(article.id, mention.id.local, key)
            _tell_name(mention, post, ledger)
    for key, posts in roles.items():
        name, role = best(post.name for post in posts), best(post.role for post in posts)
        world.add(key, Label.POST, {"name": name, "role": role})
    _relate_posts(articles, world)


def _post_key(article: ArticleView, mention: Mention, post: PostName, world: World) -> str:
    if post.body:
        return node_key(Label.POST, post.same)
    holders = sorted(
        world.key(article.id, p) for p, held in article.holders.items() for s in held if s.end == mention.id.local
    )
    owner = holders[0].partition("/")[2] if len(holders) == 1 else _article_name(article.id)
    return node_key(Label.POST, f"{post.same}（{owner}）")


def _relate_posts(articles: Sequence[ArticleView], world: World) -> None:
    seen: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in articles:
        for person, held in article.holders.items():
            for said in held:
                post = world.key(article.id, said.end)
                former = article.named[person, said.end].former  # 原省长 shows nobody in office on that day
                day = "" if former else _seen(article, person)
                seen[world.key(article.id, person), post][article.extraction.source].add(day)
                _relate_body(article, said, post, world)
    for (person, post), days in seen.items():
        terms = {source: _term(told) for source, told in days.items()}
        world.relate(person, Rel.HOLDS, post, {}, claim_properties(Rel.HOLDS, terms))


def _relate_body(article: ArticleView, said: Statement, post: str, world: World) -> None:
    body = article.posts[said.end].body
    if body:
        proof = {evidence_ref(article.extraction.source, said.evidence): said.quote}
        world.relate(post, Rel.OF, _ensure_body(body, world), proof)
        _add_whole(body.same, proof, world)


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
        _tell_place(Label.POST, mention, post.name, ledger)
    elif post.body and post.name != mention.name:
        ledger.record(
            Label.POST, mention.name, post.name, same=True, rule="title", reason="told by the titles before it",
            when=mention.published, evidence=(mention.ref,),
        )  # fmt: skip


def _tell_place(label: Label, mention: Mention, full: str, ledger: Ledger) -> None:
    """Record that a place was told by the source's jurisdiction."""
    if mention.jurisdiction and full != mention.name:
        ledger.record(
            label, mention.name, full, same=True, rule="place", reason=f"in a source of {mention.jurisdiction}",
            when=mention.published, evidence=(mention.ref,),
        )  # fmt: skip
