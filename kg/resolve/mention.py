"""An article's entity as the resolver sees it: where it stands, what it is called, when."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.model import Label
from kg.resolve.resolution import ArticleId, article_id
from kg.statement import Entity, Extraction, evidence_ref


class MentionId(NamedTuple):
    """Which entity of which article; sorts by source, place in the source, local id."""

    article: ArticleId
    local: str


class Mention(NamedTuple):
    """One entity of one article; `ref` is the evidence entry of its first mention (its source where it has none)."""

    id: MentionId
    entity: Entity
    published: str
    jurisdiction: str
    ref: str

    @property
    def label(self) -> Label:
        """The entity's label."""
        return self.entity.label

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return self.entity.name

    @property
    def names(self) -> list[str]:
        """All printed forms the extractor gives, the fullest first."""
        return [self.entity.name, *(a for a in self.texts("aliases") if a != self.entity.name)]

    @property
    def refs(self) -> list[str]:
        """The evidence entries of all its mentions."""
        return [evidence_ref(self.id.article[0], span) for span in self.entity.mentions]

    def text(self, prop: str) -> str:
        """A text property or hint, empty when absent."""
        return str(self.entity.props.get(prop) or "")

    def texts(self, prop: str) -> list[str]:
        """A list property or hint, empty when absent."""
        value: Any = self.entity.props.get(prop) or []
        return [value] if isinstance(value, str) else list(value)

    def flag(self, prop: str) -> bool:
        """A yes-or-no hint."""
        return bool(self.entity.props.get(prop))


def mentions_of(extraction: Extraction) -> list[Mention]:
    """The entities of an article (not the article itself)."""
    article = article_id(extraction)
    return [
        Mention(
            MentionId(article, entity.local),
            entity,
            extraction.date,
            extraction.jurisdiction,
            evidence_ref(extraction.source, entity.mentions[0]) if entity.mentions else extraction.source,
        )
        for entity in extraction.entities
    ]
