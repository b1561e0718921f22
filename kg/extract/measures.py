"""Measures the text names: quoted phrases that rules tell from metaphors, standing formulas, named campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.rules import Rule, rules
from kg.lexicon import alternation, sections

_QUOTE = re.compile(r"“([^“”]{2,60})”")
_BEFORE, _AFTER = 24, 16
_SUFFIX = re.compile(rf"(?:的)?(?:{alternation(sections('formulas')['suffix'])})")
_FORMULA = re.compile(alternation(sections("formulas")["formula"]))
_CAMPAIGN = re.compile(
    r"(?:实施|开展|推进|启动|部署|组织|打好|打赢|深化|深入推进|扎实开展|持续推进)(?:了|好)?(?:为期[^，。]{2,6}的)?(?:[^，。]{0,12}?(?=[一-龥]{2}(?:学习|主题)教育))?(?P<name>[一-龥]{2,10}?(?:"
    + alternation(sections("formulas")["noun"])
    + r"))(?!领导|办公室|小组|方案|计划)"
)
_PARTS = re.compile(r"[+＋]")


class MeasureMention(NamedTuple):
    """[start, end) of the phrase without its marks, its core, its alias with suffix noun, its kind."""

    start: int
    end: int
    name: str
    alias: str
    kind: str


def find_measures(text: str) -> list[MeasureMention]:
    """Every measure the text names, in text order."""
    found: dict[int, MeasureMention] = {}
    taken: list[tuple[int, int]] = []
    for quote in _QUOTE.finditer(text):
        taken.append(quote.span())
        mention = _judge(text, quote)
        if mention:
            found[mention.start] = mention
    for mention in (*_formulas(text), *_campaigns(text)):
        if not any(a < mention.end and mention.start < b for a, b in taken):
            found.setdefault(mention.start, mention)
    return [found[start] for start in sorted(found)]


def _judge(text: str, quote: re.Match[str]) -> MeasureMention | None:
    rule = verdict(text, quote.start(), quote.end())
    name = quote.group(1).replace("\n", "")
    if rule.role == "no" if rule else not _FORMULA.fullmatch(name):
        return None
    suffix = _SUFFIX.match(text, quote.end())
    alias = quote.group() + suffix.group() if suffix else ""
    return MeasureMention(quote.start(1), quote.end(1), name, alias, rule.role if rule else "policy")


def verdict(text: str, start: int, end: int) -> Rule | None:
    """The first rule that fits the phrase quoted at [start, end) of the text."""
    before = text[max(0, start - _BEFORE) : start]
    before = before[before.rfind("\n") + 1 :]
    after = text[end : end + _AFTER].split("\n")[0]
    context = f"{before}〔{text[start + 1 : end - 1]}〕{after}"
    return next((rule for rule in rules("measures") if rule.pattern.search(context)), None)


def _formulas(text: str) -> Iterator[MeasureMention]:
    for match in _FORMULA.finditer(text):
        yield MeasureMention(match.start(), match.end(), match.group(), "", "policy")


def _campaigns(text: str) -> Iterator[MeasureMention]:
    for match in _CAMPAIGN.finditer(text):
        yield MeasureMention(match.start("name"), match.end("name"), match["name"], "", "campaign")


def parts_of(name: str) -> list[str]:
    """The parts of a composite: 甲+乙+丙 → 甲, 乙, 丙; empty where nothing is joined or a part is only a digit."""
    parts = [part.strip() for part in _PARTS.split(name)]
    return parts if len(parts) > 1 and all(len(part) > 1 for part in parts) else []
