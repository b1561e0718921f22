"""A program as somebody at a terminal sees it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys


def at_terminal(*call: str, columns: int = 100, **environment: str) -> str:
    """What `python CALL` prints with stdout and stderr being one terminal."""
    reader, terminal = os.openpty()
    settings = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns), **environment}
    process = subprocess.Popen([sys.executable, *call], stdout=terminal, stderr=terminal, env=settings)
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal by an error
        while chunk := os.read(reader, 65536):
            shown += chunk
    os.close(reader)
    process.wait()
    return shown.decode().replace("\r\n", "\n")
