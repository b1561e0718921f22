"""The shape of the graph: labels, relationship types, their allowed ends and properties, and how keys are made.

This is the one place that tells it; the schema check of the stores, the exporters and the generated model page all
read the tables below.

Words come from Popolo (person, post, organisation as *body*), FollowTheMoney (first and last seen, statements with
their source) and Akoma Ntoso (a speaker speaks *as* an office holder).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

Value = str | int | bool | float | list[str]
Properties = dict[str, Value]


class Label(StrEnum):
    """Node labels."""

    PERSON = "Person"
    POST = "Post"
    BODY = "Body"
    MEETING = "Meeting"
    DIRECTIVE = "Directive"
    MEASURE = "Measure"
    DOCUMENT = "Document"
    TARGET = "Target"
    ARTICLE = "Article"


class Rel(StrEnum):
    """Relationship types."""

    HOLDS = "HOLDS"
    OF = "OF"
    PART_OF = "PART_OF"
    SUCCEEDS = "SUCCEEDS"
    HELD_BY = "HELD_BY"
    CHAIRED = "CHAIRED"
    ATTENDED = "ATTENDED"
    SPOKE_AT = "SPOKE_AT"
    REPORTED_AT = "REPORTED_AT"
    CONVEYED = "CONVEYED"
    ADOPTED = "ADOPTED"
    CONSIDERED = "CONSIDERED"
    ISSUED = "ISSUED"
    GIVEN_AT = "GIVEN_AT"
    CALLS_FOR = "CALLS_FOR"
    HAS_PART = "HAS_PART"
    VARIANT_OF = "VARIANT_OF"
    CITES = "CITES"
    PUBLISHED = "PUBLISHED"
    SETS = "SETS"
    REPORTS = "REPORTS"
    MENTIONS = "MENTIONS"


ROLES = (Rel.CHAIRED, Rel.ATTENDED, Rel.SPOKE_AT, Rel.REPORTED_AT)


class Merge(StrEnum):
    """How two values of one property become one when two statements tell the same fact.

    Every rule is commutative and associative, so the order of the input never matters.
    """

    UNION = "union"  # sorted set of strings
    MIN = "min"
    MAX = "max"
    ALL = "all"  # logical and


class Property(NamedTuple):
    """One property of a label or a relationship type; `kind` is the Cypher type it is stored as."""

    kind: str
    merge: Merge
    comment: str


class NodeType(NamedTuple):
    """What a label means and which properties its nodes carry besides `key` and `name`."""

    comment: str
    properties: Mapping[str, Property]


class RelType(NamedTuple):
    """Which labels a relationship type joins and which properties it carries besides `evidence` and `quotes`."""

    comment: str
    starts: tuple[Label, ...]
    ends: tuple[Label, ...]
    properties: Mapping[str, Property]


def _text(comment: str, merge: Merge = Merge.MIN) -> Property:
    return Property("STRING", merge, comment)


def _texts(comment: str) -> Property:
    return Property("LIST<STRING>", Merge.UNION, comment)


def _number(comment: str, merge: Merge = Merge.MIN) -> Property:
    return Property("INTEGER", merge, comment)


_ALIASES = _texts("other printed forms of the name")
_KIND = _text("closed set of kinds, see the label's comment")

NODES: Mapping[Label, NodeType] = {
    Label.PERSON: NodeType("a real, individually named person", {"aliases": _ALIASES}),
    Label.POST: NodeType(
        "an office that persons hold for a time (Popolo post)",
        {"role": _text("the title as printed, e.g. 市委书记; `name` has body and place resolved")},
    ),
    Label.BODY: NodeType(
        "an organisation or organ; kind: party, government, congress, cppcc, leading_group, department, "
        "enterprise, school, collective, other",
        {
            "aliases": _ALIASES,
            "kind": _KIND,
            "level": _text("central, province, city, county"),
            "region": _text("GB/T 2260 code and name, e.g. 140100 太原市"),
        },
    ),
    Label.MEETING: NodeType(
        "one sitting, however many articles report it",
        {
            "aliases": _ALIASES,
            "series": _text("name without ordinal: the series this sitting belongs to"),
            "ordinal": _number("number in the series"),
            "date": _text("ISO 8601 day, EDTF where only part is known"),
            "format": _text("视频, 电视电话, 现场"),
            "venue": _text("place as printed"),
        },
    ),
    Label.DIRECTIVE: NodeType(
        "one demand in one speaker's mouth: a sentence or a numbered item",
        {
            "text": _text("the demand as printed, OCR breaks healed"),
            "verb": _text("the speech verb that governs it"),
            "item": _number("its number in an enumerated list"),
        },
    ),
    Label.MEASURE: NodeType(
        "what authorities do or are told to do and the text names; kind: composite, formula, campaign, mechanism, "
        "institution, policy, principle",
        {"aliases": _ALIASES, "kind": _KIND},
    ),
    Label.DOCUMENT: NodeType(
        "a titled paper; kind: plan, law, notice, opinion, report, speech, measures, list, letter, work, other",
        {"aliases": _ALIASES, "kind": _KIND},
    ),
    Label.TARGET: NodeType(
        "a quantified aim that somebody sets out to reach",
        {
            "text": _text("the clause as printed"),
            "quantity": _text("number and unit as printed"),
            "value": Property("FLOAT", Merge.MIN, "the number"),
            "unit": _text("the unit as printed"),
            "comparator": _text("one of =, >=, <=, >, <, ~"),
            "object": _text("what is counted, shortest printed head noun"),
            "deadline": _text("EDTF date by which it is to be reached"),
        },
    ),
    Label.ARTICLE: NodeType(
        "one report",
        {
            "headline": _text("headline lines joined by a space"),
            "date": _text("ISO 8601 day of publication, EDTF where only part is known"),
            "source": _text("paper or programme"),
            "reporters": _texts("reporters as printed"),
            "path": _text("SOURCE of its evidence: record id, or file name"),
        },
    ),
}

_ROLE_PROPERTIES = {
    "verb": _texts("verbs as printed"),
    "as_posts": _texts("titles printed with the name"),
    "order": _number("place in the printed list of names, from 1"),
    "list_complete": Property("BOOLEAN", Merge.ALL, "false where the list ends in 等"),
}
_VERB = {"verb": _texts("verbs as printed")}
_SPEAKERS = (Label.PERSON, Label.BODY, Label.MEETING)


def _role(comment: str) -> RelType:
    return RelType(comment, (Label.PERSON,), (Label.MEETING,), _ROLE_PROPERTIES)


RELS: Mapping[Rel, RelType] = {
    Rel.HOLDS: RelType(
        "a person is called by a post's title",
        (Label.PERSON,),
        (Label.POST,),
        {
            "titles": _texts("titles as printed"),
            "first_seen": _text("first date the evidence shows it"),
            "last_seen": _text("last date the evidence shows it; never guessed beyond", Merge.MAX),
        },
    ),
    Rel.OF: RelType("a post belongs to a body", (Label.POST,), (Label.BODY,), {}),
    Rel.PART_OF: RelType("a body is part of another", (Label.BODY,), (Label.BODY,), {}),
    Rel.SUCCEEDS: RelType(
        "a body took over from another: renamed, merged, split",
        (Label.BODY,),
        (Label.BODY,),
        {"since": _text("day of the decision")},
    ),
    Rel.HELD_BY: RelType("a meeting is held by a body", (Label.MEETING,), (Label.BODY,), {}),
    Rel.CHAIRED: _role("主持, 主持召开"),
    Rel.ATTENDED: _role("出席, 参加, 列席"),
    Rel.SPOKE_AT: _role("讲话, 发言, 致辞, 提出要求, 作部署"),
    Rel.REPORTED_AT: _role("汇报, 作报告, 通报"),
    Rel.CONVEYED: RelType("传达(学习)…精神", (Label.MEETING,), (Label.MEETING, Label.DOCUMENT), _VERB),
    Rel.ADOPTED: RelType("审议通过, 通过", (Label.MEETING,), (Label.DOCUMENT,), _VERB),
    Rel.CONSIDERED: RelType("审议, 讨论, 研究", (Label.MEETING,), (Label.DOCUMENT,), _VERB),
    Rel.ISSUED: RelType("who puts the demand into words", _SPEAKERS, (Label.DIRECTIVE,), _VERB),
    Rel.GIVEN_AT: RelType("the meeting it was said at", (Label.DIRECTIVE,), (Label.MEETING,), {}),
    Rel.CALLS_FOR: RelType("the demand names the measure", (Label.DIRECTIVE,), (Label.MEASURE,), {}),
    Rel.HAS_PART: RelType("a composite and its parts", (Label.MEASURE,), (Label.MEASURE,), {}),
    Rel.VARIANT_OF: RelType(
        "two wordings of what is likely one measure",
        (Label.MEASURE,),
        (Label.MEASURE,),
        {"score": Property("FLOAT", Merge.MAX, "likeness, 0 to 1"), "reason": _texts("rules that found it")},
    ),
    Rel.CITES: RelType("the demand names a document", (Label.DIRECTIVE,), (Label.DOCUMENT,), {}),
    Rel.PUBLISHED: RelType("a body published a document", (Label.BODY,), (Label.DOCUMENT,), _VERB),
    Rel.SETS: RelType("who sets the target", (Label.DOCUMENT, Label.DIRECTIVE), (Label.TARGET,), {}),
    Rel.REPORTS: RelType("an article reports a meeting", (Label.ARTICLE,), (Label.MEETING,), {}),
    Rel.MENTIONS: RelType(
        "an article names a thing; one evidence entry a mention",
        (Label.ARTICLE,),
        tuple(label for label in Label if label is not Label.ARTICLE),
        {},
    ),
}


def node_key(label: Label, readable: str) -> str:
    """The `key` of a node: the label in lower case, a slash, and what makes the node itself (`person/林武`).

    Keys are unique over the whole graph, so that an interchange file needs no second identifier.
    """
    return f"{label.value.lower()}/{readable}"


def rel_id(start: str, rel: Rel, end: str) -> str:
    """The interchange `id` of a relationship; two nodes have one relationship of a type at most."""
    return f"{start}|{rel.value}|{end}"


_MERGES: Mapping[Merge, Callable[[Any, Any], Value]] = {
    Merge.UNION: lambda a, b: sorted({*a, *b}),
    Merge.MIN: min,
    Merge.MAX: max,
    Merge.ALL: lambda a, b: a and b,
}


def merge_properties(into: Properties, new: Mapping[str, Value], declared: Mapping[str, Property]) -> None:
    """Merge `new` into `into` by each property's declared rule; a property nobody declared is a KeyError."""
    for name, value in new.items():
        old = into.get(name)
        into[name] = value if old is None else _MERGES[declared[name].merge](old, value)
