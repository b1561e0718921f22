"""A web page's markup read past: its tags, its character references, the line ends of other machines.

Every place stays where it is: what is left out becomes signs without width, what ends a line a line break.
"""

from __future__ import annotations

import re
from html import unescape

from kg.source.view import in_place_of

_UNSEEN = (("<!--", "-->"), (r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"))  # from … to
_SPANS = [(re.compile(first, re.IGNORECASE), re.compile(last, re.IGNORECASE)) for first, last in _UNSEEN]
_REFERENCE = re.compile(r"&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")
_LINE = (
    "p|br|div|li|ul|ol|tr|td|th|table|tbody|thead|section|article|header|footer|main|nav|aside|blockquote|title|hr"
    "|html|head|body|figure|figcaption|form|center"
)
_WITHIN_LINE = "a|b|i|u|s|em|strong|small|big|span|font|img|sup|sub|meta|link|iframe|video|source|input|label|o:p"
_TAG = re.compile(
    rf"<(?P<end>/?)(?:(?P<heading>h[1-6])|(?P<line>{_LINE})|{_WITHIN_LINE})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE
)
# Markdown: **emphasis**, [a link's text](and where it leads).
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,200})(?<=\S)\1")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,200})(\]\([^()\s]{1,500}(?:[ ]\"[^\"\n]*\")?\))")


def without_markup(text: str) -> str:
    """The text as a reader sees it, of the same length."""
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if "<" in text:
        text = _TAG.sub(_read_past, _without_unseen(text))
    if "](" in text:
        text = _LINK.sub(lambda found: in_place_of(found[1], "") + found[2] + in_place_of(found[3], ""), text)
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(lambda found: in_place_of(found[1], "") + found[2] + in_place_of(found[1], ""), text)
    return _REFERENCE.sub(lambda found: in_place_of(found[0], unescape(found[0])), text) if "&" in text else text


def _without_unseen(text: str) -> str:
    """Without comments and scripts; one that nothing ends is text."""
    for first, last in _SPANS:
        parts, at = [], 0
        while (begin := first.search(text, at)) and (end := last.search(text, begin.end())):
            parts += [text[at : begin.start()], in_place_of(text[begin.start() : end.end()], "\n")]
            at = end.end()
        text = "".join([*parts, text[at:]])
    return text


def _read_past(tag: re.Match[str]) -> str:
    if tag["heading"] and not tag["end"]:
        return in_place_of(tag[0], "\n#")
    return in_place_of(tag[0], "\n" if tag["line"] or tag["heading"] else "")
