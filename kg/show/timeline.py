"""What stands on the time line of a page: meetings and articles by day, or the demands of a trace by meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kg.model import Label
from kg.show.picture import Node, Picture

if TYPE_CHECKING:
    from kg.trace import Trace
    from kg.wording import Piece

_NO_DAY = "~"  # sorts behind every date


class Moment(msgspec.Struct, frozen=True):
    """One entry. `date` is EDTF, empty where unknown; `key` is the node it stands for, empty where none is drawn;
    `pieces` are its words where they are compared with those of the moment before.
    """

    date: str
    key: str
    title: str
    note: str = ""
    pieces: tuple[Piece, ...] = ()


def timeline(picture: Picture) -> tuple[Moment, ...]:
    """The meetings and articles of a picture in time; those without a full date come last."""
    dated = [node for node in picture.nodes if node.label in (Label.MEETING, Label.ARTICLE)]
    return tuple(Moment(_date(node), node.key, node.name) for node in sorted(dated, key=_place))


def trace_timeline(picture: Picture, trace: Trace) -> tuple[Moment, ...]:
    """The demands of a trace in time, each beside its meeting, with what changed in the measure's wording."""
    keys = {node.properties.get("text", node.name): node.key for node in picture.nodes if node.label is Label.DIRECTIVE}
    return tuple(
        Moment(
            date=step.date or step.published or "",
            key=keys.get(step.words, ""),
            title=step.meeting or step.speaker or "",
            note=" ".join(filter(None, (step.speaker if step.speaker_kind == "Person" else "", step.verb))),
            pieces=turn.pieces,
        )
        for step, turn in trace.told()
    )


def _date(node: Node) -> str:
    return str(node.properties.get("date") or "")


def _place(node: Node) -> tuple[str, str]:
    date = _date(node)
    return (date if date[:4].isdecimal() else _NO_DAY + date, node.key)
