"""Print articles drawn at random with what was read from them, fact by fact, for a reader who marks right and wrong.

    python tools/eye_check.py ARCHIVE.jsonl.xz --number 50 --seed 20260
    python tools/eye_check.py ARCHIVE.jsonl.xz --number 30 --seed 20261 --containing '(?s)(?=.*会议).*(?:主持|召开)'

The draw is `random.Random(seed).sample` over the sorted ids (of the articles whose text contains the pattern), so that
the same seed shows the same articles again. Facts carry numbers within their family and article.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.extract import extract
from kg.model import ROLES, Label, Rel
from kg.source.reader import read
from kg.source.record import Source
from kg.statement import Entity, Extraction


def drawn(archive: Path, number: int, seed: int, containing: str) -> list[Source]:
    """`number` sources of the archive, in the order drawn."""
    wanted = re.compile(containing)
    sources = {item.id: item for item in read([archive]) if isinstance(item, Source) and wanted.search(item.text)}
    return [sources[name] for name in random.Random(seed).sample(sorted(sources), number)]


def families(extraction: Extraction) -> Iterator[tuple[str, list[str]]]:
    """Every family with a line for each of its facts."""
    named = {entity.local: entity for entity in (extraction.article, *extraction.entities)}
    yield "persons", [entity.name for entity in _of(extraction, Label.PERSON)]
    yield "posts", _joined(extraction, named, Rel.HOLDS)
    yield "meetings", [_meeting(entity) for entity in _of(extraction, Label.MEETING)]
    yield "roles", _joined(extraction, named, *ROLES)
    yield "conveyed", _joined(extraction, named, Rel.CONVEYED)
    yield "adopted", _joined(extraction, named, Rel.ADOPTED, Rel.CONSIDERED)
    yield "measures", [_with_forms(entity) for entity in _of(extraction, Label.MEASURE)]
    yield "documents", [entity.name for entity in _of(extraction, Label.DOCUMENT)]
    yield "targets", [_target(entity) for entity in _of(extraction, Label.TARGET)]
    yield "directives", _directives(extraction, named)


def _of(extraction: Extraction, label: Label) -> Iterator[Entity]:
    return (entity for entity in extraction.entities if entity.label is label)


def _joined(extraction: Extraction, named: Mapping[str, Entity], *rels: Rel) -> list[str]:
    """Each fact of the types once, as often as it may be stated."""
    lines = (f"{named[s.start].name} {s.rel} {named[s.end].name}" for s in extraction.statements if s.rel in rels)
    return list(dict.fromkeys(lines))


def _with_forms(entity: Entity) -> str:
    forms = entity.props.get("aliases", [])
    return " = ".join([entity.name, *(forms if isinstance(forms, list) else ())])


def _meeting(entity: Entity) -> str:
    """A talk (会见, 会谈) carries no word on whether it is held: it always is."""
    state = {True: "held", False: "recalled", None: "talk"}[entity.props.get("_held")]  # type: ignore[index]
    return f"{_with_forms(entity)} [{state}, {entity.props.get('date') or 'no date'}]"


def _target(entity: Entity) -> str:
    shown = ("comparator", "quantity", "object", "deadline")
    return f"{' | '.join(str(entity.props.get(name, '')) for name in shown)} ← {entity.props.get('text', '')}"


def _directives(extraction: Extraction, named: Mapping[str, Entity]) -> list[str]:
    speakers: dict[str, list[str]] = {}
    for said in extraction.statements:
        if said.rel is Rel.ISSUED:
            who = named[said.start]
            speakers.setdefault(said.end, []).append("会议" if who.label is Label.MEETING else who.name)
    at = {s.start: named[s.end].name for s in extraction.statements if s.rel is Rel.GIVEN_AT}
    return [
        f"{'、'.join(speakers.get(entity.local, ['nobody']))} {entity.props.get('verb', '')}"
        f" @{at.get(entity.local, 'no meeting')}: {entity.props.get('text', '')}"
        for entity in _of(extraction, Label.DIRECTIVE)
    ]


def show(number: int, source: Source) -> None:
    """One article on stdout."""
    print(f"\n===== {number}  {source.id}  {source.date}\n# {source.title}\n{source.text}")
    for extraction in extract(source):
        print(f"--- {extraction.article.name}")
        for family, lines in families(extraction):
            for place, line in enumerate(lines, 1):
                print(f"{family} {place}. {line}")


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, help=".jsonl or .jsonl.xz")
    parser.add_argument("--number", type=int, default=50, help="articles to draw")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--containing", default="", help="draw only among articles whose text this pattern is found in")
    given = parser.parse_args()
    for number, source in enumerate(drawn(given.archive, given.number, given.seed, given.containing), 1):
        show(number, source)


if __name__ == "__main__":
    main()
