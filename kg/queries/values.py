"""A query's parameters as they are given (text from a command line, or values) made into what the store gets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from kg.errors import BadParameter
from kg.language import tr
from kg.queries.header import Given, Kind, Parameter, Query

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def bind(query: Query, given: Mapping[str, Any]) -> dict[str, Given]:
    """Every parameter of the query with its value: the given one, else its default.

    Raises BadParameter for a name the query does not know, a required one that is missing, a value of another type.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            raise BadParameter(
                name,
                tr(
                    "{query} knows no parameter {name!r}. It takes {known}.",
                    query=query.name,
                    name=name,
                    known=_listed(query),
                ),
            )
    missing = [name for name, parameter in known.items() if parameter.required and given.get(name) in (None, "")]
    if missing:
        raise BadParameter(
            missing[0],
            tr(
                "{query} needs {missing}. It takes {known}.",
                query=query.name,
                missing=", ".join(missing),
                known=_listed(query),
            ),
        )
    return {name: _value(parameter, given.get(name)) for name, parameter in known.items()}


def _listed(query: Query) -> str:
    return ", ".join(f"{p.name} ({p.type}{tr(', required') if p.required else ''})" for p in query.parameters) or tr(
        "none"
    )


def _value(parameter: Parameter, given: Any) -> Given:
    if given is None:
        given = parameter.default
    try:
        value = _READERS[parameter.type](given)
        if parameter.choices and value and value not in parameter.choices:
            raise ValueError(f"give one of: {', '.join(parameter.choices)}.")
        return value
    except (TypeError, ValueError) as error:
        raise BadParameter(parameter.name, f"{parameter.name}={given}: {error}") from error


def _string(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError(tr("give text."))
    return given.strip()


def _integer(given: Any) -> int:
    if isinstance(given, bool) or not re.fullmatch(r"\s*[+-]?\d+\s*", str(given), re.ASCII):
        raise ValueError(tr("give a whole number, such as 119."))
    return int(given)


def _date(given: Any) -> str:
    day = str(given or "").strip()  # a datetime.date is written as it must be
    if day and not _DAY.fullmatch(day):
        raise ValueError(tr("give a date as 2022-05-25, 2022-05 or 2022."))
    return day


def _list(given: Any) -> list[str]:
    parts = re.split(r"[,，、]", given) if isinstance(given, str) else list(given)
    if not all(isinstance(part, str) for part in parts):
        raise TypeError(tr("give texts, with commas between them."))
    return [part.strip() for part in parts if part.strip()]


_READERS: Mapping[Kind, Callable[[Any], Given]] = {
    "string": _string,
    "integer": _integer,
    "date": _date,
    "list": _list,
}
