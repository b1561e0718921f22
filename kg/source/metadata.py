"""What a text file cannot say of itself: publisher, date and jurisdiction, told by a `sources.toml` beside it.

    ["*.txt"]                          # a table is a file name or a shell pattern; the order in the file counts,
    jurisdiction = "山西省太原市"      # later tables add to and overrule earlier ones
    ["000_ab0f9fe375525ce3.txt"]
    date = "2022-04-06"

Dates are EDTF level 1 with unspecified digits: `2022-04-06`, `2022-04`, `XXXX-04-04`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.language import tr

FILE_NAME = "sources.toml"
_EDTF_DAY = re.compile(r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?")


class Metadata(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is known of a source besides its text; an empty string where it is not known."""

    date: str = ""
    title: str = ""
    publisher: str = ""
    jurisdiction: str = ""

    def __post_init__(self) -> None:
        check_date(self.date)


def check_date(text: str) -> None:
    """ValueError unless `text` is empty or a date as this package writes them (EDTF, day precision or coarser)."""
    if text and not _is_date(text):
        raise ValueError(tr("date must look like 2022-05-25, 2022-05 or XXXX-05-25 (EDTF), not {text!r}", text=text))


def _is_date(text: str) -> bool:
    if not _EDTF_DAY.fullmatch(text):
        return False
    if "X" in text or len(text) < len("2022-05-25"):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def load(folder: Path) -> Mapping[str, Metadata]:
    """The tables of the folder's `sources.toml`; nothing where there is none.

    Raises InputError when the file is not what the module's docstring tells.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return {}
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Metadata])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(
            str(path), tr("{error}; seeds/sources.toml shows what may stand there", error=error)
        ) from error


def lookup(tables: Mapping[str, Metadata], file_name: str) -> Metadata:
    """All that the tables say of one file."""
    known: dict[str, str] = {}
    for pattern, table in tables.items():
        if fnmatchcase(file_name, pattern):
            known |= msgspec.to_builtins(table)
    return Metadata(**known)
