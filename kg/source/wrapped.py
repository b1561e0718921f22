"""Text that print or a scan wraps into lines of one width, put back into the lines that were meant.

A column's lines are all as long as the column is wide, but for the last of each paragraph. Where a page shows such a
width, a line that fills it goes on in the next one: a name, a number or a word may be cut there. Where paragraphs
are indented, a line that ends in a full stop goes on too, unless the next one is indented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.source.lines import Line, merged

_NARROWEST, _WIDEST = 10, 48
_ENOUGH = 4  # full lines that break off, before a width is believed
_SHARE = 0.4  # of all lines
_INDENT = 2
_SLACK = 2  # a line with narrow digits or marks that may not begin one is longer or shorter by so much


def unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of `text`, those that only the width of a column parts joined; the same lines where none is seen."""
    lengths = [len(line.seen) + _INDENT * _is_indented(text, line) for line in lines]
    width = _width(lines, lengths)
    if width is None:
        return list(lines)
    indents = sum(_is_indented(text, line) for line in lines) > 1
    full = [length >= width - _SLACK for length in lengths]
    return list(_joined(text, lines, full, indents=indents))


def _width(lines: Sequence[Line], lengths: Sequence[int]) -> int | None:
    """The width that enough lines which break off share, or None."""
    open_ended = Counter(length for line, length in zip(lines, lengths, strict=True) if not line.is_complete)
    shared = {
        width: sum(open_ended[width + by] for by in (-1, 0, 1))
        for width in open_ended
        if _NARROWEST <= width <= _WIDEST
    }
    if not shared:
        return None
    width = max(shared, key=lambda key: (shared[key], open_ended[key]))
    return width if shared[width] >= max(_ENOUGH, _SHARE * len(lines)) else None


def _joined(text: str, lines: Sequence[Line], full: Sequence[bool], *, indents: bool) -> Iterator[Line]:
    held: list[Line] = []
    for at, line in enumerate(lines):
        held.append(line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or not full[at] or not _goes_on(text, line, following, indents=indents):
            yield merged(held)
            held = []


def _goes_on(text: str, line: Line, following: Line, *, indents: bool) -> bool:
    """Whether a full line goes on in the next one, which stands right below it."""
    if line.marked or following.marked or following.has_dateline:
        return False
    between = text[line.end : following.start].split("\n")[1:-1]  # nothing, or a page's number and the like
    if not all(part.strip() for part in between) or _is_indented(text, following):
        return False
    return indents or not line.is_complete


def _is_indented(text: str, line: Line) -> bool:
    before = text[max(0, line.start - _INDENT) : line.start]
    return before == "　　" or (
        before.endswith(" ") and text[max(0, line.start - 4) : line.start].strip(" ") in ("", "\n")
    )
