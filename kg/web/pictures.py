"""The picture of a node's surroundings, or of a measure's trace: `kg.show`'s page, to stand in a frame."""

from __future__ import annotations

import html
import re

from kg.model import Label
from kg.show import Lang, Picture, Texts, around, page, timeline, trace_of, trace_timeline
from kg.show import picture as picture_of
from kg.show.fetch import label_of
from kg.show.texts import fits
from kg.trace import trace_measure
from kg.web.library import Library
from kg.web.proofs import split_place

NODES = 60  # around one node; more than these no frame can hold
_TEXTS = 400_000  # characters of sources that a picture brings along
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)


def picture(library: Library, key: str, lang: Lang) -> str:
    """The HTML of the picture; what it names leads to the pages of this site."""
    return library.store.kept(("picture", key, lang), lambda: _draw(library, key, lang))


def policy_of(page: str) -> str:
    """The content policy that the picture's page asks for, as a header; this site may show it in a frame."""
    found = _POLICY.search(page)
    own = html.unescape(found[1]) if found else "default-src 'none'"
    return f"{own}; frame-ancestors 'self'"


def _draw(library: Library, key: str, lang: Lang) -> str:
    store, name = library.store, (library.node(key) or {}).get("name") or key
    if label_of(key) is Label.MEASURE:
        part = trace_of(store, name)
        drawn = picture_of(part.graph)
        moments = trace_timeline(drawn, trace_measure(store, name))
    else:
        part = around(store, [key], most=NODES)
        drawn = picture_of(part.graph)
        moments = timeline(drawn)
    text = page(drawn, _texts(library, drawn), moments, lang, title=name, left_out=part.left_out, link="/node/{key}")
    return text.replace("<head>", '<head><base target="_top">', 1)


def _texts(library: Library, drawn: Picture) -> Texts:
    """The texts at hand that read as quoted; none where they would be too many."""
    wrong = {
        source
        for edge in drawn.edges
        for place, quote in zip(edge.evidence, edge.quotes, strict=False)
        for source, start, end in [split_place(place)]
        if not fits(library.texts.get(source, ""), [(start, end, quote)])
    }
    found = {source: library.texts[source] for source in sorted(drawn.sources - wrong) if source in library.texts}
    return Texts(found=found if sum(map(len, found.values())) <= _TEXTS else {})
