"""The trace of a measure for its page: its lines, each turn with what changed in the wording, and its way."""

from __future__ import annotations

import msgspec

from kg.model import Label
from kg.trace import Leg, Line, Step, Trace, trace_measure
from kg.web.library import Library
from kg.web.proofs import Proofs, proofs
from kg.web.rows import ref_by_name
from kg.web.told import Ref
from kg.wording import Piece


class Turn(msgspec.Struct, frozen=True):
    """One demand for the measure, or for a part of it; `pieces`: its clause, against that of the turn before."""

    date: str
    meeting: Ref | None
    chairs: tuple[Ref, ...]
    speaker: Ref | None
    verb: str
    pieces: tuple[Piece, ...]
    words: str
    conveyed_from: tuple[Ref, ...]
    proofs: Proofs


class Track(msgspec.Struct, frozen=True):
    """The measure itself (`whole`) or one of its parts, in time."""

    measure: Ref
    relation: str
    turns: tuple[Turn, ...]


class Way(msgspec.Struct, frozen=True):
    """A meeting that conveyed another, and what that one had demanded of the measure."""

    date: str
    meeting: Ref
    conveyed_date: str
    conveyed: Ref
    demands: tuple[Ref, ...]
    proofs: Proofs


class Told(msgspec.Struct, frozen=True):
    """The whole trace."""

    tracks: tuple[Track, ...]
    way: tuple[Way, ...]


def trace_of(library: Library, measure: str) -> Told:
    """The trace of the measure of that name."""
    found = trace_measure(library.store, measure)
    tracks = tuple(_track(library, found, line) for line in found.lines)
    return Told(tracks, tuple(_way(library, leg) for leg in found.way))


def _track(library: Library, trace: Trace, line: Line) -> Track:
    turns = tuple(_turn(library, trace.steps[turn.step], turn.pieces) for turn in line.turns)
    return Track(ref_by_name(library, Label.MEASURE, line.measure), line.relation, turns)


def _turn(library: Library, step: Step, pieces: tuple[Piece, ...]) -> Turn:
    meeting = ref_by_name(library, Label.MEETING, step.meeting, step.date) if step.meeting else None
    speaks = step.speaker and step.speaker_kind and step.speaker_kind != Label.MEETING
    return Turn(
        date=step.date or step.published or "",
        meeting=meeting,
        chairs=tuple(ref_by_name(library, Label.PERSON, chair) for chair in step.chairs),
        speaker=ref_by_name(library, str(step.speaker_kind), str(step.speaker)) if speaks else None,
        verb=step.verb or "",
        pieces=pieces,
        words=step.words,
        conveyed_from=tuple(_origin(library, name) for name in step.conveyed_from),
        proofs=proofs(library, step.evidence, step.quotes),
    )


def _way(library: Library, leg: Leg) -> Way:
    return Way(
        date=leg.date or "",
        meeting=ref_by_name(library, Label.MEETING, leg.meeting, leg.date),
        conveyed_date=leg.conveyed_date or "",
        conveyed=_origin(library, leg.conveyed, leg.conveyed_date),
        demands=tuple(ref_by_name(library, Label.MEASURE, name) for name in leg.conveyed_demands),
        proofs=proofs(library, leg.evidence, leg.quotes),
    )


def _origin(library: Library, name: str, date: str | None = None) -> Ref:
    """What was conveyed: a meeting, or a paper."""
    found = ref_by_name(library, Label.MEETING, name, date)
    return found if found.key else ref_by_name(library, Label.DOCUMENT, name)
