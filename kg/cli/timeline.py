"""A trace for a reader: a time line for the measure and for each of its parts, the way it went, the proofs."""

from __future__ import annotations

from itertools import accumulate, groupby

import msgspec
from rich.cells import chop_cells
from rich.console import Console
from rich.text import Text

from kg.cli.rows import proof_lines
from kg.language import tr
from kg.trace import Leg, Line, Step, Trace, Turn
from kg.wording import Piece

_COLOURS = {"gone": "red strike", "new": "bold green"}
_BRACKETS = {"gone": "[-{}-]", "new": "{{+{}+}}"}  # as `git diff --word-diff` marks them


def print_trace(trace: Trace) -> None:
    """Print a trace on stdout: changes of wording in colour on a terminal, between brackets elsewhere."""
    console = Console(highlight=False)
    plain = console.no_color or console.color_system is None
    if trace.parts:
        console.print(Text(f"{trace.measure} = {' + '.join(trace.parts)}"))
    for line in trace.lines:
        _print_line(console, trace, line, plain)
    if any(piece.kind != "same" for line in trace.lines for turn in line.turns for piece in turn.pieces):
        marks = Text(f"\n{tr('Since the meeting before:')} ")
        gone, new = Piece("gone", tr("left out")), Piece("new", tr("added"))
        console.print(marks + _marked(gone, plain) + " " + _marked(new, plain))
    if trace.way:
        _print_way(console, trace)
    rows = [msgspec.structs.asdict(step) for step in (*trace.steps, *trace.way)]
    console.print()
    for text in proof_lines(rows, console.width):
        console.print(Text(text))


def _print_line(console: Console, trace: Trace, line: Line, plain: bool) -> None:
    alone = tr("{part}, a part of it, demanded alone", part=line.measure)
    told = line.measure if line.relation == "whole" else alone
    console.print(Text(f"\n{told}", style="bold"))
    by_meeting = groupby(line.turns, key=lambda turn: _heading(trace.steps[turn.step]))
    for (date, heading), turns in by_meeting:
        _print_folded(console, Text(heading), f"  {date:<10}  ")
        for turn in turns:
            _print_folded(console, _told(trace.steps[turn.step], turn, plain), " " * 16)


def _print_folded(console: Console, text: Text, start: str) -> None:
    """Print a text folded wherever a line is full, as Chinese is, its lines below one another behind `start`."""
    lines = chop_cells(text.plain, max(20, console.width - len(start)))
    ends = list(accumulate(map(len, lines)))
    for number, line in enumerate(text.divide(ends[:-1])):
        console.print(Text(start if not number else " " * len(start)) + line, no_wrap=True, crop=False)


def _heading(step: Step) -> tuple[str, str]:
    chairs = f" {tr('(chaired by {names})', names=', '.join(step.chairs))}" if step.chairs else ""
    return step.date or step.published or tr("no date"), f"{step.meeting or tr('at no meeting')}{chairs}"


def _told(step: Step, turn: Turn, plain: bool) -> Text:
    speaker = {"Meeting": "会议", None: ""}.get(step.speaker_kind, step.speaker or "")
    told = Text(f"{speaker}{step.verb or ''}：" if speaker or step.verb else "")
    if step.relation == "variant":
        told.append(f"〔{'、'.join(step.measures)}〕")
    for piece in turn.pieces:
        told.append_text(_marked(piece, plain))
    return told.append(f"  [{turn.step + 1}]", style="dim")


def _marked(piece: Piece, plain: bool) -> Text:
    if piece.kind == "same":
        return Text(piece.text)
    return Text(_BRACKETS[piece.kind].format(piece.text)) if plain else Text(piece.text, style=_COLOURS[piece.kind])


def _print_way(console: Console, trace: Trace) -> None:
    """Where it came from: under each meeting, what it conveyed."""
    console.print(Text(f"\n{tr('The way it went: which meeting conveyed which')}", style="bold"))
    conveyed = {leg.conveyed for leg in trace.way}
    latest = [leg for leg in trace.way if leg.meeting not in conveyed] or trace.way  # or they conveyed one another
    for meeting, date in dict.fromkeys((leg.meeting, leg.date) for leg in latest):
        _print_folded(console, Text(meeting), f"  {date or tr('no date'):<10}  ")
        _print_legs(console, trace, meeting, (meeting,))


def _print_legs(console: Console, trace: Trace, meeting: str, above: tuple[str, ...]) -> None:
    for number, leg in enumerate(trace.way, len(trace.steps) + 1):
        if leg.meeting == meeting and leg.conveyed not in above:
            _print_folded(console, _leg(leg, number), f"{'    ' * len(above)}          └ ")
            _print_legs(console, trace, leg.conveyed, (*above, leg.conveyed))


def _leg(leg: Leg, number: int) -> Text:
    date = f" ({leg.conveyed_date})" if leg.conveyed_date else ""
    demanded = tr(", which demanded {names}", names="、".join(leg.conveyed_demands)) if leg.conveyed_demands else ""
    told = Text(f"{'、'.join(leg.verbs)}：{leg.conveyed}{date}{demanded}")
    return told.append(f"  [{number}]", style="dim")
