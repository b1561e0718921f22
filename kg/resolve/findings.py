"""What does not fit together in a graph: two holders of one post at one time, a number against the calendar.

    for finding in findings(graph): print(finding.kind, finding.what)

A finding is a hint for whoever reads the sources, never a correction: both sides stay as the sources tell them.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from kg.graph import Graph
from kg.model import Label, Rel

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Heads of posts that one person holds at a time; a deputy, a member or an ambassador is one of several.
_ALONE = re.compile(
    r"(?<![副党])(?:(?<!候补)(?<!党组)书记|省长|市长|县长|区长|州长|主席|总理|总统|首相|国王|部长|局长|署长|行长|校长|院长|委员长|检察长|董事长)$"
)
_DEPUTY = re.compile(r"副|中方|常务主席|执行主席|第一书记|书记处|轮值|名誉|支部|党总支|代表团")
_HANDOVER = 60  # days for which the news may call two people by one post
_NUMBERED = re.compile(r"(?P<series>.+)第(?P<number>\d+)次")


class Finding(NamedTuple):
    """`kind` is holders or ordinal, `what` tells it in words, `keys` are the nodes; `evidence`, `quotes` prove it."""

    kind: str
    what: str
    keys: tuple[str, ...]
    evidence: list[str]
    quotes: list[str]


def findings(graph: Graph) -> list[Finding]:
    """All of them, in a fixed order."""
    return sorted([*_rival_holders(graph), *_against_the_calendar(graph)])


class _Term(NamedTuple):
    first: datetime.date
    last: datetime.date
    person: str
    held: dict[str, Any]


def _rival_holders(graph: Graph) -> Iterator[Finding]:
    """Two persons in one post that only one can hold, each seen in it between the days of the other."""
    for post, attributes in graph.nodes(data=True):
        role = str(attributes.get("name", ""))
        if attributes["label"] == Label.POST and _ALONE.search(role) and not _DEPUTY.search(role):
            for one, two in combinations(sorted(_terms(graph, post), key=lambda t: t[:3]), 2):
                overlap = min(one.last, two.last) - max(one.first, two.first)
                if overlap.days > _HANDOVER:
                    yield _rivals(graph, post, one, two)


def _terms(graph: Graph, post: str) -> Iterator[_Term]:
    for person, _, rel, held in graph.in_edges(post, keys=True, data=True):
        days = [held.get(name, "") for name in ("first_seen", "last_seen")]
        if rel == Rel.HOLDS and all(map(_DAY.fullmatch, days)):
            first, last = map(datetime.date.fromisoformat, days)
            yield _Term(first, last, person, held)


def _rivals(graph: Graph, post: str, one: _Term, two: _Term) -> Finding:
    since, until = max(one.first, two.first), min(one.last, two.last)
    names = [graph.nodes[term.person]["name"] for term in (one, two)]
    what = f"{names[0]} and {names[1]} are both called {graph.nodes[post]['name']} from {since} to {until}"
    proofs = [proof for term in (one, two) for proof in _proofs(term.held)[:1]]
    return Finding("holders", what, (one.person, two.person, post), *_parallel(proofs))


def _against_the_calendar(graph: Graph) -> Iterator[Finding]:
    """Sittings of one series and term whose numbers grow while their dates go back."""
    series: dict[str, list[tuple[datetime.date, int, str]]] = defaultdict(list)
    for key, attributes in graph.nodes(data=True):
        numbered = _NUMBERED.match(key) if attributes["label"] == Label.MEETING else None
        if numbered and _DAY.fullmatch(str(attributes.get("date", ""))):
            day = datetime.date.fromisoformat(attributes["date"])
            series[numbered["series"]].append((day, int(numbered["number"]), key))
    for held in series.values():
        for (day, number, earlier), (later_day, later_number, later) in pairwise(sorted(held)):
            if later_number < number and day < later_day:
                yield _out_of_order(graph, earlier, later)


def _out_of_order(graph: Graph, earlier: str, later: str) -> Finding:
    first, second = graph.nodes[earlier], graph.nodes[later]
    what = f"{first['name']} is dated {first['date']}, {second['name']} later, {second['date']}"
    proofs = [proof for key in (earlier, later) for proof in _first_report(graph, key)]
    return Finding("ordinal", what, (earlier, later), *_parallel(proofs))


def _first_report(graph: Graph, meeting: str) -> list[tuple[str, str]]:
    told = (data for _, _, rel, data in graph.in_edges(meeting, keys=True, data=True) if rel == Rel.MENTIONS)
    return sorted(proof for data in told for proof in _proofs(data))[:1]


def _proofs(properties: dict[str, Any]) -> list[tuple[str, str]]:
    return list(zip(properties.get("evidence", ()), properties.get("quotes", ()), strict=True))


def _parallel(proofs: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    known = list(proofs)
    return [entry for entry, _ in known], [quote for _, quote in known]
