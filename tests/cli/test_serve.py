"""`kg serve` as a process: where it listens, what it says, how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Kg
from tests.gold_graph import ROOT


def test_it_says_where_it_is_answers_there_and_ends_when_interrupted(store_file: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "kg",
        "serve",
        "--port",
        "0",
        "--to",
        str(store_file),
        "--texts",
        str(ROOT / "seeds"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        try:
            said = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert found and str(store_file) in said
            with urllib.request.urlopen(f"{found[0]}search.json?q=wt", timeout=60) as answer:
                assert "韦韬" in answer.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(60) in (0, 130)
        assert process.stdout.read() == ""
        assert "Traceback" not in process.stderr.read()


def test_a_port_that_is_taken_is_told_before_anything_is_read(kg: Kg, store_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = kg("serve", "--port", taken.getsockname()[1], "--to", store_file)
    assert told.exit_code == 2 and "Choose another port" in told.stderr


def test_an_address_that_is_none_is_told(kg: Kg, store_file: Path) -> None:
    told = kg("serve", "--host", "no.such.host.invalid", "--port", 0, "--to", store_file)
    assert told.exit_code == 2 and "no.such.host.invalid" in told.stderr


def test_a_store_that_does_not_answer_is_told(kg: Kg) -> None:
    told = kg("serve", "--port", 0, "--to", "bolt://127.0.0.1:1")
    assert told.exit_code == 3 and "does not answer" in told.stderr
