"""The header of a canned query: what it answers, what it asks for, what it gives; read from its `//` lines.

The first line is the title in Chinese and English (Neo4j Browser shows a saved script under it), the other lines are
TOML:

    // 谁主持了会议 · Who chaired which meeting
    // parameters.person = { type = "string", default = "", about = "主持人姓名 · the chair's name" }
    // columns = ["date", "meeting", "chair", "evidence", "quotes"]
    // example.parameters = { person = "林武" }
    // example.first = { chair = "林武" }

A parameter without default must be given. `example.first` holds the columns of the first row that are worth checking.
"""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Literal

import msgspec

from kg.errors import QueryError
from kg.language import tr

Kind = Literal["string", "integer", "date", "list"]
Given = str | int | list[str]
MARK = "// "


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: Kind
    about: str
    default: Given | None = None
    choices: tuple[str, ...] = ()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters that have an answer on the seed pages, and what its first row says."""

    parameters: dict[str, Given]
    first: dict[str, str | int | float | bool | list[str]]


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: tuple[str, ...]
    example: Example
    parameters: dict[str, _Asked] = {}


class Parameter(msgspec.Struct, frozen=True):
    """What a query asks for. `default` is None where a value must be given; `about` is Chinese, then English.

    Where there are `choices`, a value is one of them, or empty.
    """

    name: str
    type: Kind
    default: Given | None
    about: str
    choices: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None


class Query(msgspec.Struct, frozen=True):
    """A canned query; `cypher` is the statement without its header."""

    name: str
    title_zh: str
    title_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: Example
    cypher: str

    @property
    def title(self) -> str:
        """Both titles."""
        return f"{self.title_zh} · {self.title_en}"


def read_query(path: Path) -> Query:
    """The query in a file, called like the file; QueryError where its header is not as it must be."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line.removeprefix(MARK) for line in takewhile(lambda line: line.startswith(MARK), lines)]
    title_zh, dot, title_en = (header or [""])[0].partition(" · ")
    if not dot:
        raise QueryError(tr("{path}: the first line must be `// 中文标题 · English title`.", path=path))
    try:
        # the title's line stays as an empty one, so that errors name the file's lines
        told = msgspec.toml.decode("\n".join(["", *header[1:]]), type=_Header)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise QueryError(tr("{path}: its header is wrong: {error}", path=path, error=error)) from error
    asked = tuple(
        Parameter(name, one.type, one.default, one.about, one.choices) for name, one in told.parameters.items()
    )
    body = "\n".join(lines[len(header) :]).strip()
    return Query(path.stem, title_zh, title_en, asked, told.columns, told.example, body)
