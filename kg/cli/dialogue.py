"""Questions typed one after the other, with history and completion of the names in the store.

`prompt_toolkit` is what knows how wide a Chinese character is, keeps a history between sessions, and completes in the
middle of a line: Chinese has no blanks, so a name begins anywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory

from kg.ask import Names

LONGEST = 12  # characters before the cursor that may begin a name
MOST = 30


class NameCompleter(Completer):
    """Names of which the text before the cursor ends with a beginning, the longest beginning first."""

    def __init__(self, names: Names) -> None:
        known = {form: name.name for kind in names.by_kind.values() for name in kind for form in name.forms}
        self._names = known
        self._forms = sorted(known)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """What the line editor asks for."""
        before = document.text_before_cursor
        for length in range(min(LONGEST, len(before)), 0, -1):
            found = self._beginning(before[-length:].lower())
            if found:
                return [Completion(name, start_position=-length) for name in found]
        return []

    def _beginning(self, text: str) -> list[str]:
        first = bisect_left(self._forms, text)
        forms = (form for form in self._forms[first : first + MOST] if form.startswith(text) and form != text)
        return list(dict.fromkeys(self._names[form] for form in forms))


def questions(names: Names) -> Iterator[str]:
    """What is typed, line by line, until end of input (Ctrl-D) or an interruption."""
    history = user_state_path("kg", ensure_exists=True) / "questions"
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(history)), completer=NameCompleter(names), complete_while_typing=False
    )
    while True:
        try:
            asked = session.prompt("? ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if asked:
            yield asked
