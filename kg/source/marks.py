"""Marks that a whole page sets in its own way, read as the usual ones: no line by itself tells what they mean.

Every place stays where it is.
"""

from __future__ import annotations

import re

from kg.source.view import in_place_of

# A full stop in Latin shape, where the page has no other: 会议强调，要抓好落实. A name's dot (乔治.布什) ends no line.
_LATIN_STOP = re.compile(r"(?<=[一-龥”）》%])[.．](?=[\s“（《一-龥]|$)")
_ENDS_LINE = re.compile(r"(?<=[一-龥”）》%])[.．](?=\s|$)")
# Quotation marks by pairs, the first that a page without “” uses.
_QUOTES = tuple(
    (first, re.compile(rf"(?<![A-Za-z]){first}(?=[^\n{last}]{{0,199}}[一-龥])([^\n{first}{last}]{{1,200}}){last}"))
    for first, last in ("‘’", "『』", "''")
)
_OTHER_QUOTES = ("“", "「", "〝", '"')
# Titles between the signs for less and greater, single or doubled, and between the French marks.
_TITLE = re.compile(r"(<{1,2}|«|＜)(?=[^<>«»＜＞\n]{0,40}[一-龥])([^<>«»＜＞\n]{2,60})(>{1,2}|»|＞)")


def with_usual_marks(text: str) -> str:
    """The text with “”, 《》 and 。 where it sets others in their stead, of the same length."""
    if "《" not in text and any(sign in text for sign in "<«＜"):
        text = _TITLE.sub(lambda found: in_place_of(found[1], "《") + found[2] + in_place_of(found[3], "》"), text)
    if not any(sign in text for sign in _OTHER_QUOTES):
        for first, pair in _QUOTES:
            text, count = pair.subn(r"“\1”", text) if first in text else (text, 0)
            if count:
                break
    if "。" not in text and "｡" not in text and _ENDS_LINE.search(text):
        text = _LATIN_STOP.sub("。", text)
    return text
