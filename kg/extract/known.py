"""Measures that one source names, found again in all its articles: quoted, plain, and by the parts of a composite."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.measures import MeasureMention, find_measures, parts_of, verdict
from kg.extract.ranges import Cover
from kg.extract.scan import places_of
from kg.lexicon import terms

SHORTEST_PLAIN = 4  # a shorter phrase without quotation marks is as likely an ordinary word


def measures_in(texts: list[str]) -> list[list[MeasureMention]]:
    """For each text of a source the places that name a measure, known from any of the texts."""
    direct = [find_measures(text) for text in texts]
    kinds = {m.name: m.kind for found in direct for m in found}
    parts = {part: name for name in kinds for part in parts_of(name)}
    return [_places(text, found, kinds, parts) for text, found in zip(texts, direct, strict=True)]


def _places(
    text: str, direct: list[MeasureMention], kinds: dict[str, str], parts: dict[str, str]
) -> list[MeasureMention]:
    places = {(m.start, m.part_of): m for m in direct}
    taken = Cover(len(text))
    for measure in direct:
        taken.add(measure.start, measure.end)
    for place in (*_again(text, kinds), *_parts(text, parts)):
        if place.part_of:  # a part may stand inside its composite, a measure never inside another
            places.setdefault((place.start, place.part_of), place)
        elif not taken.meets(place.start, place.end):
            places[(place.start, "")] = place
            taken.add(place.start, place.end)
    return sorted(places.values())


def _again(text: str, kinds: dict[str, str]) -> Iterable[MeasureMention]:
    """Further occurrences: in quotation marks unless a rule refuses it there, or long enough to stand plain."""
    if not kinds:
        return
    names = list(kinds)
    for number, start, end in AhoCorasick(names, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text):
        if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
            rule = verdict(text, start - 1, end + 1)
            if rule is not None and rule.role == "no":
                continue
        elif end - start < SHORTEST_PLAIN:
            continue
        yield MeasureMention(start, end, start, end, names[number], "", kinds[names[number]])


def _parts(text: str, parts: dict[str, str]) -> Iterable[MeasureMention]:
    """A part of a composite, in full or by its core (精准赋码 → 赋码)."""
    for part, whole in parts.items():
        core = core_of(part)
        alias = "" if core == part else core
        for start in places_of(core, text):
            end = start + len(core)
            yield MeasureMention(start, end, start, end, part, alias, "mechanism", whole)


def core_of(part: str) -> str:
    """A part without the adverb in front of it (精准赋码 → 赋码); the part itself where nothing of length is left."""
    for adverb in terms("measure_adverbs"):
        if part.startswith(adverb) and len(part) - len(adverb) >= 2:
            return part[len(adverb) :]
    return part
