"""Judgements: every merge and every refusal as a recorded statement that can be read, versioned and taken back.

A side of a judgement is a *reference*: either a printed name (`六稳`: every mention so named) or one mention
(`SOURCE#char=START,END`, the evidence entry of a name where it stands). Both outlive any rebuild, which node keys need
not. A file is JSON Lines, one judgement a line, people's decisions first, sorted, so that two versions of it can be
compared line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.language import tr
from kg.model import Label

CURATOR = "curator"
RULE = "rule:"


class Judgement(msgspec.Struct, frozen=True, kw_only=True, order=True, omit_defaults=True):
    """`a` and `b` are the same `label` (or are not): said by whom, on what date's evidence, and why.

    `by` is `rule:NAME` or a curator's name. `when` is the latest date of the evidence for a rule, so that a rebuild
    says exactly the same, and the day of the decision for a curator. `score` tells how sure, 0 to 1; `names` are what
    stands at two mentions; `weight` is the number of mentions that the other verdict would move, as far as it is known
    when it is given. Mentions prove themselves; for names `evidence` holds a few entries of `count`.
    """

    label: Label
    a: str
    b: str
    same: bool
    by: str
    reason: str
    when: str = ""
    score: float = 1.0
    evidence: tuple[str, ...] = ()
    count: int = 1
    names: tuple[str, ...] = ()
    weight: int = 1

    @property
    def worth(self) -> float:
        """What a curator's decision on it may be worth: mentions moved, times how unsure the rule is."""
        return 0.0 if self.decided else self.weight * (1 - self.score)

    @property
    def pair(self) -> tuple[Label, str, str]:
        """What is judged, whichever side was named first."""
        return self.label, *sorted((self.a, self.b))  # type: ignore[return-value]

    @property
    def decided(self) -> bool:
        """Whether a person decided it; such judgements overrule every rule."""
        return not self.by.startswith(RULE)


def decide(label: Label, a: str, b: str, *, same: bool, by: str, when: str, reason: str) -> Judgement:
    """A curator's decision. The sides are put in order, so that one pair is one judgement."""
    a, b = sorted((a, b))
    return Judgement(label=label, a=a, b=b, same=same, by=by or CURATOR, when=when, reason=reason)


def undo(judgements: Iterable[Judgement], label: Label, a: str, b: str) -> list[Judgement]:
    """The same judgements without the decisions on this pair: both sides come back as the rules see them."""
    pair = (label, *sorted((a, b)))
    return [j for j in judgements if not (j.decided and j.pair == pair)]


def latest(judgements: Iterable[Judgement]) -> dict[tuple[Label, str, str], Judgement]:
    """The decision in force for each pair: a later day overrules an earlier one, whatever the order of the file."""
    return {j.pair: j for j in sorted((j for j in judgements if j.decided), key=lambda j: (j.when, j))}


def read(path: Path) -> Iterator[Judgement]:
    """The judgements of a JSON Lines file; a line that is none raises InputError with its number."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _parse(path, number, line)


def decisions(path: Path) -> list[Judgement]:
    """What people decided in a file; nothing where there is no file yet."""
    return [judgement for judgement in read(path) if judgement.decided] if path.exists() else []


def _parse(path: Path, number: int, line: bytes) -> Judgement:
    try:
        return msgspec.json.decode(line, type=Judgement)
    except msgspec.DecodeError as error:
        raise InputError(
            str(path), tr("not a judgement ({error}); mend or remove the line", error=error), number
        ) from error


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write judgements one a line, people's decisions first, then the rules' verdicts, both sorted; all or nothing."""
    encoder = msgspec.json.Encoder()
    ordered = sorted(judgements, key=lambda j: (not j.decided, j))
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(b"".join(encoder.encode(j) + b"\n" for j in ordered))
    part.replace(path)
