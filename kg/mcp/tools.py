"""The tools: one for each canned query, and two that put several together, `ask` and `trace`.

A tool is a description for the assistant and a function from its arguments to a JSON object. A wrong call raises a
`kg.errors.UsageError` whose message says what would be right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec
from mcp import types

from kg.ask import Answer, Names, ask
from kg.errors import BadParameter
from kg.language import tr
from kg.mcp.hints import note_on
from kg.mcp.schemas import Schema, closed, given, of_struct, taken
from kg.queries import Query, all_queries, bind
from kg.store.kept import KeptStore
from kg.trace import Trace, trace_measure

Given = Mapping[str, Any]
MOST = 200  # rows of one answer: an assistant reads every one of them
_ONLY_READS = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Offered(NamedTuple):
    """A tool and what it does."""

    tool: types.Tool
    call: Callable[[KeptStore, Given], dict[str, Any]]


def offered() -> dict[str, Offered]:
    """Every tool by its name. `trace` is the whole trace, of which the query of that name gives the steps."""
    tools = [_of_query(query) for query in all_queries().values() if query.name != "trace"]
    return {one.tool.name: one for one in [_ASK, _TRACE, *tools]}


def names_of(store: KeptStore) -> Names:
    """The names in the store, read once for each state of it."""
    return store.kept(Names, lambda: Names.of(store))


def _of_query(query: Query) -> Offered:
    about = f"{query.title_en} ({query.title_zh}). Columns: {', '.join(query.columns)}. Names are Chinese, as printed."
    return Offered(
        _tool(query.name, query.title, about, taken(query), given(query)),
        lambda store, arguments: _rows(store, query, arguments),
    )


def _rows(store: KeptStore, query: Query, arguments: Given) -> dict[str, Any]:
    asked = bind(query, arguments)
    rows = store.run(query.cypher, asked)
    note = note_on(rows, MOST, asked, names_of(store) if not rows else None)
    return {"rows": rows[:MOST], "total": len(rows)} | ({"note": note} if note else {})


def _ask(store: KeptStore, arguments: Given) -> dict[str, Any]:
    question, today = _text("question", arguments), str(arguments.get("today") or date.today())
    try:
        day = date.fromisoformat(today)
    except ValueError as error:
        raise BadParameter("today", tr("today={today}: give a day, such as 2022-06-01.", today=today)) from error
    return _plain(ask(store, question, today=day, names=names_of(store)))


def _trace(store: KeptStore, arguments: Given) -> dict[str, Any]:
    return _plain(trace_measure(store, _text("measure", arguments)))


def _text(name: str, arguments: Given) -> str:
    value = arguments.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadParameter(name, tr("{name} is missing: give text.", name=name))
    return value.strip()


def _plain(told: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(told)
    return plain


def _tool(name: str, title: str, about: str, takes: Schema, gives: Schema) -> types.Tool:
    return types.Tool(
        name=name, title=title, description=about, input_schema=takes, output_schema=gives, annotations=_ONLY_READS
    )


_ASK = Offered(
    _tool(
        "ask",
        "用中文或英文提问 · Ask a question in Chinese or English",
        "A question such as 谁主持了第119次会议？ or “who chaired the 108th meeting”: the answer in one sentence, its "
        "rows, the sentences that prove it, the canned query and its Cypher. `found` is false, with the reason, where "
        "the store cannot tell; nothing is ever guessed.",
        closed(
            {
                "question": {"type": "string", "description": "问题 · the question"},
                "today": {
                    "type": "string",
                    "format": "date",
                    "description": "去年等从哪一天算起，默认今天 · the day “last year” counts from",
                },
            },
            ["question"],
        ),
        of_struct(Answer),
    ),
    _ask,
)
_TRACE = Offered(
    _tool(
        "trace",
        "一项措施的来龙去脉 · The trace of a measure",
        "Follows a measure across meetings in time: every demand for it, for a variant or for a part of it, in whose "
        "words, and which meeting conveyed which. `near` names measures to try where nothing was found.",
        closed(
            {"measure": {"type": "string", "description": "措施名称或别名 · the measure's name or alias"}}, ["measure"]
        ),
        of_struct(Trace),
    ),
    _trace,
)
