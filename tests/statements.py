"""Small extractions made by hand, for tests of what comes after extracting."""

from collections.abc import Iterable, Mapping

from kg.model import Label, Rel, Value
from kg.statement import Entity, Extraction, Span, Statement

_LABELS = {"p": Label.PERSON, "m": Label.MEETING, "d": Label.DIRECTIVE, "x": Label.MEASURE}
Said = tuple[Rel, str, str, int, Mapping[str, Value]]


def extraction(source: str, names: Mapping[str, str], said: Iterable[Said], date: str = "2022-05-26") -> Extraction:
    """An article at the start of `source`. A local id's first letter tells its label: p, m, d, x; `a` is the article.

    Each fact is (type, start, end, position of its evidence, properties); its evidence is five characters long.
    """
    entities = tuple(
        Entity(local, _LABELS[local[0]], name, (Span(at, at + len(name)),))
        for at, (local, name) in enumerate(names.items())
    )
    statements = tuple(
        Statement(rel, start, end, Span(at, at + 5), f"{source}@{at}", dict(props))
        for rel, start, end, at, props in said
    )
    article = Entity("a", Label.ARTICLE, source, (Span(0, 100),), {"path": source, "date": date})
    return Extraction(source, date, "山西省太原市", article, entities, statements)
