"""What every command has without asking: the language, help pages, errors as one message with what to do next.

`dressed(app)` gives it to all commands of an app, so that a command module needs no more than `typer.Typer()`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from shutil import get_terminal_size
from typing import Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperCommand, TyperGroup

from kg.cli.help import WIDEST, page
from kg.errors import KgError
from kg.errors import UsageError as OurUsageError
from kg.language import Language, catalogue, current, of_locale, tr, use

LANGUAGE = "--lang"


class Command(TyperCommand):
    """A command with a help page of ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What `--help` prints."""
        formatter.write(page(self, ctx, _width()))


class Group(TyperGroup):
    """A command that holds others."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What `--help` prints."""
        formatter.write(page(self, ctx, _width()))


class Root(Group):
    """`kg` itself: chooses the language before anything is said, and turns errors into messages and exit codes."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """The whole way of a call; afterwards the language is what it was before."""
        before = current()
        try:
            return super().main(*args, **extra)
        finally:
            use(before)

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read the call; an error in it is told in the language it asks for."""
        asked, rest = _language(args)
        use(of_locale())
        if os.environ.get("NO_COLOR"):
            extra["color"] = False
        with _errors_to_exit_codes():
            use(_known(asked) if asked is not None else of_locale())
            return super().make_context(info_name, rest, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with _errors_to_exit_codes():
            return super().invoke(ctx)


def dressed(app: typer.Typer) -> typer.Typer:
    """The app, its commands and groups with their help pages and examples."""
    for command in app.registered_commands:
        command.cls = Command if command.cls in (None, TyperCommand) else command.cls
    for group in app.registered_groups:
        group.cls = Group
        if group.typer_instance:
            group.typer_instance.info.cls = Group
            dressed(group.typer_instance)
    return app


def _language(args: list[str]) -> tuple[str | None, list[str]]:
    """The value of `--lang`, wherever it stands before a `--`, and the other arguments."""
    end = args.index("--") if "--" in args else len(args)
    for at, argument in enumerate(args[:end]):
        if argument.startswith(f"{LANGUAGE}="):
            return argument.partition("=")[2], [*args[:at], *args[at + 1 :]]
        if argument == LANGUAGE and at + 1 < end:
            return args[at + 1], [*args[:at], *args[at + 2 :]]
    return None, args


def _known(asked: str) -> Language:
    if asked not in tuple(Language):
        raise OurUsageError(tr("--lang {asked}: choose one of {known}.", asked=asked, known=", ".join(Language)))
    return Language(asked)


def _width() -> int:
    return min(WIDEST, get_terminal_size().columns)


@contextmanager
def _errors_to_exit_codes() -> Iterator[None]:
    """An error of ours, or in the call, as one message; anything else is a bug and shows itself."""
    try:
        yield
    except KgError as error:
        _tell(str(error))
        raise typer.Exit(error.exit_code) from error
    except NoArgsIsHelpError:
        raise
    except UsageError as error:
        _tell(_in_our_words(error.format_message()))
        command = error.ctx.command_path if error.ctx else "kg"
        typer.echo(tr("`{command} --help` shows how it is called, with examples.", command=command), err=True)
        raise typer.Exit(error.exit_code) from error


def _tell(message: str) -> None:
    typer.echo(f"{typer.style('kg:', fg='red', bold=True)} {message}", err=True, color=_color())


def _color() -> bool | None:
    """None: where it is a terminal."""
    return False if os.environ.get("NO_COLOR") else None


def _in_our_words(message: str) -> str:
    """What the parser says, in the user's language: the catalogue's `parser` section has its sentences."""
    message = message.replace("Value error, ", "")  # whose error it was is no news
    for english, chinese in _chinese() if current() is Language.ZH else ():
        if match := english.fullmatch(message):
            return chinese.format(**{name: _in_our_words(value) for name, value in match.groupdict().items()})
    return message


@cache
def _chinese() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = sorted(catalogue()["parser"].items(), key=lambda both: -len(both[0]))  # the particular first
    return tuple(
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(en)), re.DOTALL), zh) for en, zh in patterns
    )
