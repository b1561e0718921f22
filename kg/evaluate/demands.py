"""Measures, documents, targets and demands: what the gold expects, what the graph says of one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.evaluate.names import norm
from kg.evaluate.reading import Reading
from kg.evaluate.verdict import Item, Verdict, pairs, singles
from kg.model import Label, Rel


def _gold_measures(said: Reading) -> dict[str, set[str]]:
    return {norm(measure.names[0]): {norm(name) for name in measure.names} for measure in said.gold.measures}


def _measure(said: Reading, key: str, known: Mapping[str, set[str]]) -> str | None:
    forms = set(said.norms(key))
    return next((name for name, names in known.items() if forms & names), None)


def measures(said: Reading) -> Verdict:
    """Measures under any of their names."""
    expected = _gold_measures(said)
    optional = {norm(name): {norm(name)} for name in said.gold.measures_optional}
    found: set[Item] = set()
    for key in said.nodes(Label.MEASURE):
        found.add((_measure(said, key, expected) or _measure(said, key, optional) or said.first_norm(key),))
    return Verdict({(name,) for name in expected}, found, {(name,) for name in optional})


def measure_links(said: Reading) -> Verdict:
    """Measure, who calls for it, and the meeting that was said at."""
    names, known = said.meeting_names, _gold_measures(said)
    expected: set[Item] = {
        (norm(measure), norm(who), names.get(ref) if ref else None) for measure, who, ref in said.gold.measure_links
    }
    speakers = _grouped((fact.end, said.speaker(fact.start)) for fact in said.of(Rel.ISSUED))
    places = _grouped((fact.start, said.meeting(fact.end)) for fact in said.of(Rel.GIVEN_AT))
    found: set[Item] = set()
    for fact in said.of(Rel.CALLS_FOR):
        if measure := _measure(said, fact.end, known):
            for who in speakers.get(fact.start, {"nobody"}):
                found |= {(measure, who, where) for where in places.get(fact.start, {None})}
    return Verdict(expected, found)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        groups[key].add(value)
    return dict(groups)


def documents(said: Reading) -> Verdict:
    """Titles; what is conveyed, adopted or considered is counted there and need not be listed here."""
    expected, optional = singles(said.gold.documents), singles(said.gold.documents_optional)
    elsewhere = {fact.end for rel in (Rel.CONVEYED, Rel.ADOPTED, Rel.CONSIDERED) for fact in said.of(rel)}
    found: set[Item] = set()
    for key in said.nodes(Label.DOCUMENT):
        known = next((form for form in said.norms(key) if (form,) in expected | optional), None)
        if known or key not in elsewhere:
            found.add((known or said.first_norm(key),))
    return Verdict(expected, found, optional)


def targets(said: Reading) -> Verdict:
    """Quantity and object, both within the target's text."""
    expected = pairs(said.gold.targets)
    optional = [norm(form) for form in said.gold.targets_optional if isinstance(form, str)]  # pairs excuse nothing
    found: set[Item] = set()
    for key in said.nodes(Label.TARGET):
        node = said.graph.nodes[key]
        text = norm(f"{node.get('text', '')}{node.get('name', '')}")
        hits = sorted(item for item in expected if str(item[0]) in text and str(item[1]) in text)
        start = text[:40]
        if hits:
            found.add(hits[0])
        elif not any(form in start or start in form for form in optional):
            found.add(("?", start))
    return Verdict(expected, found)


def directives(said: Reading) -> Verdict:
    """Whether each gold demand is there, and in the right mouth; further demands are not counted against."""
    mouths: dict[str, set[str]] = defaultdict(set)
    for fact in said.of(Rel.ISSUED):
        meeting = said.label(fact.start) == Label.MEETING
        mouths[fact.end] |= {"会议"} if meeting else set(said.norms(fact.start))
    expected: set[Item] = set()
    found: set[Item] = set()
    for demand in said.gold.directives:
        who, snippet = norm(demand.speaker), norm(demand.snippet)
        expected.add((who, snippet[:30]))
        for key in said.nodes(Label.DIRECTIVE):
            node = said.graph.nodes[key]
            if snippet in norm(node.get("text") or node.get("name") or ""):
                said_by = who if who in mouths[key] else "/".join(sorted(mouths[key])) or "nobody"
                found.add((said_by, snippet[:30]))
    return Verdict(expected, found)
