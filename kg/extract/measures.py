"""Measures the text names: quoted phrases that rules tell from metaphors, standing formulas, named campaigns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.extract.programmes import find_programmes
from kg.extract.ranges import Cover
from kg.extract.rules import Rule, likely
from kg.lexicon import alternation, sections, terms

_QUOTE = re.compile(r"“([^“”]{2,60})”")
_BEFORE, _AFTER = 24, 24
_SUFFIX = re.compile(rf"(?:的)?(?:{alternation(sections('formulas')['suffix'])})")
_FORMULA = re.compile(alternation(sections("formulas")["formula"]))
# Three or more items that begin with one verb of keeping, cutting or guarding, or end in one noun of mind.
_KEEPING = re.compile(
    r"(?P<verb>[稳保早去控减促扩])[一-龥]{1,6}?(?:、(?P=verb)[一-龥]{1,8}?){2,}(?=[，。；、和的这等（”’]|不|工作|措施|要求|$)"
)
_ENUMERATION = re.compile(
    rf"{_KEEPING.pattern}"
    r"|[一-龥]{2}(?P<noun>意识|自信)(?:、[一-龥]{2}(?P=noun)){2,}"
)
_SHORTEST_PART = 4
_LONG_QUOTE = 24
_JOINTS = re.compile("[、，；和]")
_ANY_JOINT = "(?:[、，；和]|以及)"
_PARTS = re.compile(r"[+＋]")


class MeasureMention(NamedTuple):
    """[start, end) of the phrase without its marks, [outer_start, outer_end) with marks and suffix noun, the name, the
    alias with suffix noun ('' without one), the kind, the composite it is a part of ('' for none).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    name: str
    alias: str
    kind: str
    part_of: str = ""


def find_measures(text: str) -> list[MeasureMention]:
    """Every measure the text names, in text order."""
    found: dict[int, MeasureMention] = {}
    taken = Cover(len(text))
    for quote in _QUOTE.finditer(text):
        mention = _judge(text, quote)
        if mention:
            found[mention.start] = mention
        if mention or len(quote[1]) < _LONG_QUOTE:  # a speech's words name measures as any others do
            taken.add(*quote.span())
    free = [m for m in (*_formulas(text), *_campaigns(text)) if not taken.meets(m.start, m.end)]
    for mention in sorted(free, key=lambda m: m.outer_start - m.outer_end):  # of two that overlap, the wider
        if not taken.meets(mention.start, mention.end):
            found.setdefault(mention.start, mention)
            taken.add(mention.outer_start, mention.outer_end)
    return [found[start] for start in sorted(found)]


def _judge(text: str, quote: re.Match[str]) -> MeasureMention | None:
    rule = verdict(text, quote.start(), quote.end())
    name = quote.group(1).replace("\n", "")
    if not (_FORMULA.fullmatch(name) or name in terms("formulas", "quoted")) and (rule is None or rule.role == "no"):
        return None
    suffix = _SUFFIX.match(text, quote.end())
    alias = quote.group() + suffix.group() if suffix else ""
    end = suffix.end() if suffix else quote.end()
    kind = rule.role if rule and rule.role != "no" else "policy"
    return MeasureMention(quote.start(1), quote.end(1), quote.start(), end, name, alias, kind)


def verdict(text: str, start: int, end: int) -> Rule | None:
    """The first rule that fits the phrase quoted at [start, end) of the text."""
    before = text[max(0, start - _BEFORE) : start]
    before = before[before.rfind("\n") + 1 :]
    after = text[end : end + _AFTER].split("\n")[0]
    context = f"{before}〔{text[start + 1 : end - 1]}〕{after}"
    return next((rule for rule in likely("measures", context) if rule.pattern.search(context)), None)


def _formulas(text: str) -> Iterator[MeasureMention]:
    """Standing formulas without marks, with the noun behind them, and enumerations that work as one (稳就业、…)."""
    for match in _FORMULA.finditer(text):
        suffix = _SUFFIX.match(text, match.end())
        end = suffix.end() if suffix else match.end()
        alias = text[match.start() : end] if suffix else ""
        name = match.group()
        if name.startswith("党的"):
            name, alias = name[2:], alias or name
        yield MeasureMention(match.end() - len(name), match.end(), match.start(), end, name, alias, "policy")
    for match in _wordings().finditer(text):
        yield MeasureMention(*match.span(), *match.span(), match.group(), "", "formula")
    of_mind = "意识、" in text or "自信、" in text
    for match in (_ENUMERATION if of_mind else _KEEPING).finditer(text):
        yield MeasureMention(*match.span(), *match.span(), match.group(), "", "formula")


@cache
def _wordings() -> re.Pattern[str]:
    """The full wordings of listed formulas, whatever stands between their parts."""
    listed = tomllib.loads((files("kg.lexicon") / "formulas.toml").read_text(encoding="utf-8"))["same"]
    refused = terms("formulas", "refused")
    whole = {wording for short, wordings in listed.items() if short not in refused for wording in wordings}
    parts = (_JOINTS.split(wording) for wording in sorted(whole, key=lambda w: (-len(w), w)))
    return re.compile("|".join(_ANY_JOINT.join(map(re.escape, of)) for of in parts if len(of) > 1))


def _campaigns(text: str) -> Iterator[MeasureMention]:
    for found in find_programmes(text):
        alias = text[found.full : found.end] if found.full < found.start else ""
        name = text[found.start : found.end]
        yield MeasureMention(found.start, found.end, found.full, found.end, name, alias, "campaign")


def parts_of(name: str) -> list[str]:
    """The parts of a composite: 甲+乙+丙 → 甲, 乙, 丙; empty where a part is no phrase of its own (互联网+)."""
    parts = [part.strip() for part in _PARTS.split(name)]
    return parts if len(parts) > 1 and all(len(part) >= _SHORTEST_PART for part in parts) else []
