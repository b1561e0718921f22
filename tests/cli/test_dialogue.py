"""Questions typed one after the other, with a line editor that reads from a pipe as from a keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.ask import Names
from kg.ask.names import Name
from kg.cli.dialogue import NameCompleter, questions

NAMES = Names([
    Name("Person", "person/韦韬", "韦韬"),
    Name("Measure", "measure/精准赋码", "精准赋码", ("赋码",)),
    Name("Meeting", "meeting/1", "太原市疫情防控工作领导小组第108次会议"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("韦", ["韦韬"]),
        ("4月4日韦", ["韦韬"]),
        ("谁主持了太原市", ["太原市疫情防控工作领导小组第108次会议"]),
        ("“赋", ["精准赋码"]),
        ("谁", []),
        ("", []),
    ],
)
def test_names_are_completed_in_the_middle_of_a_line(typed: str, completed: list[str]) -> None:
    found = list(NameCompleter(NAMES).get_completions(Document(typed), CompleteEvent()))
    assert [one.text for one in found] == completed
    assert all(
        typed[: one.start_position] + one.text == typed.removesuffix(typed[one.start_position :]) + one.text
        for one in found
    )


def test_a_dialogue_ends_with_the_input_and_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("谁主持了第119次会议？\r\r韦韬参加了哪些会议\r\x04")
        assert list(questions(NAMES)) == ["谁主持了第119次会议？", "韦韬参加了哪些会议"]
    assert "谁主持了第119次会议？" in (tmp_path / "kg" / "questions").read_text(encoding="utf-8")
