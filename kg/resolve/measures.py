"""Measures: one node for one wording however punctuated, VARIANT_OF between wordings of what is likely one measure.

Variants are found by looking up generated abbreviations (`formulas`), by a list of formulas no rule can tell, and by
MinHash over character pairs for long near-equal wordings; nothing is compared with everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]
from rapidfuzz.distance import Indel

from kg.resolve.canon import squeeze
from kg.resolve.formulas import abbreviations, parts, signature
from kg.resolve.words import other_forms

_MARKS = re.compile(r"\+(?!$)|[、，,。；;：:·\-—]|(?<=[\u4e00-\u9fff])和(?![平谐解睦美])(?=[\u4e00-\u9fff]{2})")
_SUFFIX = re.compile(
    r"(?<=..)(?<!优先)(?:的)?(?:专项行动|行动计划|战略布局|总方针|总策略|总体防控策略|防控策略|管控措施|工作机制|倡议|战略|任务|工作|改革|政策|方针|策略|措施"
    r"|机制|目标|要求|原则|活动|行动|工程|制度)$"
)
_FIGURES = re.compile(r"[\d一二两双三四五六七八九十]")
SHORTENED, _LONGEST = 6, 20  # characters of wordings one of which may abbreviate a word of the other
_COMPOUND = 2  # of 国有企业 the first and third character make 国企: those left out stand so far apart
_PARTICLES = frozenset("着了的之")
LONG = 8  # characters from which two nearly equal wordings are one measure's
LIKE = 0.85
_SHORT = 8
_PERMUTATIONS = 64


class Variant(NamedTuple):
    """Two measures (by comparing form) that are likely one; `form` is the shorter, `of` the fuller wording."""

    form: str
    of: str
    score: float
    reason: str


@lru_cache(maxsize=100_000)
def measure_form(name: str) -> str:
    """The comparing form: no quotes or marks, no noun that only says what kind of thing it is (“六稳”工作: 六稳)."""
    bare = squeeze(name)
    core = _SUFFIX.sub("", bare)
    return _MARKS.sub("", core if len(core) > 1 else bare)


def variants(wordings: Mapping[str, str]) -> list[Variant]:
    """Variants among measures given as comparing form → printed name (the one with most marks), each pair once."""
    found: dict[tuple[str, str], Variant] = {}
    found_by = (_abbreviated, _listed, _begun, _shortened, _counted_alike, _near)
    for variant in [variant for rule in found_by for variant in rule(wordings)]:
        pair = (min(variant.form, variant.of), max(variant.form, variant.of))
        if variant.form != variant.of:
            found[pair] = max(found.get(pair, variant), variant, key=lambda v: (v.score, v.reason))
    return [found[pair] for pair in sorted(found)]


def _abbreviated(wordings: Mapping[str, str]) -> Iterator[Variant]:
    short = {signature(form): form for form in sorted(wordings) if len(form) <= _SHORT}
    for form, printed in wordings.items():
        for abbreviation, reason in abbreviations(printed):
            if abbreviation in short:
                yield Variant(short[abbreviation], form, 0.9, reason)


def _listed(wordings: Mapping[str, str]) -> Iterator[Variant]:
    """Forms of one listed formula; two of its wordings also where nobody prints the short form."""
    for names in _formulas().values():
        present = [form for form in dict.fromkeys(map(measure_form, names)) if form in wordings]
        yield from (Variant(*pair, 1.0, "listed formula") for pair in combinations(present, 2))


@cache
def _formulas() -> Mapping[str, tuple[str, ...]]:
    """Each listed formula's names: the short form first."""
    found: dict[str, tuple[str, ...]] = {}
    for wording, short in other_forms("formulas").items():
        found[short] = (*found.get(short, (short,)), wording)
    return found


def unprinted_names(forms: Collection[str]) -> Mapping[str, list[str]]:
    """By form, the names of a listed formula under which nobody prints it: 房住不炒 finds its fullest wording then."""
    found: dict[str, list[str]] = {}
    for names in _formulas().values():
        present = sorted((form for form in map(measure_form, names) if form in forms), key=lambda f: (-len(f), f))
        if present:
            found[present[0]] = [name for name in names if measure_form(name) not in forms]
    return found


def _begun(wordings: Mapping[str, str]) -> Iterator[Variant]:
    """The first parts of a listed wording, at least three: 保居民就业、保基本民生、保市场主体 of 六保."""
    for wording, short in other_forms("formulas").items():
        whole, form = parts(wording), measure_form(short)
        begun = ("".join(whole[:n]) for n in range(3, len(whole)))
        yield from (
            Variant(form, b, 0.9, "begins a listed formula") for b in begun if b in wordings and form in wordings
        )


def _shortened(wordings: Mapping[str, str]) -> Iterator[Variant]:
    """One abbreviates a compound in the other, or leaves out a particle: 国企改革三年行动 and 国有企业改革三年行动."""
    for form in wordings:
        if SHORTENED < len(form) <= _LONGEST:
            for short in sorted(_without_inner(form) & wordings.keys()):
                yield Variant(short, form, 0.9, "one abbreviates a word of the other")


def _without_inner(form: str) -> set[str]:
    """The form without a particle, and without two characters that stand apart inside it."""
    found = {form[:i] + form[i + 1 :] for i in range(1, len(form) - 1) if form[i] in _PARTICLES}
    for i, j in combinations(range(1, len(form) - 1), 2):
        if j == i + _COMPOUND and not _FIGURES.search(form[i] + form[j]):
            found.add(form[:i] + form[i + 1 : j] + form[j + 1 :])
    return {short for short in found if len(short) >= SHORTENED}


def _counted_alike(wordings: Mapping[str, str]) -> Iterator[Variant]:
    """The same figures in other characters: 双随机、一公开 and 两随机、一公开."""
    alike: dict[str, list[str]] = {}
    for form in sorted(wordings):
        if _FIGURES.search(form):
            alike.setdefault(signature(form), []).append(form)
    for first, *others in alike.values():
        yield from (Variant(first, other, 0.9, "the same figures") for other in others)


def _near(wordings: Mapping[str, str]) -> Iterator[Variant]:
    """Long wordings that are nearly equal and have the same figures."""
    long = sorted(form for form in wordings if len(form) >= LONG)
    index = MinHashLSH(threshold=0.6, num_perm=_PERMUTATIONS)
    for form, sketch in zip(long, _sketches(long), strict=True):
        for other in sorted(index.query(sketch)):
            score = Indel.normalized_similarity(form, other)
            if score >= LIKE and _FIGURES.findall(form) == _FIGURES.findall(other):
                short, full = sorted((form, other), key=lambda f: (len(f), f))
                yield Variant(short, full, round(score, 3), "nearly the same wording")
        index.insert(form, sketch)


def _sketches(forms: Iterable[str]) -> list[MinHash]:
    pairs = ([form[i : i + 2].encode() for i in range(len(form) - 1)] for form in forms)
    return list(MinHash.generator(pairs, num_perm=_PERMUTATIONS, seed=1))
