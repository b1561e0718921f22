"""How far long work is: bars on stderr with their rate and the time that remains, shown once it takes two seconds.

with progress() as show:
for done, item in enumerate(items, 1):
...
show(tr("items"), done, len(items))
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, Task, TaskID
    from rich.text import Text

Show = Callable[[str, int, int | None], None]  # what is counted, how many are done, of how many (None: unknown)
AFTER = 2.0  # seconds that pass in silence


@contextmanager
def progress(after: float = AFTER) -> Iterator[Show]:
    """A bar for each thing that is counted; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    bars = _bars()
    tasks: dict[str, TaskID] = {}

    def show(what: str, done: int, total: int | None) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)

    waiting = Timer(after, bars.start)
    waiting.daemon = True
    waiting.start()
    try:
        yield show
    finally:
        waiting.cancel()
        bars.stop()


@contextmanager
def counting(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """One bar that goes up by one at each call."""
    with progress() as show:
        numbers = count(1)
        yield lambda: show(what, next(numbers), total)


def _bars() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
