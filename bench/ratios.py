"""How fast extraction is beside other readings of the same text, in one run: ratios hold on any machine.

Extraction is everything: all families with their evidence. Beside it stand `jieba.posseg.lcut` (which only tags),
`rjieba.cut` (which only cuts words) and a scan for 20,000 terms by Aho–Corasick (the floor). All take short turns, so
that what else the machine does hits all alike (with few long ones the ratio of one state differed by a fifth, now by a
twentieth); process time counts, not the clock.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice

import jieba  # type: ignore[import-untyped]
import jieba.posseg  # type: ignore[import-untyped]
import rjieba
from ahocorasick_rs import AhoCorasick

from kg.lexicon.dictionary import word_counts
from kg.reading import extract_all
from kg.source.record import Source

TERMS = 20_000
_ROUNDS, _FEW_ROUNDS = 40, 5  # turns that share the texts, and turns over few texts, which are all read in each
_SCALING_ROUNDS = 3  # turns of one process and of two
_STARTING, _COUNTED = 1024, 4000  # sources during which processes start, and those that are timed
_SLOW_SHARE = 5  # jieba.posseg is given every fifth text: it takes many times longer than all the others together

Rates = dict[str, float]


def compare(sources: Sequence[Source]) -> Rates:
    """Characters a second of process time by reading, and how many times jieba.posseg extraction is."""
    jieba.setLogLevel(logging.ERROR)
    terms = AhoCorasick(list(islice((word for word in word_counts() if len(word) > 1), TERMS)))
    ways: dict[str, Callable[[Sequence[Source]], object]] = {
        "extract": lambda some: list(extract_all(some)),
        "jieba.posseg": lambda some: [jieba.posseg.lcut(source.text) for source in some],
        "rjieba.cut": lambda some: [rjieba.cut(source.text, True) for source in some],
        "Aho-Corasick": lambda some: [terms.find_matches_as_indexes(source.text) for source in some],
    }
    for work in ways.values():
        work(sources[:1])  # dictionaries and word lists
    seconds, read = dict.fromkeys(ways, 0.0), dict.fromkeys(ways, 0)
    many = len(sources) >= _ROUNDS * _SLOW_SHARE
    for turn in range(_ROUNDS if many else _FEW_ROUNDS):
        for name, work in ways.items():
            share = sources[turn::_ROUNDS] if many else sources
            given = share[::_SLOW_SHARE] if name == "jieba.posseg" and share is not sources else share
            seconds[name] += _process_time(work, given)
            read[name] += sum(len(source.text) for source in given)
    rates = {name: read[name] / seconds[name] for name in ways}
    return rates | {"times jieba.posseg": rates["extract"] / rates["jieba.posseg"]}


def scaling(sources: Sequence[Source]) -> float:
    """How many times faster two processes read than one, once they are running; by the clock, in turns."""
    seconds = {1: 0.0, 2: 0.0}
    for _ in range(_SCALING_ROUNDS):
        for workers in seconds:
            seconds[workers] += _seconds(sources, workers)
    return seconds[1] / seconds[2]


def _process_time(work: Callable[[Sequence[Source]], object], given: Sequence[Source]) -> float:
    began = time.process_time()
    work(given)
    return time.process_time() - began


def _seconds(sources: Sequence[Source], workers: int) -> float:
    """For so many sources, the same ones time and again; the first are not counted, as processes start meanwhile."""
    outcomes = extract_all(islice(cycle(sources), _STARTING + _COUNTED), workers)
    for _ in islice(outcomes, _STARTING):
        pass
    began = time.perf_counter()
    for _ in outcomes:
        pass
    return time.perf_counter() - began
