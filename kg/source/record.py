"""What reading hands over: a `Source` for every text that could be read, a `Problem` for every one that could not."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was given: a newspaper page, or one record of a JSONL corpus.

    `text` is never altered (no line-end or Unicode normalisation), so that offsets hold. `id` is the SOURCE of its
    evidence: the record's `id`, or the file's name. `date` is EDTF (`2022-05-25`, `2022-05`, `XXXX-04-04`), empty when
    unknown; `jurisdiction` is the publisher's own region, largest first (`山西省太原市`), empty when unknown;
    `path` is the file it was read from, `line` its line there (0: the whole file).
    """

    id: str
    text: str
    date: str = ""
    title: str = ""
    publisher: str = ""
    jurisdiction: str = ""
    path: str = ""
    line: int = 0


class Problem(msgspec.Struct, frozen=True):
    """One input that could not be read: `line` counts from 1, 0 means the file as a whole."""

    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.reason}"
