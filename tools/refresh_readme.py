"""Run what README*.md and docs/*.md show, and put the real output there: `refresh_readme.py [--check] [PAGE…]`.

A ```console block holds `$ command` lines, each followed by what it prints; a ```pycon block is an interactive session.
The commands of a page run in order in the project's folder, with an empty user data folder, stdout being a terminal 100
columns wide, so that the page shows what a reader sees; on a page called *.zh.md they speak Chinese. Only stdout is
shown. With --check nothing is written; the exit
code is 1, and the difference printed, where a page is out of date.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STYLE = re.compile(r"\x1b\[[0-9;]*m")
COLUMNS = 100


def pages() -> list[Path]:
    """Every page that may show commands."""
    return [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def refreshed(page: str, home: str, locale: str = "C.UTF-8") -> str:
    """The page with every block's output as it is today."""
    for name in [name for name in os.environ if name.startswith(("NEO4J_", "LC_"))]:
        del os.environ[name]  # what is shown does not depend on who looks
    os.environ.update(XDG_DATA_HOME=home, LANG=locale)  # the pycon sessions run in this process
    names: dict[str, Any] = {}

    def block(match: re.Match[str]) -> str:
        lines = _console(match[2]) if match[1] == "console" else _session(match[2], names)
        return "\n".join([f"```{match[1]}", *lines, "```"])

    return BLOCK.sub(block, page)


def _console(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("$ "):
            yield line
            yield from _tidy(_in_terminal(line.removeprefix("$ ")))


def _in_terminal(command: str) -> str:
    """What a command prints to a terminal."""
    reader, terminal = os.openpty()
    settings = {"COLUMNS": str(COLUMNS), "TERM": "xterm", "PATH": _path()}
    process = subprocess.Popen(
        command, shell=True, cwd=ROOT, stdout=terminal, stderr=subprocess.PIPE, env={**os.environ, **settings}
    )
    os.close(terminal)
    shown = b"".join(_chunks(reader))
    _, complaints = process.communicate()
    if process.returncode:
        raise SystemExit(f"$ {command}\nleft with {process.returncode}: {complaints.decode()}")
    return STYLE.sub("", shown.decode())


def _chunks(reader: int) -> Iterator[bytes]:
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal by an error
        while chunk := os.read(reader, 65536):
            yield chunk
    os.close(reader)


def _path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def _session(text: str, names: dict[str, Any]) -> Iterator[str]:
    for example in doctest.DocTestParser().get_examples(text):
        first, *rest = example.source.splitlines()
        yield from [f">>> {first}", *(f"... {line}" for line in rest)]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<page>", "single"), names)  # our own page's text
        yield from _tidy(printed.getvalue())


def _tidy(output: str) -> list[str]:
    return [line.rstrip() for line in output.strip("\r\n").splitlines()]


def main() -> int:
    """Refresh or check every page; the number of pages that are out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a page is out of date")
    parser.add_argument("pages", nargs="*", type=Path, default=pages(), help="these pages only")
    told = parser.parse_args()
    check = told.check
    stale = 0
    for path in told.pages:
        shown = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as home:
            today = refreshed(shown, home, "zh_CN.UTF-8" if path.name.endswith(".zh.md") else "C.UTF-8")
        if today == shown:
            continue
        stale += 1
        if check:
            both = shown.splitlines(keepends=True), today.splitlines(keepends=True)
            sys.stdout.writelines(difflib.unified_diff(*both, fromfile=path.name, tofile="today"))
        else:
            path.write_text(today, encoding="utf-8")
    return stale if check else 0


if __name__ == "__main__":
    sys.exit(main())
