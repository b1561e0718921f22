"""The trace of a measure, put together from canned queries:

    trace = trace_measure(store, "落地核酸+点对点转运+精准赋码")
    for step in trace.steps:
        print(step.date, step.meeting, step.speaker, step.words, step.evidence)

Which meetings demanded it or a part of it, in whose words, and by which meetings it was carried down the ranks.
"""

from __future__ import annotations

import msgspec

from kg.queries import Asked, run

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


class Trace(msgspec.Struct, frozen=True):
    """A measure's steps in time and the way it was conveyed. `near`: names to try where nothing was found."""

    measure: str
    parts: tuple[str, ...]
    steps: tuple[Step, ...]
    way: tuple[Leg, ...]
    near: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether anybody demanded the measure or a part of it."""
        return bool(self.steps)


def trace_measure(store: Asked, measure: str) -> Trace:
    """The trace of the measure of that name or alias; `found` is false where no demand names it."""
    steps = msgspec.convert(run(store, "trace", {"measure": measure}), tuple[Step, ...])
    way = msgspec.convert(run(store, "trace_way", {"measure": measure}), tuple[Leg, ...])
    return Trace(measure, _parts(store, measure), steps, way, () if steps else _near(store, measure))


def _parts(store: Asked, measure: str) -> tuple[str, ...]:
    for row in run(store, "measures", {"measure": measure}):
        if measure in (row["measure"], *row["aliases"]):
            return tuple(row["parts"])
    return ()


def _near(store: Asked, measure: str) -> tuple[str, ...]:
    """Names that hold the words asked for, or that share most of their beginning with them."""
    for length in range(len(measure), 1, -1):
        if rows := run(store, "measures", {"measure": measure[:length], "limit": NEAR}):
            return tuple(row["measure"] for row in rows)
    return ()
