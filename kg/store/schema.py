"""The schema: numbered files in `cypher/schema/`, each applied once to a store and recorded there with its checksum.

A file that was applied is never edited; what changes goes into a new file with the next number. A header line
`// store: neo4j` keeps a file from the stores it does not name. Statements end with `;` at the end of a line and say
IF NOT EXISTS, so that an application that was cut off can be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kg.errors import SchemaChanged
from kg.language import tr
from kg.resources import cypher_folder

RECORDED = "MATCH (f:_SchemaFile) RETURN f.key AS file, f.checksum AS checksum"
RECORD = "MERGE (f:_SchemaFile {key: $file}) SET f.checksum = $checksum"
_NUMBERED = re.compile(r"\d{3}_\w+\.cypher")
_STORES = re.compile(r"^// store: (.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)


class SchemaFile(NamedTuple):
    """One numbered file: its name, the checksum of its text, the statements in it."""

    name: str
    checksum: str
    statements: tuple[str, ...]


class SchemaState(NamedTuple):
    """Names of schema files a store has, lacks, and has in another wording than the folder."""

    applied: tuple[str, ...]
    pending: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def version(self) -> str:
        """The number of the last applied file, `000` where there is none."""
        return max((name.partition("_")[0] for name in self.applied), default="000")


class SchemaStore(Protocol):
    """What applying a schema asks of a store. `name` is what `// store:` lines call it."""

    name: str

    def recorded(self) -> Mapping[str, str]:
        """Applied files with their checksums."""

    def define(self, statement: str) -> None:
        """Run one statement that defines a constraint or an index."""

    def record(self, file: str, checksum: str) -> None:
        """Note that a file was applied."""


def schema_files(store: str, folder: Path | None = None) -> list[SchemaFile]:
    """The files meant for a store, in the order of their numbers. Line ends do not count in the checksum."""
    paths = sorted(path for path in (folder or cypher_folder("schema")).iterdir() if _NUMBERED.fullmatch(path.name))
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    return [_parse(name, text) for name, text in texts.items() if _meant_for(store, text)]


def state(recorded: Mapping[str, str], files: Iterable[SchemaFile]) -> SchemaState:
    """Hold what a store has against the folder."""
    files = list(files)
    return SchemaState(
        applied=tuple(sorted(recorded)),
        pending=tuple(file.name for file in files if file.name not in recorded),
        changed=tuple(file.name for file in files if recorded.get(file.name, file.checksum) != file.checksum),
    )


def apply_schema(store: SchemaStore, folder: Path | None = None) -> SchemaState:
    """Apply the files the store lacks, in order; SchemaChanged, with nothing done, where an applied one was edited."""
    files = schema_files(store.name, folder)
    found = state(store.recorded(), files)
    for name in found.changed:
        raise SchemaChanged(
            name,
            tr(
                "cypher/schema/{name} is not as it was when this store was set up. Undo the edit and put the change "
                "into a new file with the next number; or load into a new, empty store.",
                name=name,
            ),
        )
    for file in files:
        if file.name in found.pending:
            for statement in file.statements:
                store.define(statement)
            store.record(file.name, file.checksum)
    return found


def _parse(name: str, text: str) -> SchemaFile:
    bare = _COMMENT.sub("", text)
    statements = tuple(part.strip() for part in re.split(r";\s*$", bare, flags=re.MULTILINE) if part.strip())
    return SchemaFile(name, sha256("\n".join(text.splitlines()).encode()).hexdigest(), statements)


def _meant_for(store: str, text: str) -> bool:
    named: list[Any] = _STORES.findall(text)
    return not named or any(store in line.split() for line in named)
