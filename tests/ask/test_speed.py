"""An answer is there at once."""

from __future__ import annotations

from time import process_time

from kg.ask import ask
from kg.store.embedded import EmbeddedStore

ALLOWED = 0.8  # seconds, the names of the store read anew as for each call of the command


def test_a_warm_answer(asked_store: EmbeddedStore) -> None:
    ask(asked_store, "谁主持了第119次会议？")
    before = process_time()
    assert ask(asked_store, "韦涛4月4日参加了哪些会议？").found
    assert process_time() - before < ALLOWED
