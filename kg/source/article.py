"""Articles out of a page, and paragraphs re-joined across OCR breaks.

A newspaper page is a run of lines: headline lines, then body lines, of which OCR has cut some in the middle of a
sentence. A web article or a broadcast text is the same with one article a record. Nothing here changes a character's
place: an `Article` holds a `View`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.source.cohesion import is_new_topic
from kg.source.record import Source
from kg.source.view import View

_LINE = re.compile(r"^[ \t　>]*(#*)[ \t　]*(\S.*?)[ \t　\r]*$", re.MULTILINE)
_DATELINE = re.compile(
    r"[（(]?(?:本报|本台|本网|新华社|中新社|人民网|新华网|中国网络电视台|央视网)[^，。,]{0,16}?(?:讯|电|消息)(?![一-龥]{1,2}[^（(：:，,\s0-9]{12,})"
)
_COMPLETE = re.compile(r"(?:[。！？!?…]|[.．](?![0-9]))[”’』」）)】\]]*$")
_BYLINE = re.compile(r"[。！？”][ 　]*[（(]?(?:本报|特约|见习|实习)?(?:记者|通讯员|编辑|责编)[ 　：:][^。，,]{2,20}$")
_LONGEST_HEADING = 45


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


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    marked: bool


class _Para(NamedTuple):
    heading: bool
    lines: list[_Line]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


def articles(source: Source) -> list[Article]:
    """The articles of a source; an empty list where it holds no paragraph of text."""
    paragraphs = list(_paragraphs(_lines(source.text)))
    if not any(not p.heading for p in paragraphs):
        return []
    groups = [paragraphs] if source.line else list(_groups(paragraphs))
    numbered = len(groups) > 1
    return [_article(source, n if numbered else 0, group) for n, group in enumerate(groups, 1)]


def _lines(text: str) -> list[_Line]:
    return [_Line(m.start(2), m.end(2), m.group(2), bool(m.group(1))) for m in _LINE.finditer(text)]


def is_complete(line: str) -> bool:
    """Whether a line ends where a sentence or an article's byline ends."""
    return bool(_COMPLETE.search(line) or _BYLINE.search(line))


def _paragraphs(lines: list[_Line]) -> Iterator[_Para]:
    """Tell headings from body, and join body lines that an OCR break cut."""
    open_body: list[_Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        begins = bool(_DATELINE.match(line.text))
        if _is_heading(line, following, cut=bool(open_body)) and not begins:
            if open_body:
                yield _Para(False, open_body)
                open_body = []
            yield _Para(True, [line])
            continue
        if open_body and begins:
            yield _Para(False, open_body)
            open_body = []
        open_body.append(line)
        if is_complete(line.text):
            yield _Para(False, open_body)
            open_body = []
    if open_body:
        yield _Para(False, open_body)


def _is_heading(line: _Line, following: _Line | None, *, cut: bool) -> bool:
    if line.marked:
        return True
    if len(line.text) > _LONGEST_HEADING or is_complete(line.text) or re.search(r"[。；，,;：:、]$|。", line.text):
        return False
    if any(line.text.count(a) != line.text.count(b) for a, b in ("“”", "《》", "（）")):
        return False  # a quotation that the break cut in two
    if cut:  # after a broken line only a heading right above a marked heading or a dateline is believed
        return following is not None and (following.marked or bool(_DATELINE.match(following.text)))
    return not re.search(r"[，,]", line.text) or following is None


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
        return bool(_DATELINE.match(here.text)) and not paragraphs[at - 1].heading
    if paragraphs[at - 1].heading:
        return False
    body = next((p for p in paragraphs[at:] if not p.heading), None)
    if body is None:
        return False
    if _DATELINE.match(body.text) or here.lines[0].marked:
        return True
    before = "".join(p.text for p in paragraphs[max(0, at - 8) : at])
    after = "".join(p.text for p in paragraphs[at : at + 6])
    return is_new_topic(before, after)


def _article(source: Source, number: int, group: list[_Para]) -> Article:
    parts: list[tuple[int, int] | str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in group:
        start = at
        for line in paragraph.lines:
            parts.append((line.start, line.end))
            at += line.end - line.start
        blocks.append(Block("heading" if paragraph.heading else "body", start, at))
        parts.append("\n")
        at += 1
    view = View(source.text, parts)
    first_body = next(n for n, block in enumerate(blocks) if block.kind == "body")
    lines = [source.title] if source.title else [view.text[b.start : b.end] for b in blocks[:first_body]]
    return Article(source, number, " ".join(lines), view, tuple(blocks))
