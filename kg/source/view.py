"""A reading view of a source's text: breaks healed, punctuation made full-width, every position traceable.

Extractors read the view; evidence points into the source exactly as given. The view is made of *pieces* of the source,
each copied with the same length, so a position maps back by one binary search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from kg.statement import Span

# Half-width marks that stand between Chinese characters are OCR's or a typist's; between digits and Latin letters
# (3,000 · 10:30) they are the text's own.
_HALF = str.maketrans(",;:?!()", "，；：？！（）")
_HALF_MARK = re.compile(r"[,;:?!()](?![0-9A-Za-z])|(?<![0-9A-Za-z])[,;:?!()]")
_STRAIGHT_QUOTE = re.compile(r'"([^"\n]*)"')
_SAME_LENGTH = str.maketrans("０１２３４５６７８９＋％　\t•・‧﹒．", "0123456789+%  ····.")
_ODD = re.compile(r'[,;:?!()"０-９＋％　\t•・‧﹒．]')


class Piece(NamedTuple):
    """`length` characters at `view` in the view, copied from `source` in the source."""

    view: int
    source: int
    length: int


def normalise(text: str) -> str:
    """`text` with half-width punctuation made full-width and full-width digits made half-width; same length."""
    if not _ODD.search(text):
        return text
    text = _STRAIGHT_QUOTE.sub(r"“\1”", text.translate(_SAME_LENGTH))
    return _HALF_MARK.sub(lambda m: m.group().translate(_HALF), text)


class View:
    """The text extractors read, and the way back to the source."""

    __slots__ = ("_starts", "pieces", "text")

    def __init__(self, source_text: str, parts: Iterable[tuple[int, int] | str]) -> None:
        """Join `parts`: (start, end) ranges of the source, and literal separators that have no place in it."""
        copied: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for part in parts:
            if isinstance(part, str):
                copied.append(part)
                at += len(part)
                continue
            start, end = part
            copied.append(source_text[start:end])
            pieces.append(Piece(at, start, end - start))
            at += end - start
        self.text = normalise("".join(copied))
        self.pieces = pieces
        self._starts = [piece.view for piece in pieces]

    def to_source(self, position: int) -> int:
        """The place in the source of the character at `position` of the view."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        return piece.source + min(position - piece.view, piece.length)

    def span(self, start: int, end: int) -> Span:
        """The source's span of view range [start, end); where columns were swapped, the longest run of it."""
        first, last = self.to_source(start), self.to_source(end - 1) + 1
        if first < last and last - first <= (end - start) + 8 * len(self.pieces):
            return Span(first, last)
        runs = [(max(start, p.view), min(end, p.view + p.length)) for p in self.pieces]
        begin, stop = max(((a, b) for a, b in runs if a < b), key=lambda run: run[1] - run[0])
        return Span(self.to_source(begin), self.to_source(stop - 1) + 1)
