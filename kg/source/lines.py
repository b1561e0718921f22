"""Lines of a page as printed, and what a line alone tells of its place: heading, dateline, end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.lazy import lazy
from kg.source.furniture import is_credits, is_furniture, without_fields
from kg.source.view import BLANK, BULLET, ZERO_WIDTH, normalise

_LINE = re.compile(
    rf"^[>{BULLET}{BLANK}]*+(#*+)(?:[-*+](?=[{BLANK}]))?+[{BULLET}{BLANK}]*+([^\n{BULLET}{BLANK}].*)", re.MULTILINE
)
_DATELINE = re.compile(
    r"[（(]?(?:本报|本台|本网|新华社|中新社|人民网|新华网|中国网络电视台|央视网)[^，。,]{0,16}?(?:讯|电|消息)(?![一-龥]{1,2}[^（(：:，,\s0-9]{12,})"
)
_COMPLETE = re.compile(r"(?:[。！？!?…]|(?<![0-9])[.．](?![0-9]))[”’』」）)】\]]*$")
_BYLINE = re.compile(r"[。！？”][ 　]*[（(]?(?:本报|特约|见习|实习)?(?:记者|通讯员|编辑|责编)[ 　：:][^。，,]{2,20}$")
_CREDIT = re.compile(r"[。！？”][ 　]*（[^（）]*）$")
_PAUSE = re.compile(r"[：；]$|^（?[一二三四五六七八九十]{1,3}[、）].{,42}$")
# A mark that ends or parts sentences; a deed told with 了, which headlines do without (作了关于预算的报告).
_NO_HEADING = re.compile(r"[，。]|[；：、]$|[作取议过达署绍报]了")
_LONGEST_HEADING = 45
_LONGEST_ITEM, _SHORTEST_ROLL, _UNEQUAL = 35, 3, 3  # characters, lines, characters by which lines differ
_MARK = re.compile("[，。；：！？…]")


@dataclass(eq=False)
class Line:
    """[start, end) of the source without the white space and marks around it; `marked` where # stands before it.

    `text` has the source's length, its punctuation made full-width.
    """

    start: int
    end: int
    text: str
    marked: bool

    @lazy
    def seen(self) -> str:
        """`text` without the signs that nobody sees."""
        return self.text.replace(ZERO_WIDTH, "")

    @lazy
    def has_dateline(self) -> bool:
        """Whether an article begins here: 本报讯, 新华社北京5月25日电."""
        return bool(_DATELINE.match(self.seen))

    @lazy
    def has_byline(self) -> bool:
        """Whether an article's byline ends here."""
        return bool(_BYLINE.search(self.seen))

    @lazy
    def is_complete(self) -> bool:
        """Whether a sentence, an article's byline, a dateline alone or a credit in brackets ends here."""
        if self.seen[-1] in "。！？" or (self.has_dateline and self.seen[-1] in "：:") or is_credits(self.seen):
            return True
        return bool(_COMPLETE.search(self.seen) or _CREDIT.search(self.seen)) or self.has_byline

    @lazy
    def breaks_off(self) -> bool:
        """Whether a sentence stands open at its end; not so in an enumeration's lines and headings."""
        return not (self.is_complete or self.may_be_heading or _PAUSE.search(self.seen))

    @lazy
    def may_be_heading(self) -> bool:
        """Whether it is marked as a heading, or short and without comma or full stop as one."""
        if self.marked:
            return True
        if len(self.seen) > _LONGEST_HEADING or self.is_complete or _NO_HEADING.search(self.seen):
            return False
        return all(self.seen.count(a) == self.seen.count(b) for a, b in ("“”", "《》", "（）"))


def are_torn(lines: Sequence[Line]) -> bool:
    """Whether the lines are a page with broken paragraphs, and not only one where a full stop is missing."""
    return sum(line.breaks_off for line in lines) > 1


def roll(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of printed rolls, each whole by itself: several short ones without any mark below a colon, of unequal
    length (the lines of a column are of one).
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.seen.endswith("："):
            end = at + 1
            while end < len(lines) and len(lines[end].seen) <= _LONGEST_ITEM and not _MARK.search(lines[end].seen):
                end += 1
            lengths = [len(line.seen) for line in lines[at + 1 : end]]
            if len(lengths) >= _SHORTEST_ROLL and max(lengths) - min(lengths) >= _UNEQUAL:
                found.update(range(at, end))
    return frozenset(found)


def merged(lines: Sequence[Line]) -> Line:
    """One line made of several that follow each other; the breaks between them stay in its text as white space."""
    first, last = lines[0], lines[-1]
    if first is last:
        return first
    parts = [first.text]
    for before, line in pairwise(lines):
        parts += ["\n" * (line.start - before.end), line.text]
    return Line(first.start, last.end, "".join(parts), first.marked)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are neither blank nor a page's furniture: its number and date, 下转第二版."""
    found: list[Line] = []
    for printed in _LINE.finditer(text):
        line = printed[2].rstrip(BLANK)
        start, end = without_fields(line)
        if start < end and not is_furniture(line):
            at = printed.start(2)
            found.append(Line(at + start, at + end, normalise(line[start:end]), bool(printed[1])))
    return found
