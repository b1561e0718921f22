"""`kg resolve`: who was taken for whom, checked, listed, decided and taken back."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.extract import CacheOption, PathsArgument, WorkersOption, build_counting
from kg.cli.help import examples
from kg.cli.report import leave_if_any, say
from kg.cli.rows import FormatOption, print_rows
from kg.errors import UsageError
from kg.language import tr

if TYPE_CHECKING:
    from kg.model import Label
    from kg.resolve.check import Verdict
    from kg.resolve.judgement import Judgement

app = typer.Typer()
commands = typer.Typer(
    no_args_is_help=True,
    help="See, check and decide who is who.",
    epilog=examples(
        "kg extract seeds --judgements judgements.jsonl -o graph.jsonl  # writes what was judged",
        "kg resolve list  # what is least sure",
        "kg resolve different 王伟 王玮  # a decision; reading again with the file follows it",
    ),
)
app.add_typer(commands, name="resolve")

_COLUMNS = ("label", "verdict", "reason", "score", "mentions", "when", "by", "evidence", "quotes")


class Kind(StrEnum):
    """What decisions are taken on."""

    PERSON = "person"
    MEETING = "meeting"
    MEASURE = "measure"
    DOCUMENT = "document"
    BODY = "body"


FileOption = Annotated[
    Path,
    typer.Option(
        "--judgements", "-J", envvar="KG_JUDGEMENTS", help="The file that `kg extract` or `kg load` --judgements wrote."
    ),
]
FollowedOption = Annotated[Path | None, typer.Option("--judgements", "-J", help="Decisions to follow.")]
KindOption = Annotated[Kind, typer.Option("--label", "-l", help="What the two references are.")]
Reference = Annotated[
    str, typer.Argument(help="A mention, SOURCE#char=START,END (`list` and `show` print them), or a printed name.")
]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", help="Why, for whoever reads it later.")]
ByOption = Annotated[str, typer.Option("--by", help="Who decides.", show_default="your user name")]
_FILE = Path("judgements.jsonl")


@commands.command(epilog=examples("kg resolve check pairs.jsonl graph.jsonl --texts news/"))
def check(
    pairs: Annotated[Path, typer.Argument(help="Judged pairs of mentions, one a line.")],
    paths: Annotated[list[Path] | None, typer.Argument(help="A graph file, or sources to extract first.")] = None,
    texts: Annotated[
        list[Path] | None, typer.Option("--texts", help="The sources' texts.", show_default="the sources given")
    ] = None,
    workers: WorkersOption = 1,
    judgements: FollowedOption = None,
    cache: CacheOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="Print each wrong pair instead.")] = False,
    form: FormatOption = None,
) -> None:
    """How often the graph agrees with judged pairs: one node where they are the same, two where they are not."""
    from kg.resolve import check as checking

    judged = checking.read_pairs(pairs)
    known, problems = _texts(texts or _sources(paths or []))
    built = build_counting(paths, workers, judgements, cache)
    verdicts = checking.check(built.graph, judged, known)
    if errors:
        print_rows(_wrong(verdicts), ("kind", "verdict", "a", "b", "in_a", "in_b", "why"), form)
    else:
        rows = [figures._asdict() for figures in checking.summary(verdicts)]
        print_rows(rows, checking.Figures._fields, form)
    leave_if_any(built.problems + problems)


@commands.command(name="list", epilog=examples("kg resolve list", "kg resolve list 韦韬 --label person"))
def list_(
    judgements: FileOption = _FILE,
    label: Annotated[Kind | None, typer.Option("--label", "-l", help="Only of these.")] = None,
    name: Annotated[str, typer.Argument(help="Only where a name holds this.")] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many.")] = 20,
    form: FormatOption = None,
) -> None:
    """The verdicts that are worth a second look, those that move most mentions and are least sure first."""
    from kg.resolve import review

    found = review.doubtful(_read(judgements), _label(label) if label else None, name)
    print_rows(_rows(found[:limit]), _COLUMNS, form)
    say(tr("{n} verdicts are open; `kg resolve same A B` and `kg resolve different A B` decide one.", n=len(found)))


@commands.command(epilog=examples("kg resolve show 韦韬"))
def show(
    reference: Annotated[str, typer.Argument(help="A name, a mention (SOURCE#char=START,END), or a source.")],
    judgements: FileOption = _FILE,
    form: FormatOption = None,
) -> None:
    """All that was judged of a name, a mention or a source, by rules and by people."""
    from kg.resolve import review

    print_rows(_rows(review.about(_read(judgements), reference)), _COLUMNS, form)


@commands.command(epilog=examples("kg resolve same 韦韬 韦涛 --reason 'one is a misprint'"))
def same(
    a: Reference,
    b: Reference,
    label: KindOption = Kind.PERSON,
    reason: ReasonOption = "",
    by: ByOption = "",
    judgements: FileOption = _FILE,
    form: FormatOption = None,
) -> None:
    """Decide that two are one; the next `kg extract` or `kg load` with this file follows it."""
    _decide(a, b, True, label, reason, by, judgements, form)


@commands.command(epilog=examples("kg resolve different 王伟 王玮"))
def different(
    a: Reference,
    b: Reference,
    label: KindOption = Kind.PERSON,
    reason: ReasonOption = "",
    by: ByOption = "",
    judgements: FileOption = _FILE,
    form: FormatOption = None,
) -> None:
    """Decide that two are two, whatever a third mention may suggest."""
    _decide(a, b, False, label, reason, by, judgements, form)


@commands.command(epilog=examples("kg resolve undo 韦韬 韦涛"))
def undo(
    a: Reference,
    b: Reference,
    label: KindOption = Kind.PERSON,
    judgements: FileOption = _FILE,
    form: FormatOption = None,
) -> None:
    """Take a decision back: the rules judge the pair again, and nothing is lost."""
    from kg.resolve import review

    print_rows(_rows(review.undo(judgements, _label(label), a, b)), _COLUMNS, form)


@commands.command(epilog=examples("kg resolve report graph.jsonl", "kg resolve report news/ -f csv"))
def report(
    paths: PathsArgument = None,
    workers: WorkersOption = 1,
    judgements: FollowedOption = None,
    cache: CacheOption = None,
    form: FormatOption = None,
) -> None:
    """What does not fit together: two holders of one post at one time, a meeting's number against the calendar."""
    from kg.resolve.findings import findings

    built = build_counting(paths, workers, judgements, cache)
    found = findings(built.graph)
    print_rows([finding._asdict() for finding in found], ("kind", "what", "evidence", "quotes"), form)
    leave_if_any(built.problems)


@commands.command(epilog=examples("kg resolve sample graph.jsonl --label meeting", "kg resolve sample news/ --seed 7"))
def sample(
    paths: PathsArgument = None,
    label: KindOption = Kind.PERSON,
    largest: Annotated[int, typer.Option("--largest", min=0, help="How many of those most articles name.")] = 10,
    chosen: Annotated[int, typer.Option("--chosen", min=0, help="How many of the others, by chance.")] = 10,
    seed: Annotated[int, typer.Option("--seed", help="Chooses the same again.")] = 1,
    workers: WorkersOption = 1,
    judgements: FollowedOption = None,
    cache: CacheOption = None,
    form: FormatOption = None,
) -> None:
    """Merged nodes to read by eye: the largest ones and some by chance, with what was taken for one."""
    from kg.resolve.samples import Merged, samples

    built = build_counting(paths, workers, judgements, cache)
    found = samples(built.graph, _label(label), largest=largest, chosen=chosen, seed=seed)
    print_rows([merged._asdict() for merged in found], Merged._fields, form)
    leave_if_any(built.problems)


def _decide(a: str, b: str, same: bool, label: Kind, reason: str, by: str, file: Path, form: Any) -> None:
    from kg.resolve import review

    made = review.decide(file, _label(label), a, b, same=same, by=by or getpass.getuser(), reason=reason)
    print_rows(_rows([made]), _COLUMNS, form)


def _label(kind: Kind) -> Label:
    from kg.model import Label

    return Label[kind.name]


def _read(path: Path) -> list[Judgement]:
    from kg.resolve import judgement

    if not path.exists():
        raise UsageError(tr("{path} is not there. `kg extract SOURCES --judgements {path}` writes it.", path=path))
    return list(judgement.read(path))


def _rows(judgements: Iterable[Judgement]) -> list[Mapping[str, Any]]:
    return [
        {
            "label": str(j.label),
            "verdict": "same" if j.same else "different",
            "reason": j.reason,
            "score": j.score,
            "mentions": j.weight,
            "when": j.when,
            "by": j.by,
            "evidence": [j.a, j.b],
            "quotes": list(j.names) or [j.a, j.b],
        }
        for j in judgements
    ]


def _sources(paths: list[Path]) -> list[Path]:
    from kg.export import jsonl

    return [path for path in paths if not jsonl.is_graph(path)]


def _texts(paths: list[Path]) -> tuple[dict[str, str], list[Any]]:
    """Texts by source, and what could not be read."""
    from kg.source import Problem
    from kg.source.reader import read

    if not paths:
        raise UsageError(tr("The pairs name words in texts: say where those are with --texts."))
    found = list(read(paths))
    texts = {item.id: item.text for item in found if not isinstance(item, Problem)}
    return texts, [item for item in found if isinstance(item, Problem)]


def _wrong(verdicts: Iterable[Verdict]) -> list[Mapping[str, Any]]:
    said = {None: "not found", True: "same, but different", False: "different, but same"}
    return [
        {
            "kind": pair.kind,
            "verdict": said[verdict],
            "a": pair.a.surface,
            "b": pair.b.surface,
            "in_a": pair.a.article,
            "in_b": pair.b.article,
            "why": pair.why,
        }
        for pair, verdict in verdicts
        if verdict is not pair.same
    ]
