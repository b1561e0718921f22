"""How rows reach the store: in batches, the next one made while the last is at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.loader import ahead, batches


@given(st.lists(st.integers()), st.integers(1, 7))
def test_batches_made_ahead_are_all_items_in_order(items: list[int], size: int) -> None:
    made = list(ahead(batches(items, size)))
    assert [item for batch in made for item in batch] == items
    assert all(len(batch) == size for batch in made[:-1])


def test_the_next_item_is_made_while_this_one_is_at_work() -> None:
    begun = threading.Event()

    def items() -> Iterator[str]:
        yield "first"
        begun.set()
        yield "second"

    coming = ahead(items())
    assert next(coming) == "first"
    assert begun.wait(10)
    assert list(coming) == ["second"]


def test_what_fails_while_items_are_made_is_told() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("a row that cannot be made")

    coming = ahead(items())
    assert next(coming) == 1
    with pytest.raises(ValueError, match="cannot be made"):
        next(coming)
