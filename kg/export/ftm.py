"""FollowTheMoney entities, one JSON object a line: people, posts, bodies, who held what, the articles that say so.

| here | there |
|---|---|
| `Person` | `Person` |
| `Post` | `Position`, with the body it belongs to as `organization` |
| `Body` | `PublicBody`, `Company` or `Organization` by its kind, with what it is part of as `parent` |
| `HOLDS` | `Occupancy`: its `date`s are those on which the evidence shows it, as beginning and end are not known |
| `Article` | `Article`, the `proof` of the occupancies |

An `id` is the SHA-1 of the key, as that format takes ASCII only; `key` stands beside it. `recordId` is the evidence.
Dates whose year is not known are left out, as the format has none such.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha1
from typing import Any, BinaryIO

import msgspec

from kg.claims import source_of
from kg.graph import Graph
from kg.model import Label, Rel, rel_id

CHINA = "cn"
_PUBLIC = ("government", "congress", "cppcc", "leading_group", "department")
BODY_SCHEMATA = {"enterprise": "Company", **dict.fromkeys(_PUBLIC, "PublicBody")}
_DATE = re.compile(r"[12]\d{3}(-\d{2}(-\d{2})?)?", re.ASCII)

Attributes = Mapping[str, Any]


class Entity(msgspec.Struct):
    """An entity as that format's JSON has it, and the `key` it has here."""

    id: str
    schema: str
    properties: Mapping[str, list[str]]
    key: str


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the entities to a binary stream."""
    out.writelines(msgspec.json.encode(entity) + b"\n" for entity in entities(graph))


def entities(graph: Graph) -> Iterator[Entity]:
    """The entities in the order of their keys, occupancies last."""
    makers = {Label.PERSON: _person, Label.POST: _position, Label.BODY: _body, Label.ARTICLE: _article}
    for key in sorted(graph):
        if make := makers.get(graph.nodes[key]["label"]):
            yield make(graph, key, graph.nodes[key])
    articles = _articles(graph)
    for start, end, rel in sorted(graph.edges(keys=True)):
        if rel == Rel.HOLDS:
            yield _occupancy(start, end, graph.edges[start, end, rel], articles)


def entity_id(key: str) -> str:
    """The `id` of a node, or of a relationship by its interchange id."""
    return f"kg-{sha1(key.encode(), usedforsecurity=False).hexdigest()}"


def _person(_: Graph, key: str, person: Attributes) -> Entity:
    return _entity(key, "Person", name=[person["name"]], alias=person.get("aliases", ()))


def _position(graph: Graph, key: str, post: Attributes) -> Entity:
    bodies = _ends(graph, key, Rel.OF)
    regions = [graph.nodes[body]["region"] for body in bodies if "region" in graph.nodes[body]]
    return _entity(
        key,
        "Position",
        name=[post["name"]],
        weakAlias=[post.get("role")],
        organization=map(entity_id, bodies),
        country=[CHINA for _ in regions[:1]],
        subnationalArea=regions,
    )


def _body(graph: Graph, key: str, body: Attributes) -> Entity:
    kind = body.get("kind")
    return _entity(
        key,
        BODY_SCHEMATA.get(str(kind), "Organization"),
        name=[body["name"]],
        alias=body.get("aliases", ()),
        classification=[kind],
        parent=map(entity_id, _ends(graph, key, Rel.PART_OF)),
        country=[CHINA] if "region" in body else (),  # regions are those of GB/T 2260
    )


def _article(_: Graph, key: str, article: Attributes) -> Entity:
    return _entity(
        key,
        "Article",
        title=[article.get("headline")],
        publishedAt=_dates(article.get("date")),
        publisher=[article.get("source")],
        author=article.get("reporters", ()),
        fileName=[article.get("path")],
    )


def _occupancy(person: str, post: str, held: Attributes, articles: Mapping[tuple[str, str], list[str]]) -> Entity:
    sources = sorted(set(map(source_of, held.get("evidence", ()))))
    return _entity(
        rel_id(person, Rel.HOLDS, post),
        "Occupancy",
        holder=[entity_id(person)],
        post=[entity_id(post)],
        date=_dates(held.get("first_seen"), held.get("last_seen")),
        description=held.get("quotes", ()),
        recordId=held.get("evidence", ()),
        proof=[entity_id(article) for source in sources for article in articles[source, person]],
    )


def _articles(graph: Graph) -> Mapping[tuple[str, str], list[str]]:
    """The articles of each source that name each person."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article, person, rel in sorted(graph.edges(keys=True)):
        if rel == Rel.MENTIONS and graph.nodes[person]["label"] == Label.PERSON:
            found[graph.nodes[article].get("path", ""), person].append(article)
    return found


def _ends(graph: Graph, key: str, rel: Rel) -> list[str]:
    return sorted(end for _, end, kind in graph.out_edges(key, keys=True) if kind == rel)


def _dates(*dates: Any) -> list[str]:
    return sorted({date for date in dates if date and _DATE.fullmatch(date)})


def _entity(key: str, schema: str, **properties: Iterable[Any]) -> Entity:
    """Each value once; no empty values and properties, which the format has not."""
    listed = {name: [value for value in dict.fromkeys(values) if value] for name, values in properties.items()}
    return Entity(entity_id(key), schema, {name: values for name, values in listed.items() if values}, key)
