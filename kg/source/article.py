"""Articles out of a page, and paragraphs re-joined across OCR breaks.

A newspaper page is a run of lines: headline lines, then body lines, of which OCR has cut some in the middle of a
sentence. A web article or a broadcast text is the same with one article a record. Nothing here changes a character's
place: an `Article` holds a `View`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Literal, NamedTuple

from kg.source.cohesion import is_new_topic
from kg.source.columns import in_reading_order
from kg.source.lines import Line, are_torn, lines_of, roll
from kg.source.marks import with_usual_marks
from kg.source.markup import without_markup
from kg.source.padding import sets_figures_apart, without_breaks
from kg.source.record import Source
from kg.source.script import simplified
from kg.source.seams import is_broken
from kg.source.stray import is_strewn
from kg.source.view import View, normalise
from kg.source.wrapped import unwrapped

# How sure it must be that a short line is the beginning of a sentence and not a heading: on a page with other broken
# paragraphs, on one without, and on one that has so many short lines that it is a digest with its headings.
_TORN, _WHOLE, _NEVER = 0.0, 4.0, inf
_DIGEST = 3


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


class _Para(NamedTuple):
    heading: bool
    lines: list[Line]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


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
    paragraphs = list(_paragraphs(in_reading_order(unwrapped(text, lines))))
    if not any(not p.heading for p in paragraphs):
        return []
    bodies = [p.text for p in paragraphs if not p.heading]
    page = _Page(printed, text, is_strewn(bodies), sets_figures_apart(bodies))
    groups = [paragraphs] if source.line else list(_groups(paragraphs))
    numbered = len(groups) > 1
    return [_article(source, page, n if numbered else 0, group) for n, group in enumerate(groups, 1)]


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """What the text repeats of its record's title, in one line or several, is a heading however long it is."""
    rest = _squeezed(title)
    for line in lines:
        part = _squeezed(line.seen)
        if not rest.startswith(part):
            return
        line.marked, rest = True, rest[len(part) :]


def _squeezed(text: str) -> str:
    return "".join(normalise(text).split())


def _paragraphs(lines: Sequence[Line]) -> Iterator[_Para]:
    """Tell headings from body, and join body lines that an OCR break cut."""
    margin, items = _margin(lines), roll(lines)
    open_body: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        heading = at not in items and _is_heading(line, following, cut=bool(open_body), margin=margin)
        if open_body and (heading or line.has_dateline):
            yield _Para(False, open_body)
            open_body = []
        if heading:
            yield _Para(True, [line])
            continue
        open_body.append(line)
        if line.is_complete or at in items:
            yield _Para(False, open_body)
            open_body = []
    if open_body:
        yield _Para(False, open_body)


def _is_heading(line: Line, following: Line | None, *, cut: bool, margin: float) -> bool:
    if line.marked:
        return not line.has_dateline
    if not line.may_be_heading or line.has_dateline:
        return False
    if cut:  # after a broken line only a heading right above a marked heading or a dateline is believed
        return following is not None and (following.marked or following.has_dateline)
    if following is None or following.may_be_heading or following.has_dateline or following.marked or margin == _NEVER:
        return True
    return is_broken(line.seen, following.seen) < margin


def _margin(lines: Sequence[Line]) -> float:
    if are_torn(lines):
        return _TORN
    return _NEVER if sum(line.may_be_heading for line in lines) > _DIGEST else _WHOLE


def _groups(paragraphs: list[_Para]) -> Iterator[list[_Para]]:
    """Cut a page's paragraphs where a new article begins."""
    group: list[_Para] = []
    for at, paragraph in enumerate(paragraphs):
        if group and any(not p.heading for p in group) and _begins_article(paragraphs, at):
            yield group
            group = []
        group.append(paragraph)
    if any(not p.heading for p in group):
        yield group


def _begins_article(paragraphs: list[_Para], at: int) -> bool:
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


def _article(source: Source, page: _Page, number: int, group: list[_Para]) -> Article:
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
