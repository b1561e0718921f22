"""What is added to an article's extraction while its text is at hand, for those who never see the text.

- a MENTIONS statement for every place that names an entity;
- the words around each person's name, a hint for the resolver (`_near`);
- a title that several hold as one post each: 国家主席 in 老挝国家主席通伦 and in 国家主席习近平 is not one office.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from kg.extract.ranges import within
from kg.model import Label, Rel
from kg.statement import Entity, Extraction, Span, Statement

_AROUND, _LOOKED_AT = 30, 3  # characters on each side of a person's name, mentions looked at
_LINE_BREAK = re.compile(r"[ \t　\r]*\n\s*")


def completed(extraction: Extraction, text: str) -> Extraction:
    """The extraction with all of that; `text` is its source's."""
    extraction = _one_holder_a_post(extraction)
    mentions = (
        Statement(Rel.MENTIONS, extraction.article.local, entity.local, span, _unbroken(text[span[0] : span[1]]))
        for entity in extraction.entities
        for span in entity.mentions
    )
    entities = tuple(_with_surroundings(e, text) if e.label is Label.PERSON else e for e in extraction.entities)
    return msgspec.structs.replace(extraction, entities=entities, statements=(*extraction.statements, *mentions))


def _unbroken(words: str) -> str:
    return _LINE_BREAK.sub("", words) if "\n" in words else words


def _with_surroundings(person: Entity, text: str) -> Entity:
    sides = [(max(0, at - _AROUND), at, end, end + _AROUND) for at, end in person.mentions[:_LOOKED_AT]]
    around = [_unbroken(text[a:b]) for left, at, end, right in sides for a, b in ((left, at), (end, right))]
    return msgspec.structs.replace(person, props=person.props | {"_near": around})


def _one_holder_a_post(extraction: Extraction) -> Extraction:
    held: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for said in extraction.statements:
        if said.rel is Rel.HOLDS:
            held[said.end][said.start].append(said.evidence)
    shared = {post: holders for post, holders in held.items() if len(holders) > 1}
    if not shared:
        return extraction
    entities = (part for entity in extraction.entities for part in _parts(entity, shared.get(entity.local, {})))
    statements = (
        msgspec.structs.replace(said, end=_own(said.end, said.start))
        if said.rel is Rel.HOLDS and said.end in shared
        else said
        for said in extraction.statements
    )
    return msgspec.structs.replace(extraction, entities=tuple(entities), statements=tuple(statements))


def _parts(post: Entity, holders: dict[str, list[Span]]) -> Iterator[Entity]:
    """The post once for each holder, with the places where the title stands in what proves that they hold it."""
    if not holders:
        yield post
    for person, proofs in holders.items():
        places = {m for p in proofs for m in within(post.mentions, p.start, p.end) if m.end <= p.end}
        yield msgspec.structs.replace(post, local=_own(post.local, person), mentions=tuple(sorted(places)))


def _own(post: str, person: str) -> str:
    return f"{post}.{person}"
