"""Graph files: one module a format, found by its name.

A module of this package that can write has one of
- `write(graph, out)`: into one binary stream (jsonl, graphml, …);
- `write_folder(graph, folder)`: several files into a new folder (csv);
- `write_parts(parts, out)` besides: a graph that is not put together, line by line (jsonl); gives how many nodes and
  relationships there were;
and, where a graph can be read back from it equal, `read(path)` (jsonl, graphml, gexf).
Modules whose name starts with an underscore are helpers.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kg.errors import UsageError
from kg.language import tr


def formats() -> list[str]:
    """The names of the formats there are."""
    return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))


def exporter(name: str) -> ModuleType:
    """The module that writes format `name`; UsageError lists the formats where there is none of that name."""
    if name not in formats():
        raise UsageError(
            tr("There is no format {name!r}. The formats are: {known}.", name=name, known=", ".join(formats()))
        )
    return import_module(f"{__name__}.{name}")
