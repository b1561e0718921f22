"""One source read whole: scanned once, each family of facts read from its scene."""

from __future__ import annotations

from kg.extract.context import Context, Draft
from kg.extract.facts import (
    add_bodies,
    add_documents,
    add_measures,
    add_meetings,
    add_people,
    add_roles,
    add_speech,
    add_targets,
)
from kg.extract.known import measures_in
from kg.extract.measures import MeasureMention
from kg.extract.scene import Scene
from kg.model import Label, Value
from kg.source.article import Article, articles
from kg.source.record import Source
from kg.statement import Entity, Extraction, Span


def extract(source: Source) -> list[Extraction]:
    """All that the source's articles say; an empty list where it holds no article."""
    found = articles(source)
    contexts = [Context(article) for article in found]
    places = measures_in([context.text for context in contexts])
    return [_extract(context, here) for context, here in zip(contexts, places, strict=True)]


def _extract(context: Context, places: list[MeasureMention]) -> Extraction:
    scene = Scene(context)
    draft = Draft(context)
    add_people(scene, draft)
    add_meetings(scene, draft)
    add_bodies(scene, draft)
    add_roles(scene, draft)
    add_measures(draft, places)
    directives = add_speech(scene, draft, places)
    add_documents(scene, draft, directives)
    add_targets(scene, draft, directives)
    source = context.article.source
    return Extraction(
        source.id, source.date, source.jurisdiction, _entity(scene), draft.entities(), tuple(draft.statements)
    )


def _entity(scene: Scene) -> Entity:
    """The article itself as an entity; its key is the source's id, with a number where a page holds several."""
    article: Article = scene.context.article
    source = article.source
    key = f"{source.id}#{article.number}" if article.number else source.id
    props: dict[str, Value] = {"headline": article.headline, "path": source.id, "_key": key}
    if source.date:
        props["date"] = source.date
    if source.publisher:
        props["source"] = source.publisher
    reporters = sorted({p.name for group in scene.groups if group.is_byline for p in group.people})
    if reporters:
        props["reporters"] = reporters
    whole = Span(article.view.to_source(0), article.view.to_source(len(scene.text) - 1))
    return Entity("a", Label.ARTICLE, article.headline or key, (whole,), props)
