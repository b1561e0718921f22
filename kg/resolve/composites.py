"""Parts of composite measures in the demands of other sources: 落地核酸+点对点转运+精准赋码 known from one paper, a
meeting elsewhere that demands 精准赋码, or 赋码 for short, calls for that part.

All demands are scanned once for the cores of all parts. A part made of nothing but common words (基础研究) is found
only where a source names it as a measure itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import rjieba
from ahocorasick_rs import AhoCorasick

from kg.extract.known import core_of
from kg.extract.measures import parts_of
from kg.lexicon.dictionary import word_counts
from kg.model import Label, Rel, node_key
from kg.resolve.article import ArticleView
from kg.resolve.measures import measure_form
from kg.resolve.mention import Mention
from kg.resolve.world import World

_COMMON = 1000  # occurrences in the dictionary's corpus from which a word is common


def add_calls_for_parts(articles: Sequence[ArticleView], world: World) -> None:
    """CALLS_FOR from each demand whose text has a part's core, with the demand's own evidence."""
    cores = _cores(articles, world)
    scanner = AhoCorasick(sorted(cores))
    patterns = sorted(cores)
    for article, demand in _demands(articles):
        found = scanner.find_matches_as_indexes(demand.text("text"), overlapping=True)
        for part in sorted({part for number, _, _ in found for part in cores[patterns[number]]}):
            start = world.key(article.id, demand.id.local)
            world.relate(start, Rel.CALLS_FOR, part, {demand.ref: _quote(article, demand)})


def _cores(articles: Sequence[ArticleView], world: World) -> Mapping[str, set[str]]:
    """The core of every telling part of a composite that any source names → keys of the parts it stands for."""
    names = {mention.name for article in articles for mention in article.of(Label.MEASURE)}
    cores: dict[str, set[str]] = defaultdict(set)
    for part in {part for name in names for part in parts_of(name)}:
        key = node_key(Label.MEASURE, measure_form(part))
        if world.knows(key) and _tells(core_of(part)):
            cores[core_of(part)].add(key)
    return cores


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
