"""The seed pages set in other ways say the same: blanks, other marks and markup mean nothing."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kg.extract import extract
from kg.source.reader import read
from kg.source.record import Source

PAGES = [source for source in read([Path(__file__).parents[2] / "seeds"]) if isinstance(source, Source)]


def swapped(*pairs: tuple[str, str]) -> Callable[[str], str]:
    def swap(text: str) -> str:
        for usual, other in pairs:
            text = text.replace(usual, other)
        return text

    return swap


def each_line(begin: str, end: str = "") -> Callable[[str], str]:
    return lambda text: "\n".join(f"{begin}{line}{end}" for line in text.split("\n"))


def figures_apart(text: str) -> str:
    return re.sub("(?<=[0-9A-Za-z])(?=[一-龥])", " ", re.sub("(?<=[一-龥])(?=[0-9A-Za-z])", " ", text))


WAYS = {
    "indented": each_line("\u3000\u3000"),
    "no-break blanks": each_line("\xa0\xa0\xa0\xa0"),
    "wide blanks": each_line("\u2003\u2003"),
    "blanks behind marks": swapped(("，", "， "), ("。", "。 "), ("、", "、 ")),
    "figures apart": figures_apart,
    "bullets": each_line("• "),
    "line ends of Windows": swapped(("\n", "\r\n")),
    "empty lines": swapped(("\n", "\n\n\n")),
    "paragraphs of HTML": each_line("<p style='x'>", "</p>"),
    "references": swapped(("“", "&ldquo;"), ("”", "&rdquo;"), ("·", "&middot;")),
    "straight quotes": swapped(("“", '"'), ("”", '"')),
    "wide straight quotes": swapped(("“", "＂"), ("”", "＂")),
    "corner quotes": swapped(("“", "「"), ("”", "」")),
    "titles between < and >": swapped(("《", "<"), ("》", ">")),
    "Latin stops": swapped(("。", ".")),
    "wide Latin stops": swapped(("。", "．")),
    "half-width marks": swapped(("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")")),
    "wide figures": lambda text: text.translate({ord("0") + n: chr(0xFF10 + n) for n in range(10)}),
    "radicals of a PDF": swapped(("人", "⼈"), ("日", "⽇"), ("大", "⼤"), ("心", "⼼"), ("力", "⼒")),
    "signs without width": swapped(("，", "，\u200b"), ("市", "\ufeff市")),
    "Markdown": swapped(("林武", "**林武**"), ("韦韬", "[韦韬](https://example.org/a_b?c=1)")),
}


@pytest.mark.parametrize("way", WAYS)
def test_says_the_same(way: str) -> None:
    assert [said(page.id, WAYS[way](page.text)) for page in PAGES] == plain()


@cache
def plain() -> list[set[tuple[str, ...]]]:
    return [said(page.id, page.text) for page in PAGES]


def said(page: str, text: str) -> set[tuple[str, ...]]:
    """Every entity and every statement of a page, by names."""
    (source,) = (source for source in PAGES if source.id == page)
    given = Source(id=page, text=text, date=source.date, jurisdiction=source.jurisdiction)
    found: set[tuple[str, ...]] = set()
    for extraction in extract(given):
        names = {entity.local: entity.name for entity in extraction.entities} | {"a": ""}
        found |= {(entity.label, entity.name) for entity in extraction.entities}
        found |= {(one.rel, names[one.start], names[one.end]) for one in extraction.statements}
    return found
