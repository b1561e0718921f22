"""The language people are spoken to in: English, or Chinese by `kg --lang zh` or the locale.

    from kg.language import tr
    raise UsageError(tr("{path} is not there. Name a folder.", path=path))

English texts stand where they are used; `kg/locale/zh.toml` is the one place of their Chinese. A test compares the two:
no text without a Chinese one, no Chinese one that nothing uses. What is data (JSON keys, labels, file formats) has one
form in every language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Language(StrEnum):
    """A language of the interface."""

    EN = "en"
    ZH = "zh"


_current: ContextVar[Language] = ContextVar("language", default=Language.EN)


def current() -> Language:
    """The language of this thread or task."""
    return _current.get()


def use(language: Language) -> None:
    """Speak this language from here on (in this thread or task, and in those it starts)."""
    _current.set(language)


def of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """What the locale asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it."""
    told = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return Language.ZH if told.lower().startswith("zh") else Language.EN


def tr(text: str, /, **values: object) -> str:
    """A text in the current language, `{name}` filled in as `str.format` does."""
    return _in_current("text", text).format(**values)


def heading(column: str) -> str:
    """What a column is called above a table."""
    thing, mark, _ = column.partition("_key")
    return f"{_in_current('column', thing)}{_in_current('column', '_key')}" if mark else _in_current("column", column)


def help_text(text: str) -> str:
    """A help text, line breaks aside: paragraphs are told apart by an empty line."""
    return "\n\n".join(_in_current("help", paragraph) for paragraph in paragraphs(text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each on one line: what the catalogue is asked for."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """`kg/locale/zh.toml`: sections `text`, `help` and `column`, English → Chinese."""
    import tomllib

    return tomllib.loads((files("kg") / "locale" / "zh.toml").read_text(encoding="utf-8"))


def _in_current(section: str, text: str) -> str:
    """The text itself where the catalogue has no other: a test sees to it that it has."""
    return catalogue()[section].get(text, text) if current() is Language.ZH else text
