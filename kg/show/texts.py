"""The sources' texts for a page: those at hand whose spans still hold what the graph quotes from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from kg.show.picture import Picture
from kg.source.reader import read
from kg.source.record import Problem, Source
from kg.source.view import normalise

_PLACE = re.compile(r"(.*)#char=(\d+),(\d+)", re.DOTALL)
_NO_LETTER = re.compile(r"[\W_]+")
_COMPARED = 4  # letters at each end of a span


class Texts(msgspec.Struct, frozen=True):
    """Texts by SOURCE; the sources whose text was not found (`missing`) or reads otherwise than quoted (`changed`)."""

    found: Mapping[str, str] = {}
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def texts_for(picture: Picture, paths: Iterable[str | Path] = ()) -> Texts:
    """The texts that the picture's evidence points into, read from the files and folders given, else from a file of
    the source's name in the current folder.
    """
    wanted = picture.sources
    given = list(read(paths))
    at_hand = read(sorted(source for source in wanted if _is_text_here(source)))
    read_texts: dict[str, str] = {}
    for item in chain(given, at_hand):
        if isinstance(item, Source) and item.id in wanted:
            read_texts.setdefault(item.id, item.text)
    quoted = _quoted(picture)
    changed = {source for source, text in read_texts.items() if not fits(text, quoted[source])}
    return Texts(
        found={source: text for source, text in sorted(read_texts.items()) if source not in changed},
        missing=tuple(sorted(wanted - read_texts.keys())),
        changed=tuple(sorted(changed)),
        problems=tuple(item for item in given if isinstance(item, Problem)),
    )


def _is_text_here(source: str) -> bool:
    try:
        return Path(source).name == source and Path(source).suffix in (".txt", ".md") and Path(source).is_file()
    except (OSError, ValueError):  # a record's id may be no name of a file at all
        return False


def _quoted(picture: Picture) -> dict[str, list[tuple[int, int, str]]]:
    """Start, end and quote of every piece of evidence, by source."""
    quoted: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for edge in picture.edges:
        for entry, quote in zip(edge.evidence, edge.quotes, strict=False):
            if place := _PLACE.fullmatch(entry):
                quoted[place[1]].append((int(place[2]), int(place[3]), quote))
    return quoted


def fits(text: str, quoted: list[tuple[int, int, str]]) -> bool:
    """Whether the spans begin and end with what is quoted from them.

    Quotes are healed: line breaks and marks put right, what stands between two columns left out. So only letters
    and digits are compared, and only those at both ends.
    """
    return all(_ends(text[start:end]) == _ends(quote) for start, end, quote in quoted)


def _ends(text: str) -> tuple[str, str]:
    letters = _NO_LETTER.sub("", normalise(text))
    return letters[:_COMPARED], letters[-_COMPARED:]
