"""The protocol: the SDK's server with our tools, over standard input and output or over HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
from anyio import to_thread
from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings

from kg import __version__
from kg.errors import KgError, UnknownQuery
from kg.mcp.tools import offered
from kg.store.kept import KeptStore

if TYPE_CHECKING:
    from starlette.applications import Starlette

_INSTRUCTIONS = """\
A knowledge graph read from official Chinese news: people, posts, bodies, meetings, directives, measures, documents. All
names are Chinese, as printed. Every row comes with `evidence` (SOURCE#char=START,END) and `quotes`, the sentences that
prove it: cite them. An end date that is missing is unknown, not “still”. Start with `ask`, or with `named` to find how
something is called; where a name is half remembered, a part of it will do for most tools."""


def server(store: KeptStore) -> Server[Any]:
    """A server of the store's tools; what it answers is the same over every transport."""
    tools = offered()

    async def list_tools(_: Any, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[one.tool for one in tools.values()])

    async def call_tool(_: Any, call: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            if call.name not in tools:
                raise UnknownQuery(call.name, tools)
            told = await to_thread.run_sync(tools[call.name].call, store, call.arguments or {})
        except KgError as error:
            return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
        text = msgspec.json.encode(told).decode()
        return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=told)

    return Server(
        "kg",
        version=__version__,
        title="政策指令知识图谱 · Policy-directive knowledge graph",
        instructions=_INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


async def serve_stdio(serving: Server[Any]) -> None:
    """Speak on standard input and output until the input ends; whatever else is printed goes to standard error."""
    async with stdio_server() as (read, write):
        await serving.run(read, write, serving.create_initialization_options())


def http_app(serving: Server[Any], hosts: Iterable[str]) -> Starlette:
    """The same over streamable HTTP at `/mcp`, for requests that name one of these hosts, and pages of theirs alone.

    No session is kept, as nothing of one call matters to the next.
    """
    allowed = [form for host in hosts for form in (host, f"{host}:*")]
    security = TransportSecuritySettings(allowed_hosts=allowed, allowed_origins=[f"http://{host}" for host in allowed])
    return serving.streamable_http_app(json_response=True, stateless_http=True, transport_security=security)
