"""What is told on stderr: progress, and the inputs that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def counting(what: str) -> Iterator[Callable[[], None]]:
    """A counter on stderr that goes up at each call; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed} {task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda: progress.advance(task)
