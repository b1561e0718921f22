"""Measures that a sentence lays in a body's mouth while another speaks: 全面落实省委“…”要求."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.frames import Speaker
from kg.extract.measures import MeasureMention
from kg.extract.rules import rules
from kg.extract.speech import Utterance
from kg.lexicon import alternation, sections


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    bodies = alternation((*sections("bodies")["organ"], *sections("bodies")["relative"]))
    return tuple(re.compile(rule.pattern.pattern.replace("<K>", f"(?:{bodies})")) for rule in rules("attribution"))


def find_attributions(text: str, places: Sequence[MeasureMention]) -> Iterator[Utterance]:
    """An utterance for each measure named as a body's demand; it is said at no meeting of this article."""
    starts = {place.start for place in places}
    for pattern in _patterns() if starts else ():
        for match in pattern.finditer(text):
            if text.index("“", match.start()) + 1 in starts:
                verb = match["verb"] or "要求"
                speaker = Speaker(body=match["body"])
                yield Utterance(match.start(), match.end(), speaker, verb, None, 0)
