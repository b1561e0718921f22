"""Which body published which titled document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from kg.extract.rules import likely
from kg.extract.scene import Scene


class Publication(NamedTuple):
    """`body` (as printed) published the document `title`; `at` is the proving view range."""

    body: str
    title: str
    verb: str
    at: tuple[int, int]


def find_publications(scene: Scene) -> Iterator[Publication]:
    """Publications stated in sentences that print the title in 《》."""
    titles = [t for t in scene.titles if t.kind != "work"]
    for sentence, here in groupby(titles, key=lambda titled: scene.context.sentence_at(titled.start)):
        starts = {titled.start: titled for titled in here}
        skeleton = scene.skeleton(sentence)
        for rule in likely("publication", skeleton.text):
            for match in rule.pattern.finditer(skeleton.text):
                mark = skeleton.to_view(match.end()) - 1
                if titled := starts.get(mark):
                    yield Publication(match["body"], titled.name, match["verb"], (sentence.start, sentence.end))
