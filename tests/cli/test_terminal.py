"""Manners at a real terminal and towards a pipe."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.terminal import at_terminal

STYLED = re.compile(r"\x1b\[[0-9;]+m")
COLOURED = re.compile(r"\x1b\[(?:[0-9;]*;)?[34]\dm")


def test_rows_are_a_table_to_a_terminal_and_lines_to_a_pipe(store_file: Path) -> None:
    call = ("-m", "kg", "query", "chaired", "--to", str(store_file))
    assert "─────" in at_terminal(*call)
    piped = subprocess.run([sys.executable, *call], capture_output=True, text=True, check=True).stdout
    assert {json.loads(line)["chair"] for line in piped.splitlines()} == {"林武", "韦韬", "张韬"}
    assert not STYLED.search(piped)


def test_wide_characters_keep_a_table_within_the_terminal(store_file: Path) -> None:
    shown = STYLED.sub("", at_terminal("-m", "kg", "query", "chaired", "--to", str(store_file), columns=70))
    assert max(map(cell_len, shown.splitlines())) <= 70


def test_styles_at_a_terminal_but_no_colours_where_they_are_not_wanted() -> None:
    assert STYLED.search(at_terminal("-m", "kg", "--help"))
    assert not STYLED.search(at_terminal("-m", "kg", "--help", NO_COLOR="1"))
    assert COLOURED.search(at_terminal("-m", "kg", "query", "nothing"))
    assert not COLOURED.search(at_terminal("-m", "kg", "query", "nothing", NO_COLOR="1"))


LONG = """
import time
from kg.cli.progress import progress
with progress({after}) as show:
    for n in range(1, 31):
        time.sleep(0.02)
        show("articles", n, 30)
"""


def test_long_work_shows_a_bar_with_its_rate_and_remaining_time() -> None:
    shown = at_terminal("-c", LONG.format(after=0.05))
    assert re.search(r"articles.*━.*\d+/30 .*\d+/s .*\d:\d\d:\d\d.* \d:\d\d:\d\d", STYLED.sub("", shown))


def test_short_work_passes_in_silence() -> None:
    assert at_terminal("-c", LONG.format(after=30)).strip() == ""


def test_progress_leaves_a_pipe_alone() -> None:
    code = LONG.format(after=0)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def completed(words: str, at: int, **environment: str) -> list[str]:
    """What bash is offered for the word `at` of a line."""
    asked = {"_KG_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(at), **environment}
    call = [sys.executable, "-c", "from kg.cli import app; app(prog_name='kg')"]
    done = subprocess.run(call, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("kg tr", ["trace"]),
        ("kg query chai", ["chaired"]),
        ("kg query attended pe", ["person="]),
        ("kg query documents action=P", ["action=PUBLISHED"]),
        ("kg query nothing x", []),
        ("kg query chaired zzz=", []),
    ],
)
def test_commands_queries_and_parameters_are_completed(words: str, offered: list[str]) -> None:
    assert completed(words, len(words.split()) - 1) == offered


def test_names_are_completed_from_the_store(store_file: Path) -> None:
    to = f"--to {store_file}"
    assert completed(f"kg query {to} chaired person=张", 5) == [f"person={n}" for n in _people(store_file, "张")]
    assert completed(f"kg query {to} chaired person = 韦", 7) == ["韦韬"]  # as bash takes the line apart
    assert completed(f"kg trace {to} 点对", 4) == ["点对点转运"]
    assert completed("kg trace --to bolt://localhost:1 点对", 4) == []


def _people(store_file: Path, start: str) -> list[str]:
    from kg.store import open_store

    with open_store(str(store_file)) as store:
        rows = store.run("MATCH (p:Person) WHERE p.name STARTS WITH $start RETURN p.name AS name", {"start": start})
    assert len(rows) > 1
    return sorted(row["name"] for row in rows)
