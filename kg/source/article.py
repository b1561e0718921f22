"""Articles out of a page.

A newspaper page is a run of lines: headline lines, then body lines, of which OCR has cut some in the middle of a
sentence. A web article or a broadcast text is the same with one article a record. Nothing here changes a character's
place: an `Article` holds a `View`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kg.source.cohesion import is_new_topic
from kg.source.columns import in_reading_order
from kg.source.lines import Line, lines_of
from kg.source.marks import with_usual_marks
from kg.source.markup import without_markup
from kg.source.padding import sets_figures_apart, without_breaks
from kg.source.paragraphs import Paragraph, paragraphs_of
from kg.source.record import Source
from kg.source.script import simplified
from kg.source.stray import is_strewn
from kg.source.view import View, normalise
from kg.source.wrapped import unwrapped


class Block(NamedTuple):
    """A heading or a healed paragraph: [start, end) of the article's view."""

    kind: Literal["heading", "body"]
    start: int
    end: int


class Article(NamedTuple):
    """One article of a source. `number` counts from 1 on a page that holds several, else it is 0."""

    source: Source
    number: int
    headline: str
    view: View
    blocks: tuple[Block, ...]


class _Page(NamedTuple):
    """A source as printed and as it is read, and how its blanks are set: strewn by a scan, around every figure."""

    printed: str
    text: str
    strewn: bool
    apart: bool


def articles(source: Source) -> list[Article]:
    """The articles of a source; an empty list where it holds no paragraph of text."""
    printed = with_usual_marks(without_markup(source.text))
    text = simplified(printed)
    lines = lines_of(text)
    _mark_title(lines, simplified(source.title))
    paragraphs = paragraphs_of(in_reading_order(unwrapped(text, lines)))
    bodies = [p.text for p in paragraphs if not p.heading]
    if not bodies:
        return []
    page = _Page(printed, text, is_strewn(bodies), sets_figures_apart(bodies))
    groups = [paragraphs] if source.line else list(_groups(paragraphs))
    numbered = len(groups) > 1
    return [_article(source, page, n if numbered else 0, group) for n, group in enumerate(groups, 1)]


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """What the text repeats of its record's title, in one line or several, is a heading however long it is."""
    rest = _squeezed(normalise(title))
    for line in lines:
        part = _squeezed(line.seen)
        if not rest.startswith(part):
            return
        line.marked, rest = True, rest[len(part) :]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _groups(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Cut a page's paragraphs where a new article begins."""
    group: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        if group and any(not p.heading for p in group) and _begins_article(paragraphs, at):
            yield group
            group = []
        group.append(paragraph)
    if any(not p.heading for p in group):
        yield group


def _begins_article(paragraphs: list[Paragraph], at: int) -> bool:
    here = paragraphs[at]
    if not here.heading:
        return here.lines[0].has_dateline and not paragraphs[at - 1].heading
    if paragraphs[at - 1].heading:
        return False
    body = next((p for p in paragraphs[at:] if not p.heading), None)
    if body is None:
        return False
    if body.lines[0].has_dateline or here.lines[0].marked:
        return True
    before = "".join(p.text for p in paragraphs[max(0, at - 8) : at])
    after = "".join(p.text for p in paragraphs[at : at + 6])
    return is_new_topic(before, after)


def _article(source: Source, page: _Page, number: int, group: list[Paragraph]) -> Article:
    parts: list[tuple[int, int] | str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in group:
        start = at
        for line in paragraph.lines:
            strewn, apart = page.strewn and not paragraph.heading, page.apart or not paragraph.heading
            for first, last in without_breaks(line.text, strewn=strewn, apart=apart):
                parts.append((line.start + first, line.start + last))
                at += last - first
        blocks.append(Block("heading" if paragraph.heading else "body", start, at))
        parts.append("\n")
        at += 1
    view = View(page.printed, parts, page.text)
    first_body = next(n for n, block in enumerate(blocks) if block.kind == "body")
    lines = [source.title] if source.title else [view.text[b.start : b.end] for b in blocks[:first_body]]
    return Article(source, number, " ".join(lines), view, tuple(blocks))
