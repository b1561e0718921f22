"""Articles, measures, documents, directives and targets of all articles → nodes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.model import NODES, Label, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.canon import canonical
from kg.resolve.forms import Forms
from kg.resolve.formulas import parts
from kg.resolve.ledger import Ledger
from kg.resolve.measures import Variant, measure_form, unprinted_names, variants
from kg.resolve.mention import Mention
from kg.resolve.names import best, merged, with_aliases
from kg.resolve.world import World

# Titles that come back every year or with every speech; the article's own date tells them apart.
_YEARLY = re.compile(r"(?:公报|讲话|讲话精神|批示|指示|致辞|贺信|倡议书|决定|决议|通知|意见|报告|草案)$")


def add_articles(articles: Sequence[ArticleView], world: World) -> None:
    """Article nodes: under the extractor's key, else `article/SOURCE`, numbered where a source has several."""
    many = Counter(article.id[0] for article in articles)
    numbers: Counter[str] = Counter()
    for article in articles:  # sorted by source and place
        source = article.id[0]
        numbers[source] += 1
        entity = article.extraction.article
        counted = f"{source}#{numbers[source]}" if many[source] > 1 else source
        key = node_key(Label.ARTICLE, str(entity.props.get("_key") or counted))
        world.add(key, Label.ARTICLE, {**merged(Label.ARTICLE, [entity.props]), "name": entity.name or source})
        world.assign(article.id, entity.local, key)


def add_measures(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Measure nodes, one a comparing form, and their variants."""
    told = [(mention, measure_form(mention.name)) for article in articles for mention in article.of(Label.MEASURE)]
    forms = Forms(Label.MEASURE, told, ledger)
    unprinted = {node_key(Label.MEASURE, f): n for f, n in unprinted_names({form for _, form in told}).items()}
    for key, mentions in forms.groups.items():
        _add(key, mentions, world, unprinted.get(key, ()))
        _record_forms(mentions, ledger)
    by_form: dict[str, list[Mention]] = defaultdict(list)
    for mention, form in told:
        by_form[form].append(mention)
    wordings = {form: max((m.name for m in ms), key=lambda n: (len(parts(n)), n)) for form, ms in by_form.items()}
    for variant in variants(dict(sorted(wordings.items()))):
        if forms.joinable(variant.form, variant.of):
            _add_variant(variant, by_form[variant.form][0], by_form[variant.of][0], world, ledger)


def _add_variant(variant: Variant, one: Mention, two: Mention, world: World, ledger: Ledger) -> None:
    start, end = (world.key(mention.id.article, mention.id.local) for mention in (one, two))
    world.relate(start, Rel.VARIANT_OF, end, {}, {"score": variant.score, "reason": [variant.reason]})
    ledger.record(
        Label.MEASURE, one.name, two.name, same=True, rule="variant", reason=variant.reason,
        score=variant.score, when=max(one.published, two.published), evidence=(one.ref, two.ref),
    )  # fmt: skip


def _record_forms(mentions: Sequence[Mention], ledger: Ledger) -> None:
    """Two printed forms of one comparing form are one measure: say so once a form."""
    name = best(m.name for m in mentions)
    for mention in mentions:
        ledger.record(
            Label.MEASURE, name, mention.name, same=True, rule="form", reason="equal but for marks and suffix nouns",
            when=mention.published, evidence=(mention.ref,),
        )  # fmt: skip


def add_things(articles: Sequence[ArticleView], world: World, ledger: Ledger) -> None:
    """Documents by title, directives and targets each where it stands."""
    titled = [(mention, _document_form(mention)) for article in articles for mention in article.of(Label.DOCUMENT)]
    for key, mentions in Forms(Label.DOCUMENT, titled, ledger).groups.items():
        _add(key, mentions, world)
    for label in (Label.DIRECTIVE, Label.TARGET):
        for article in articles:
            for mention in article.of(label):
                _add(node_key(label, mention.ref), [mention], world)


def _document_form(mention: Mention) -> str:
    form = canonical(mention.name)
    year = mention.published[:4] if _YEARLY.search(form) else ""
    speech = mention.published if mention.text("kind") == "speech" else ""
    return f"{form}（{speech or year}）" if speech or year else form


def _add(key: str, mentions: Sequence[Mention], world: World, names: Sequence[str] = ()) -> None:
    label = mentions[0].label
    properties = merged(label, (m.entity.props for m in mentions)) | {"name": best(m.name for m in mentions)}
    if "aliases" in NODES[label].properties:
        properties = with_aliases(properties, (*names, *(form for m in mentions for form in m.names)))
    world.add(key, label, properties, mentions)
