"""What a curator looks at and decides: the file of judgements, most valuable doubts first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from kg.errors import UsageError
from kg.language import tr
from kg.model import Label
from kg.resolve import judgement
from kg.resolve.judgement import Judgement

DECIDABLE = (Label.PERSON, Label.MEETING, Label.MEASURE, Label.DOCUMENT, Label.BODY)


def doubtful(judgements: Iterable[Judgement], label: Label | None = None, name: str = "") -> list[Judgement]:
    """The rules' verdicts that a decision may be worth most on; pairs somebody decided are left out."""
    known = list(judgements)
    decided = {j.pair for j in known if j.decided}
    undecided = [j for j in known if j.worth and j.pair not in decided]
    wanted = [j for j in undecided if (label is None or j.label is label) and _names(j, name)]
    return sorted(wanted, key=lambda j: (-j.worth, j))


def about(judgements: Iterable[Judgement], reference: str) -> list[Judgement]:
    """All that was judged of a printed name, of a mention, or of a source's mentions."""
    return [j for j in judgements if _is_of(j, reference)]


def _is_of(found: Judgement, reference: str) -> bool:
    sides = (found.a, found.b, *found.names)
    return reference in sides or any(side.partition("#char=")[0] == reference for side in (found.a, found.b))


def _names(found: Judgement, name: str) -> bool:
    return any(name in text for text in found.names or (found.a, found.b))


def decide(path: Path, label: Label, a: str, b: str, *, same: bool, by: str, reason: str) -> Judgement:
    """Write a decision on two references into the file, made if it is not there; UsageError where it says nothing."""
    if label not in DECIDABLE:
        raise UsageError(
            tr(
                "No decision is taken on a {label}: choose one of {known}.",
                label=label,
                known=", ".join(map(str.lower, DECIDABLE)),
            )
        )
    if a == b:
        raise UsageError(
            tr("{a} and {a} are one reference. Two mentions of one name are told apart as SOURCE#char=START,END.", a=a)
        )
    known = list(judgement.read(path)) if path.exists() else []
    today = datetime.date.today().isoformat()
    made = judgement.decide(label, a, b, same=same, by=by, when=today, reason=reason)
    made = _with_names(made, known)
    judgement.write(path, [*judgement.undo(known, label, a, b), made])
    return made


def undo(path: Path, label: Label, a: str, b: str) -> list[Judgement]:
    """Take the decisions on a pair back; those that were taken back. UsageError where there is none."""
    known = list(judgement.read(path)) if path.exists() else []
    left = judgement.undo(known, label, a, b)
    taken = [j for j in known if j not in left]
    if not taken:
        raise UsageError(tr("Nobody decided on {a} and {b}. `kg resolve show {a}` tells what was judged.", a=a, b=b))
    judgement.write(path, left)
    return taken


def _with_names(made: Judgement, known: Sequence[Judgement]) -> Judgement:
    """The decision with what stands at its mentions, where other judgements tell."""
    told = {side: name for j in known for side, name in zip((j.a, j.b), j.names, strict=False)}
    names = tuple(told.get(side, side) for side in (made.a, made.b))
    return msgspec.structs.replace(made, names=names)
