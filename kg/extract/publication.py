"""Which body published which titled document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.documents import find_titles
from kg.extract.rules import rules
from kg.extract.scene import Scene


class Publication(NamedTuple):
    """`body` (as printed) published the document `title`; `at` is the proving view range."""

    body: str
    title: str
    verb: str
    at: tuple[int, int]


def find_publications(scene: Scene) -> Iterator[Publication]:
    """Publications stated in sentences that print the title in 《》."""
    titles = [t for t in find_titles(scene.text) if t.kind != "work"]
    for sentence in scene.context.sentences:
        here = [t for t in titles if sentence.start <= t.start < sentence.end]
        if not here:
            continue
        skeleton = scene.skeleton(sentence)
        for rule in rules("publication"):
            for match in rule.matches(skeleton.text):
                mark = skeleton.to_view(match.end()) - 1
                for titled in here:
                    if titled.start == mark:
                        yield Publication(match["body"], titled.name, match["verb"], (sentence.start, sentence.end))
