"""A question's text in the one form everything else reads: folded, numerals of dates and ordinals as digits."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kg.extract.numerals import CN_DIGITS, to_int

HAN = "㐀-鿿〇"
_QUOTED = re.compile(r"[“\"「『《〈]([^“”\"「」『』《》〈〉]+)[”\"」』》〉]")
_QUOTES = re.compile(r"[“”\"「」『』《》〈〉]")
_GAP = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}\d])|(?<=\d)\s+(?=[{HAN}])")
_NUMERAL = re.compile(
    rf"(?<=第)[{CN_DIGITS}]+(?=[次届期轮])|[{CN_DIGITS}]{{2,}}(?=年)|[{CN_DIGITS}]+(?=月|[日号])|(?<![{CN_DIGITS}第])[{CN_DIGITS}]{{2,}}(?=次会)"
)
_NOT_NUMBERS = re.compile(r"[十百千万亿]万?(?=年)")  # 十年, 百年: spans of time, no years


class Question(NamedTuple):
    """`text` is folded and bare of quotation marks; `quoted` are the [start, end) in it that stood between them."""

    asked: str
    text: str
    quoted: tuple[tuple[int, int], ...]


def fold(text: str) -> str:
    """One form for what is written alike: full-width as half-width, lower case, no quotation marks."""
    return _QUOTES.sub("", unicodedata.normalize("NFKC", text).lower())


def read(asked: str) -> Question:
    """The question, folded; spaces between Chinese characters and Chinese numerals of dates and ordinals are gone."""
    text = _GAP.sub("", _NUMERAL.sub(_digits, unicodedata.normalize("NFKC", asked).strip()))
    bare, quoted, end = "", [], 0
    for match in _QUOTED.finditer(text):
        bare += fold(text[end : match.start()])
        quoted.append((len(bare), len(bare) + len(fold(match[1]))))
        bare += fold(match[1])
        end = match.end()
    return Question(asked, bare + fold(text[end:]), tuple(quoted))


def _digits(match: re.Match[str]) -> str:
    if _NOT_NUMBERS.match(match.string, match.start()):
        return match[0]
    number = to_int(match[0])
    return match[0] if number is None else str(number)


def is_english(text: str) -> bool:
    """Whether a question is asked in English: Latin words outweigh Chinese characters that are no names."""
    words = re.findall(r"[a-z]{2,}", text.lower())
    return len(words) >= 2 and len(words) * 2 > len(re.findall(rf"[{HAN}]", re.sub(r"“[^”]*”", "", text)))
