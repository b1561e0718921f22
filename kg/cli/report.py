"""What is told on stderr: messages, and the inputs that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from kg.language import tr

if TYPE_CHECKING:
    from kg.source.record import Problem


def say(message: str) -> None:
    """One line on stderr."""
    typer.echo(message, err=True)


def leave_if_any(problems: Sequence[Problem]) -> None:
    """Name each input that could not be read; leave with exit code 1 if there was one."""
    for problem in problems:
        say(str(problem))
    if problems:
        say(tr("Inputs that could not be read: {n}; the rest was done.", n=len(problems)))
        raise typer.Exit(1)
