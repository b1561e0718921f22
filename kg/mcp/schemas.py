"""JSON Schemas of what the tools take and give: from the headers of the canned queries, and from our own structs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kg.queries import Parameter, Query

Schema = dict[str, Any]
_DAY = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
_KINDS: Mapping[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "date": {"type": "string", "pattern": _DAY, "examples": ["2022-05-25", "2022-05", "2022"]},
    "list": {"type": "array", "items": {"type": "string"}},
}
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_COLUMNS: Mapping[str, Schema] = {
    "evidence": _TEXTS | {"description": "places in the sources: SOURCE#char=START,END, code points (RFC 5147)"},
    "quotes": _TEXTS | {"description": "what stands at those places, word for word"},
}


def taken(query: Query) -> Schema:
    """What a query's tool takes."""
    required = [parameter.name for parameter in query.parameters if parameter.required]
    properties = {parameter.name: _parameter(parameter) for parameter in query.parameters}
    return closed(properties, required)


def given(query: Query) -> Schema:
    """What a query's tool gives: its rows, how many there are, and a note where there is something to say."""
    columns = {column: _COLUMNS.get(column, {}) for column in query.columns}
    rows = {"type": "array", "items": closed(columns, list(columns))}
    properties = {"rows": rows, "total": {"type": "integer"}, "note": {"type": "string"}}
    return closed(properties, ["rows", "total"])


def closed(properties: Schema, required: list[str]) -> Schema:
    """An object of these properties and no others."""
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def of_struct(kind: type[msgspec.Struct]) -> Schema:
    """The schema of a struct of ours, its parts written out where they are used first."""
    (schema,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    whole: Schema = parts.pop(schema["$ref"].rpartition("/")[2])
    return whole | {"$defs": parts}


def _parameter(parameter: Parameter) -> Schema:
    told = _KINDS[parameter.type] | {"description": parameter.about}
    if parameter.choices:
        told["enum"] = [*parameter.choices, *([] if parameter.required else [""])]
    return told if parameter.required else told | {"default": parameter.default}
