"""Measures that other sources name, found in the demands of those that do not: 落地核酸+点对点转运+精准赋码 known from
one paper, a meeting elsewhere that demands 精准赋码, or 赋码 for short, calls for that part; 揭榜挂帅 quoted as a
measure by several, a meeting that says it in plain words calls for it too.

All demands are scanned once for the cores of all parts and for the names of all well-known measures. A phrase made of
nothing but common words (基础研究) is found only where a source names it as a measure itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import rjieba
from ahocorasick_rs import AhoCorasick

from kg.extract.known import SHORTEST_PLAIN, core_of
from kg.extract.measures import parts_of
from kg.lexicon.dictionary import word_counts
from kg.model import Label, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.measures import measure_form
from kg.resolve.mention import Mention
from kg.resolve.world import World

_SEVERAL = 3  # articles that name a measure which others may say in plain words
_COMMON = 1000  # occurrences in the dictionary's corpus from which a word is common


def add_calls(articles: Sequence[ArticleView], world: World) -> None:
    """CALLS_FOR from each demand whose text has a part's core or a well-known measure, proved by the demand itself."""
    known = _named(articles)
    cores, names = _cores(known, world), _well_known(known, world)
    patterns = sorted(cores.keys() | names.keys())
    scanner = AhoCorasick(patterns)
    for article, demand in _demands(articles):
        found = {patterns[n] for n, _, _ in scanner.find_matches_as_indexes(demand.text("text"), overlapping=True)}
        if found:
            called = _called_for(article, demand)
            new = {names[name] for name in found & names.keys() if not any(name in c or c in name for c in called)}
            for measure in sorted(new.union(*(cores.get(core, ()) for core in found))):
                start = world.key(article.id, demand.id.local)
                world.relate(start, Rel.CALLS_FOR, measure, {demand.ref: _quote(article, demand)})


def _named(articles: Sequence[ArticleView]) -> Mapping[str, int]:
    """Every measure's printed name → the number of articles that name it."""
    return Counter(name for article in articles for name in {m.name for m in article.of(Label.MEASURE)})


def _cores(known: Iterable[str], world: World) -> Mapping[str, set[str]]:
    """The core of every telling part of a composite that any source names → keys of the parts it stands for."""
    cores: dict[str, set[str]] = defaultdict(set)
    for part in {part for name in known for part in parts_of(name)}:
        key = node_key(Label.MEASURE, measure_form(part))
        if world.knows(key) and _tells(core_of(part)):
            cores[core_of(part)].add(key)
    return cores


def _well_known(known: Mapping[str, int], world: World) -> Mapping[str, str]:
    """The measures that several articles name in words that mean nothing else → their keys."""
    telling = (name for name, n in known.items() if n >= _SEVERAL and len(name) >= SHORTEST_PLAIN and _tells(name))
    keys = ((name, node_key(Label.MEASURE, measure_form(name))) for name in telling)
    return {name: key for name, key in keys if world.knows(key)}


def _called_for(article: ArticleView, demand: Mention) -> set[str]:
    """The names of the measures that the article itself says the demand calls for."""
    said = article.statements(Rel.CALLS_FOR)
    return {article.by_local[s.end].name for s in said if s.start == demand.id.local}


def _tells(phrase: str) -> bool:
    """Whether a phrase is neither a word of the dictionary nor made of common words only."""
    counts = word_counts()
    words = [word for word in rjieba.cut(phrase, False) if len(word) > 1]
    return phrase not in counts and (not words or any(counts.get(word, 0) < _COMMON for word in words))


def _demands(articles: Sequence[ArticleView]) -> Iterator[tuple[ArticleView, Mention]]:
    for article in articles:
        for demand in article.of(Label.DIRECTIVE):
            if demand.entity.mentions:
                yield article, demand


def _quote(article: ArticleView, demand: Mention) -> str:
    """What stands where the demand does, as the statement that tells its speaker quotes it."""
    said = article.statements(Rel.ISSUED)
    return next((s.quote for s in said if s.end == demand.id.local), demand.text("text"))
