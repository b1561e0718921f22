"""What every extractor of one article is given (`Context`) and where it puts what it finds (`Draft`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.extract.scan import Hit, scan
from kg.extract.words import Words
from kg.lazy import lazy
from kg.model import Label, Rel, Value
from kg.source.article import Article, Block
from kg.statement import Entity, Span, Statement

# All that can end one in a single set, so that the search leaps from mark to mark.
_SENTENCE_END = re.compile(
    r"[。！？!?；;](?:(?<=[；;])(?=[一二三四五六七八九十]是|第[一二三四五六七八九十])|(?<![；;])[。！？!?]*[”’』」）》]*)"
)


LONGEST_SENTENCE = 2000  # what runs on is cut: no rule looks further, and reading stays in step with the length


class Sentence(NamedTuple):
    """[start, end) of the view, inside the block numbered `block`."""

    start: int
    end: int
    block: int


def _cut(start: int, end: int, block: int) -> list[Sentence]:
    """[start, end) as one sentence, or several where it is longer than any is."""
    cuts = range(start, end, LONGEST_SENTENCE)
    return [Sentence(begin, min(begin + LONGEST_SENTENCE, end), block) for begin in cuts]


class Context:
    """One article, scanned once: its text, blocks, sentences and trigger hits."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.view.text
        self.blocks: tuple[Block, ...] = article.blocks
        self.words = Words(self.text)

    @lazy
    def hits(self) -> list[Hit]:
        """Trigger hits in text order."""
        return list(scan(self.text))

    @lazy
    def sentences(self) -> list[Sentence]:
        """Sentences of all blocks in text order; a heading is one sentence."""
        found: list[Sentence] = []
        for number, block in enumerate(self.blocks):
            start = counted = block.start
            open_quotes = 0
            quotes = self.text.find("“", start, block.end) >= 0
            for mark in _SENTENCE_END.finditer(self.text, block.start, block.end):
                end = mark.end()
                if quotes:
                    open_quotes += self.text.count("“", counted, end) - self.text.count("”", counted, end)
                    counted = end
                    if open_quotes > 0 and end - start <= LONGEST_SENTENCE:
                        continue  # a full stop inside a quotation does not end the sentence around it
                found += _cut(start, end, number)
                start, open_quotes = end, 0
            found += _cut(start, block.end, number)
        return found

    @lazy
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds `position` of the view."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def sentences_with(self, trigger: re.Pattern[str]) -> Iterator[Sentence]:
        """The sentences in which the trigger is found, in text order; the others are not looked at."""
        at = 0
        while found := trigger.search(self.text, at):
            sentence = self.sentence_at(found.start())
            at = max(sentence.end, found.start() + 1)
            if found.end() <= sentence.end or trigger.search(self.text, sentence.start, sentence.end):
                yield sentence

    def hits_of(self, *classes: str) -> list[Hit]:
        """The hits that belong to one of the classes."""
        wanted = frozenset(classes)
        return [hit for hit in self.hits if hit.classes & wanted]


class Draft:
    """Entities and statements of one article under construction; equal names of one label are one entity."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ids: dict[tuple[Label, str], str] = {}
        self._entities: dict[str, tuple[Label, str, dict[str, Value], set[Span]]] = {}
        self.statements: list[Statement] = []

    def entity(self, label: Label, name: str, *, same_as: str = "", **props: Value) -> str:
        """The local id of the entity of this label and name (`same_as` tells namesakes apart), made if new."""
        known = self._ids.get((label, same_as or name))
        if known is None:
            known = self._ids[(label, same_as or name)] = f"{label.value[:2].lower()}{len(self._entities)}"
            self._entities[known] = (label, name, {}, set())
        if props:
            self._entities[known][2].update(props)
        return known

    def alias(self, local: str, other: str) -> None:
        """Note another printed form of the entity's name."""
        _, name, props, _ = self._entities[local]
        aliases = props.setdefault("aliases", [])
        assert isinstance(aliases, list)
        if other != name and other not in aliases:
            aliases.append(other)

    def props(self, local: str) -> dict[str, Value]:
        """The properties noted so far, to be added to."""
        return self._entities[local][2]

    def name(self, local: str) -> str:
        """The entity's name."""
        return self._entities[local][1]

    def mention(self, local: str, start: int, end: int) -> None:
        """The view range [start, end) names the entity."""
        self._entities[local][3].add(self._context.article.view.span(start, end))

    def state(
        self, rel: Rel, start: str, end: str, at: tuple[int, int], props: Mapping[str, Value] | None = None
    ) -> None:
        """`start` –rel→ `end`, proved by the view range `at`; where columns cut it, by the part that names `start`."""
        begin, stop = at
        text = self._context.text
        while begin < stop - 1 and text[begin] in "\n 　":
            begin += 1
        named = self._entities[start][3] if start in self._entities else ()
        span = self._context.article.view.span(begin, stop, named)
        self.statements.append(Statement(rel, start, end, span, text[begin:stop].strip(), dict(props or {})))

    def entities(self) -> tuple[Entity, ...]:
        """All entities, mentions in text order."""
        return tuple(
            Entity(local, label, name, tuple(sorted(mentions)), props)
            for local, (label, name, props, mentions) in self._entities.items()
        )
