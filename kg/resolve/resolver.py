"""`resolve`: one label after the other, articles in a fixed order, into one world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sys import intern

from msgspec.structs import replace

from kg.collector import collector_paused
from kg.model import Properties, Rel
from kg.resolve import lookalikes, meeting_nodes, meetings, people, person_nodes, renderings, short_names
from kg.resolve.article import ArticleView
from kg.resolve.composites import add_calls
from kg.resolve.crowd import Crowd
from kg.resolve.judgement import Judgement
from kg.resolve.ledger import Ledger
from kg.resolve.mention import Mention
from kg.resolve.organs import add_bodies
from kg.resolve.post_nodes import add_posts
from kg.resolve.resolution import Resolution, article_id
from kg.resolve.things import add_articles, add_measures, add_things
from kg.resolve.world import World
from kg.statement import Extraction

_WORDS = (Rel.HOLDS, Rel.ISSUED)  # statements whose quotes tell something, or prove what is concluded from them


@collector_paused()
def resolve(extractions: Iterable[Extraction], judgements: Iterable[Judgement] | None = None) -> Resolution:
    """Resolve extractions into one world; see `kg.resolve`. Curators' `judgements` overrule the rules."""
    distinct = {article_id(extraction): _told(extraction) for extraction in extractions}
    articles = [ArticleView(distinct[article]) for article in sorted(distinct)]
    ledger, world = Ledger(judgements or ()), World()
    add_articles(articles, world)
    add_bodies(articles, world, ledger)
    _add_people(articles, world, ledger)
    add_posts(articles, world, ledger)
    _add_meetings(articles, world, ledger)
    add_measures(articles, world, ledger)
    add_things(articles, world, ledger)
    add_calls(articles, world)
    return world.resolution(ledger)


def _told(extraction: Extraction) -> Extraction:
    """The extraction without what says nothing of who is who, which is most of it: where names stand, and the quotes
    of statements whose words nobody looks at here. Local ids are the same few strings in every article.
    """
    said = tuple(
        replace(one, start=intern(one.start), end=intern(one.end), quote=one.quote if one.rel in _WORDS else "")
        for one in extraction.statements
        if one.rel is not Rel.MENTIONS
    )
    entities = tuple(replace(entity, local=intern(entity.local)) for entity in extraction.entities)
    return replace(extraction, entities=entities, statements=said)


def _add_people(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    profiles = [profile for article in articles for profile in article.profiles()]
    crowd = Crowd(profiles)
    clusters = people.cluster(crowd, ledger)
    lookalikes.join(profiles, clusters, ledger)
    short_names.join(crowd, clusters, ledger)
    renderings.join(crowd, clusters, ledger)
    groups = [[profiles[i] for i in group] for group in clusters.groups()]
    _add([[p.mention for p in group] for group in groups], person_nodes.nodes(groups), world)


def _add_meetings(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    reports = [report for article in articles for report in article.reports()]
    groups = [[reports[i] for i in group] for group in meetings.cluster(reports, ledger).groups()]
    _add([[r.mention for r in group] for group in groups], meeting_nodes.nodes(groups), world)


def _add(groups: Sequence[Sequence[Mention]], nodes: Sequence[tuple[str, Properties]], world: World) -> None:
    for mentions, (key, properties) in zip(groups, nodes, strict=True):
        world.add(key, mentions[0].label, properties, mentions)
