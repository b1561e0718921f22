"""What a command costs before it does anything, and how much memory reading takes, each in processes of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_TIMES = 5
_STATUS = Path("/proc/self/status")
_READING = """
import sys
from bench.startup import peak
from kg.reading import extract_all
from kg.source.reader import read
for _ in extract_all(read(sys.argv[1:])):
    pass
print(peak())
"""


def seconds() -> dict[str, float]:
    """Process seconds of `kg --help`, and of `kg ask` on a store of the seed pages: the least of several warm runs."""
    with tempfile.TemporaryDirectory() as folder:
        graph, store = f"{folder}/graph.jsonl", f"{folder}/graph.kgl"
        _run("-m", "kg", "extract", "seeds", "-o", graph)
        _run("-m", "kg", "load", graph, "--to", store)
        asked = ("-m", "kg", "ask", "谁主持了会议？", "--to", store)
        commands = {"kg --help": ("-m", "kg", "--help"), "kg ask": asked}
        return {name: min(_seconds(*command) for _ in range(_TIMES)) for name, command in commands.items()}


def megabytes(paths: Sequence[Path]) -> float:
    """The most memory a process holds that extracts all of the paths and keeps nothing."""
    return float(_run("-c", _READING, *map(str, paths)))


def peak() -> float:
    """The most megabytes this process has held; where the system tells, without what it had of its parent's."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(*arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(*arguments: str) -> str:
    """What one run of Python prints, whatever it leaves with."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False).stdout
