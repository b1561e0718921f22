"""All figures of speed in one run: `python -m bench [PATHS…] [--archive FOLDER] [--articles N] [--json FILE]`.

Prints a table and writes JSON. PATHS (the seed pages by default) and, where it is there, a sample of the archive are
measured; what is lacking is said.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bench import ratios, stages, startup
from kg.source.reader import read
from kg.source.record import Source

Figures = dict[str, dict[str, float]]

ARCHIVES = (Path("../shared/corpus"), Path("../../shared/corpus"))
SEED = 8
_FEWEST_TO_SHARE = 1000  # fewer are read before a second process is up


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("seeds")])
    parser.add_argument("--archive", type=Path, default=next((path for path in ARCHIVES if path.is_dir()), None))
    parser.add_argument("--articles", type=int, default=1500, help="how many of the archive, drawn with a fixed seed")
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"))
    asked = parser.parse_args()
    figures = {"start-up, process seconds": startup.seconds()}
    figures |= _of("given", _sources(asked.paths))
    if asked.archive is None:
        print("No archive of articles here (../shared/corpus): figures for the given texts only.")
    else:
        sample = random.Random(SEED).sample(_sources([asked.archive]), asked.articles)
        figures |= _of(f"{len(sample)} articles of the archive", sample)
    print(_table(figures))
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")


def _sources(paths: Sequence[Path]) -> list[Source]:
    return [item for item in read(paths) if isinstance(item, Source)]


def _of(name: str, sources: list[Source]) -> Figures:
    characters = sum(len(source.text) for source in sources)
    label = f"{name} ({characters:,} characters)"
    with _as_file(sources) as once, _as_file([*sources, *_copies(sources)]) as twice:
        memory = {"once": startup.megabytes([once]), "twice as much": startup.megabytes([twice])}
        seconds = stages.stages([once], os.cpu_count() or 1)
    found = {f"{label}: characters a process second": ratios.compare(sources)}
    if len(sources) >= _FEWEST_TO_SHARE:
        found[f"{label}: two processes beside one"] = {"times": ratios.scaling(sources)}
    return found | {
        f"{label}: megabytes to extract it": memory,
        f"{label}: seconds by the clock": seconds,
    }


def _copies(sources: Sequence[Source]) -> list[Source]:
    return [msgspec.structs.replace(source, id=f"{source.id}-2") for source in sources]


@contextmanager
def _as_file(sources: Sequence[Source]) -> Iterator[Path]:
    """The sources as a JSONL file."""
    fields = ("id", "text", "date", "title", "jurisdiction")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        rows = ({field: getattr(source, field) for field in fields} for source in sources)
        path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        yield path


def _table(figures: Figures) -> str:
    lines = []
    for title, values in figures.items():
        lines += ["", title]
        whole = sum(values.values()) if title.endswith("by the clock") else 0.0
        for name, value in values.items():
            share = f"{value / whole:7.0%}" if whole else ""
            lines.append(f"  {name:22} {value:14,.0f}" if value >= 1000 else f"  {name:22} {value:14.2f}{share}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
