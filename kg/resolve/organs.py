"""Bodies of all articles → nodes, PART_OF, SUCCEEDS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Label, Properties, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.bodies import BodyName, above, body_name, whole
from kg.resolve.forms import Forms
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention, MentionId
from kg.resolve.names import best, merged, with_aliases
from kg.resolve.resolution import ArticleId
from kg.resolve.words import table
from kg.resolve.world import World

COLLECTIVE = "collective"


def add_bodies(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Body nodes: one a canonical name; what has no known place, and speakers like 委员们, one an article."""
    names: dict[MentionId, BodyName] = {}
    told = []
    for article in articles:
        for mention in article.of(Label.BODY):
            name = names[mention.id] = article.bodies[mention.id.local]
            told.append((mention, _body_form(mention, name)))
            tell_place(Label.BODY, mention, name.printed, ledger)
    groups = Forms(Label.BODY, told, ledger).groups
    for key, mentions in groups.items():
        world.add(key, Label.BODY, _body_properties([(m, names[m.id]) for m in mentions]), mentions)
    for key, mentions in groups.items():
        first = min(mentions, key=lambda mention: mention.ref)
        if key == node_key(Label.BODY, names[first.id].same):
            add_whole(names[first.id], {first.ref: first.name}, world)


def _body_form(mention: Mention, name: BodyName) -> str:
    if mention.text("kind") == COLLECTIVE or not name.known:
        return f"{mention.name}（{article_name(mention.id.article)}）"
    return name.same


def article_name(article: ArticleId) -> str:
    """What tells an article's own nodes from another's: its source, and its place where a source has several."""
    return f"{article[0]}#char={article[1]}" if article[1] else article[0]


def _body_properties(told: Sequence[tuple[Mention, BodyName]]) -> Properties:
    name = min((name for _, name in told), key=lambda name: (not name.region, name))
    said = merged(Label.BODY, (mention.entity.props for mention, _ in told))
    properties = {**said, **name.properties, "name": best(name.printed for _, name in told)}
    if said.get("kind") == COLLECTIVE:
        properties["kind"] = COLLECTIVE
    return with_aliases(properties, (form for mention, _ in told for form in mention.names))


def add_whole(part: BodyName, proofs: Mapping[str, str], world: World) -> None:
    """The body that this one is part of by its name, else the one above it, and what that is part of."""
    larger = whole(part.same) or above(part)
    if larger is None or larger == part.same:
        return
    upper = body_name(larger)
    world.relate(node_key(Label.BODY, part.same), Rel.PART_OF, ensure_body(upper, world), proofs)
    add_whole(upper, proofs, world)


def add_successions(world: World) -> None:
    """Which of the bodies took over from which, as far as the lexicon tells."""
    for row in table("successors")["succession"]:
        for names in row["bodies"]:
            new, old = (node_key(Label.BODY, body_name(name).same) for name in names)
            if world.knows(new) and world.knows(old):
                world.relate(new, Rel.SUCCEEDS, old, {}, {"since": row["since"]})


def ensure_body(name: BodyName, world: World) -> str:
    """The key of a body that other nodes speak of; the node is made where no article names it itself."""
    key = node_key(Label.BODY, name.same)
    if not world.knows(key):
        world.add(key, Label.BODY, {"name": name.printed, **name.properties})
    return key


def tell_place(label: Label, mention: Mention, full: str, ledger: Ledger) -> None:
    """Record that a place was told by the source's jurisdiction."""
    if mention.jurisdiction and full != mention.name:
        ledger.record(
            label, mention.name, full, same=True, rule="place", reason=f"in a source of {mention.jurisdiction}",
            when=mention.published, evidence=(mention.ref,),
        )  # fmt: skip
