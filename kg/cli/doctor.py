"""`kg doctor`: what is installed, which store answers, and what to do next."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import typer

from kg import __version__
from kg.cli.help import examples
from kg.cli.rows import FormatOption, print_rows
from kg.cli.store import ToOption
from kg.language import tr

if TYPE_CHECKING:
    from kg.store import Store

app = typer.Typer()

_PACKAGES = ("kglite", "neo4j", "networkx", "msgspec", "typer")


class Check(NamedTuple):
    """One thing looked at: what was found, and what to do about it (empty: nothing)."""

    check: str
    found: str
    next: str = ""


@app.command(epilog=examples("kg doctor", "kg doctor --to bolt://localhost:7687"))
def doctor(to: ToOption = None, form: FormatOption = None) -> None:
    """Look at the installation and the store; exit code 3 where the store does not answer."""
    from kg.errors import StoreError
    from kg.store import open_store

    checks = list(_installed())
    store = open_store(to)
    checks.append(Check(tr("store"), str(store)))
    failure: StoreError | None = None
    try:
        with store:
            checks += _store_checks(store)
    except StoreError as error:
        failure = error
        checks.append(Check(tr("store answers"), tr("no"), str(error)))
    print_rows([check._asdict() for check in checks], Check._fields, form)
    if failure:
        raise typer.Exit(failure.exit_code)


def _installed() -> Iterator[Check]:
    yield Check("kg", __version__)
    yield Check("Python", platform.python_version())
    from importlib.metadata import version

    for package in _PACKAGES:
        yield Check(package, version(package))


def _store_checks(store: Store) -> Iterator[Check]:
    state = store.schema_state()
    yield Check(tr("store answers"), tr("yes"))
    if state.changed:
        advice = tr(
            "{files} differ from what was applied: undo the edit, add a new numbered file.",
            files=", ".join(state.changed),
        )
    else:
        advice = tr("The next `kg load` applies it.") if state.pending else ""
    pending = tr(", {n} files pending", n=len(state.pending)) if state.pending else ""
    yield Check(tr("schema"), tr("version {version}", version=state.version) + pending, advice)
    yield from _names(store)
    articles = store.run("MATCH (a:Article) WITH count(a) AS articles RETURN articles")[0]["articles"]
    yield Check(tr("articles"), str(articles), "" if articles else tr("The store is empty: `kg load seeds` fills it."))


def _names(store: Store) -> Iterator[Check]:
    """Whether an earlier version loaded nodes whose names no question finds."""
    from kg.store.forms import without_forms

    if missing := without_forms(store):
        found = tr("{n} nodes were loaded by an earlier version", n=missing)
        yield Check(tr("names"), found, tr("No question finds them by name: `kg load` their sources again."))
