"""Paragraphs out of lines: headings told from body, lines re-joined across OCR breaks, sentences set each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from kg.source.lines import Line, are_torn, roll
from kg.source.seams import is_broken

# How sure it must be that a short line is the beginning of a sentence and not a heading: on a page with other broken
# paragraphs, on one without, and on one that has so many short lines that it is a digest with its headings.
_TORN, _WHOLE, _NEVER = 0.0, 4.0, inf
_DIGEST = 3
_STOP, _ENDS = re.compile("[。！？]"), tuple("。！？”")
_GOING_ON = re.compile("要(?!闻)|必须|同时|为此|对此|在此|[一二三四五][是要]|[他她]")
_MANY, _NEARLY_ALL = 6, 0.9  # paragraphs of one sentence, at least, and of all


class Paragraph(NamedTuple):
    """A heading, or lines that are read as one."""

    heading: bool
    lines: list[Line]

    @property
    def text(self) -> str:
        """The lines side by side."""
        return "".join(line.text for line in self.lines)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs that the lines are of, in their order."""
    return _run_together(list(_paragraphs(lines)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Tell headings from body, and join body lines that an OCR break cut."""
    margin, items = _margin(lines), roll(lines)
    open_body: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        heading = at not in items and _is_heading(line, following, cut=bool(open_body), margin=margin)
        if open_body and (heading or line.has_dateline):
            yield Paragraph(False, open_body)
            open_body = []
        if heading:
            yield Paragraph(True, [line])
            continue
        open_body.append(line)
        if line.is_complete or at in items:
            yield Paragraph(False, open_body)
            open_body = []
    if open_body:
        yield Paragraph(False, open_body)


def _run_together(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs; where a page makes one of every sentence they mean nothing, and those that follow each other are
    one. A digest's sentences stand alone: none of them begins with what only goes on from another.
    """
    bodies = [paragraph.text for paragraph in paragraphs if not paragraph.heading]
    single = sum(_STOP.search(text, 0, len(text) - 1) is None for text in bodies)
    if len(bodies) < _MANY or single < _NEARLY_ALL * len(bodies) or not any(map(_GOING_ON.match, bodies)):
        return paragraphs
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and _goes_with(found[-1], paragraph):
            found[-1].lines.extend(paragraph.lines)
        else:
            found.append(paragraph)
    return found


def _goes_with(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether both are sentences, of which the second begins no article."""
    if before.heading or paragraph.heading or paragraph.lines[0].has_dateline:
        return False
    return before.lines[-1].seen.endswith(_ENDS) and paragraph.lines[-1].seen.endswith(_ENDS)


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
