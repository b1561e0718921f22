"""A reading view of a source's text: breaks healed, punctuation made full-width, every position traceable.

Extractors read the view; evidence points into the source exactly as given. The view is made of *pieces* of the source,
each copied with the same length, so a position maps back by one binary search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from kg.source.furniture import is_furniture
from kg.statement import Span

# Half-width marks that stand between Chinese characters are OCR's or a typist's; between digits and Latin letters
# (3,000 · 10:30) they are the text's own.
_HALF = str.maketrans(",;:?!()", "，；：？！（）")
_HALF_MARK = re.compile(r"[,;:?!()](?![0-9A-Za-z])|(?<![0-9A-Za-z])[,;:?!()]")
_STRAIGHT_QUOTE = re.compile(r'"([^"\n]*)"')
# Blanks of all widths are blanks; of the signs without width that pages set between letters, one stands for all.
_BLANKS = "".join(["\t\v\f\x85\xa0\u1680", *map(chr, range(0x2000, 0x200B)), "\u2028\u2029\u202f\u205f\u3000\u3164"])
_NO_WIDTH = "\u200b\xad\u200c\u200d\u2060\ufeff"
BLANK = f" \r{_BLANKS}{_NO_WIDTH}"  # all that leaves a line white
BULLET = "•●■◆▲▶►★☆※◇△▪▫□➤◎"  # signs that a line of a list or a paragraph begins with
ZERO_WIDTH = _NO_WIDTH[0]
_SAME_LENGTH = str.maketrans(
    f"０１２３４５６７８９＋％•・‧∙⋅﹒．丶﹑､﹐｡﹔﹕〝〞〟「」『』＂″{_BLANKS}{_NO_WIDTH}",
    f'0123456789+%·······、、、，。；：“””“”‘’""{" " * len(_BLANKS)}{ZERO_WIDTH * len(_NO_WIDTH)}',
)
# Characters that a PDF gives as radicals or in the forms of other tables.
_FORMS = {place: normalize("NFKC", chr(place)) for place in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00))}
_SAME_LENGTH |= {place: usual for place, usual in _FORMS.items() if len(usual) == 1}
# What OCR takes for another sign: the day's 日 for 曰, a numeral's 〇 for a circle, the colon for the sign of a ratio,
# a decimal point for a name's dot and the other way round.
_DOT = re.compile(r"(?<=[一-龥])\.(?=[一-龥])")
_SIGNS = (
    ("．", re.compile("(?<=[0-9０-９])．(?=[0-9０-９])"), "."),
    ("曰", re.compile(r"(?<=[0-9０-９])曰"), "日"),
    ("○◯Ｏ", re.compile("(?<=[一二三四五六七八九])[○◯Ｏ](?=[○◯Ｏ〇一二三四五六七八九年])"), "〇"),
    ("∶", re.compile("(?<![0-9０-９])∶|∶(?![0-9０-９])"), "："),
    (".", _DOT, "·"),
)
_ODD = re.compile(
    rf'[,;:?!()"０-９＋％•・‧∙⋅﹒．丶﹑､﹐｡﹔﹕〝〞〟「」『』＂″曰○◯Ｏ∶\u2e80-\u2fd5\uf900-\ufaff{_BLANKS}{_NO_WIDTH}]'
)

_LONGEST_GAP = 64  # white space and heading marks between two lines of a paragraph
_BETWEEN_LINES = f"{BLANK}{BULLET}\n>#"


class Piece(NamedTuple):
    """`length` characters at `view` in the view, copied from `source` in the source."""

    view: int
    source: int
    length: int


def in_place_of(printed: str, meant: str) -> str:
    """What is meant, made as long as what is printed; what would be longer stays as it is printed."""
    return meant.ljust(len(printed), ZERO_WIDTH) if len(meant) <= len(printed) else printed


def normalise(text: str) -> str:
    """`text` with half-width punctuation made full-width and full-width digits made half-width; same length."""
    if not (_ODD.search(text) or ("." in text and _DOT.search(text))):
        return text
    for signs, sign, meant in _SIGNS:
        if any(one in text for one in signs):
            text = sign.sub(meant, text)
    text = text.translate(_SAME_LENGTH)
    if '"' in text:
        text = _STRAIGHT_QUOTE.sub(r"“\1”", text)
    return _HALF_MARK.sub(lambda m: m.group().translate(_HALF), text)


def _is_gap(text: str) -> bool:
    """Whether what stands between two stretches of a text is white space, or a page's number and the like."""
    rest = text.strip(_BETWEEN_LINES)
    return not rest or all(is_furniture(line.strip(_BETWEEN_LINES)) for line in rest.split("\n"))


class View:
    """The text extractors read, and the way back to the source.

    `read_as` is the source's text in the script it is read in (kg.source.script), of the same length.
    """

    __slots__ = ("_in_print", "_source", "_starts", "pieces", "text")

    def __init__(self, source_text: str, parts: Iterable[tuple[int, int] | str], read_as: str | None = None) -> None:
        """Join `parts`: (start, end) ranges of the source, and literal separators that have no place in it."""
        reading = source_text if read_as is None else read_as
        copied: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for part in parts:
            text = part if isinstance(part, str) else reading[slice(*part)]
            if not isinstance(part, str):
                pieces.append(Piece(at, part[0], len(text)))
            copied.append(text)
            at += len(text)
        self.text = normalise("".join(copied))
        self.pieces = pieces
        self._starts = [piece.view for piece in pieces]
        self._source = source_text
        pairs = {} if reading == source_text else zip(reading, source_text, strict=True)
        self._in_print = {ord(read): printed for read, printed in pairs if read != printed}

    def in_print(self, text: str) -> str:
        """`text`, read in this view, in the script it was printed in: where it stands here, else by its characters."""
        at = self.text.find(text) if self._in_print else -1
        if at < 0:
            return text.translate(self._in_print)
        printed = (self._source[self.to_source(place)] for place in range(at, at + len(text)))
        return "".join(new if ord(old) in self._in_print else old for old, new in zip(text, printed, strict=True))

    def to_source(self, position: int) -> int:
        """The place in the source of the character at `position` of the view."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        return piece.source + min(position - piece.view, piece.length)

    def span(self, start: int, end: int, naming: Collection[Span] = ()) -> Span:
        """The source's span of view range [start, end).

        Where columns were put back in order it is the longest run of it that stands together in the source, of those
        that hold one of the spans `naming` if any does.
        """
        piece = self.pieces[max(0, bisect_right(self._starts, start) - 1)]
        if piece.view <= start and end <= piece.view + piece.length:
            ahead = piece.source - piece.view
            return Span(start + ahead, end + ahead)
        runs = list(self._runs(start, end))
        named = [run for run in runs if any(run.start <= name.start and name.end <= run.end for name in naming)]
        return max(named or runs, key=lambda run: run.end - run.start)

    def _runs(self, start: int, end: int) -> Iterator[Span]:
        """The source's stretches that the range is copied from; a line break or padding does not end one."""
        first = max(0, bisect_right(self._starts, start) - 1)
        begin, stop = self.to_source(start), self.to_source(start)
        for number in range(first, len(self.pieces)):
            piece = self.pieces[number]
            if piece.view >= end:
                break
            source = piece.source + max(0, start - piece.view)
            if not stop <= source <= stop + _LONGEST_GAP or not _is_gap(self._source[stop:source]):
                yield Span(begin, stop)
                begin = source
            stop = piece.source + min(piece.length, end - piece.view)
        yield Span(begin, stop)
