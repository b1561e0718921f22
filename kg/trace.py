"""The trace of a measure, put together from canned queries:

    trace = trace_measure(store, "落地核酸+点对点转运+精准赋码")
    for step in trace.steps:
        print(step.date, step.meeting, step.speaker, step.words, step.evidence)

Which meetings demanded it or a part of it, in whose words, how those changed from one meeting to the next, and by which
meetings it was carried down the ranks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import msgspec

from kg.queries import Asked, run
from kg.wording import Piece, changes, clause, nearest

NEAR = 8  # names shown to someone who asked for a measure that is not there


class Step(msgspec.Struct, frozen=True):
    """One demand. What the sources do not tell is None or empty; dates are EDTF.

    `relation`: `whole` (the measure itself), `variant` (another wording of it), `part` (a part alone); `measures` are
    the names that the demand is filed under, `wordings` the forms its words really hold; `conveyed_from` are the
    meetings and papers whose spirit the same meeting conveyed; `published` is the day of the first report.
    """

    date: str | None
    published: str | None
    meeting: str | None
    chairs: tuple[str, ...]
    speaker: str | None
    speaker_kind: str | None
    verb: str | None
    words: str
    relation: str
    measures: tuple[str, ...]
    wordings: tuple[str, ...]
    conveyed_from: tuple[str, ...]
    evidence: tuple[str, ...]
    quotes: tuple[str, ...]


class Leg(msgspec.Struct, frozen=True):
    """One leg of the way: a meeting that conveyed another; `conveyed_demands` is what that one asked of the measure."""

    date: str | None
    meeting: str
    conveyed_date: str | None
    conveyed: str
    conveyed_demands: tuple[str, ...]
    verbs: tuple[str, ...]
    evidence: tuple[str, ...]
    quotes: tuple[str, ...]


class Turn(msgspec.Struct, frozen=True):
    """The wording of one step, whose place in `Trace.steps` is `step`.

    `clause` is the clause that names the measure, `pieces` what changed in it since the meeting before.
    """

    step: int
    clause: str
    pieces: tuple[Piece, ...]


class Line(msgspec.Struct, frozen=True):
    """The turns of the measure itself (`relation` whole, its variants with it) or of one of its parts, in time."""

    measure: str
    relation: str
    turns: tuple[Turn, ...]


class Trace(msgspec.Struct, frozen=True):
    """A measure's steps in time and the way it was conveyed; `lines` are the same steps told by what they are about.

    `near`: names to try where nothing was found.
    """

    measure: str
    parts: tuple[str, ...]
    steps: tuple[Step, ...]
    way: tuple[Leg, ...]
    lines: tuple[Line, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether anybody demanded the measure or a part of it."""
        return bool(self.steps)

    def told(self) -> Iterator[tuple[Step, Turn]]:
        """Every step in time, with its wording in the first line it belongs to."""
        turns: dict[int, Turn] = {}
        for line in self.lines:
            for turn in line.turns:
                turns.setdefault(turn.step, turn)
        return ((step, turns[place]) for place, step in enumerate(self.steps))


def trace_measure(store: Asked, measure: str) -> Trace:
    """The trace of the measure of that name or alias; `found` is false where no demand names it."""
    steps = msgspec.convert(run(store, "trace", {"measure": measure}), tuple[Step, ...])
    way = msgspec.convert(run(store, "trace_way", {"measure": measure}), tuple[Leg, ...])
    parts: dict[str, set[str]] = {}
    for row in run(store, "parts", {"measure": measure}):
        parts.setdefault(row["part"], set()).add(row["wording"])
    return Trace(
        measure, tuple(parts), steps, way, tuple(_lines(measure, steps, parts)), () if steps else _near(store, measure)
    )


def _lines(measure: str, steps: tuple[Step, ...], parts: Mapping[str, set[str]]) -> Iterator[Line]:
    """The measure's own line, then one for each part that is demanded alone."""
    whole = [place for place, step in enumerate(steps) if step.relation != "part"]
    lines = [(measure, "whole", whole, {measure})]
    for part, wordings in parts.items():
        alone = [n for n, step in enumerate(steps) if step.relation == "part" and wordings & {*step.measures}]
        lines.append((part, "part", alone, wordings))
    for name, relation, places, names in lines:
        if places:
            yield Line(name, relation, tuple(_turns(steps, places, names)))


def _turns(steps: tuple[Step, ...], places: Iterable[int], names: set[str]) -> Iterator[Turn]:
    """Each wording beside the most similar one of the meeting before."""
    before: list[str] = []
    for _, same_meeting in groupby(places, key=lambda place: (steps[place].meeting, steps[place].date)):
        now: list[str] = []
        for place in same_meeting:
            now.append(_said(steps[place], names))
            yield Turn(place, now[-1], changes(nearest(now[-1], before), now[-1]))
        before = now


def _said(step: Step, names: set[str]) -> str:
    """The clause that names the line's own measure: one demand may name several."""
    forms = (*step.wordings, *step.measures)
    own = [form for form in forms if any(form in name or name in form for name in names)]
    return clause(step.words, own or forms)


def _near(store: Asked, measure: str) -> tuple[str, ...]:
    """Names that hold the words asked for, or that share most of their beginning with them."""
    for length in range(len(measure), 1, -1):
        if rows := run(store, "measures", {"measure": measure[:length], "limit": NEAR}):
            return tuple(row["measure"] for row in rows)
    return ()
