"""How fast a graph gets into Neo4j: this package beside a bare driver loop over the same batches, and row by row.

    python -m bench.load [GRAPH.jsonl] [--articles N] [--rounds N] [--json]

The bare loop gets its rows ready-made and merges blindly: no constraint kept on who said what, nothing taken back. Both
start from an empty database in turn, so that what else the machine does hits both. NEO4J_URI and its like name the
server, whose database is emptied (it must be empty at the start); without it one of our own is started.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import neo4j
import typer

from kg.export import jsonl
from kg.graph import Graph
from kg.store.address import ServerAddress
from kg.store.groups import Group, NodeGroup
from kg.store.loader import batches
from kg.store.neo4j import Neo4jStore
from kg.store.plan import Plan
from tests.graphs import bulk
from tests.servers import SharedServer, TestServer
from tests.servers.shared import empty

Merge = tuple[str, list[dict[str, Any]]]  # a statement and its rows
SINGLE_ROWS = 1500  # enough to tell the rate of one row a transaction


def main(
    graph_file: Annotated[Path | None, typer.Argument(help="A graph file; a synthetic graph if none is named.")] = None,
    articles: Annotated[int, typer.Option(help="Size of the synthetic graph.")] = 1500,
    rounds: int = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure, print rows a second."""
    graph = jsonl.read(graph_file) if graph_file else bulk(articles)
    with _server() as server, _store(server) as store:
        rates = _measure(server, store, graph, rounds)
    result = _summary(graph, rates)
    typer.echo(json.dumps(result) if as_json else _table(result))


def _measure(server: TestServer, store: Neo4jStore, graph: Graph, rounds: int) -> dict[str, list[float]]:
    rows = list(_merges(Plan(graph)))
    store.load(bulk(200))  # schema, and a warm server
    rates: dict[str, list[float]] = {"kg": [], "bare": [], "again": [], "single": []}
    ways: dict[str, Callable[[], object]] = {"bare": lambda: _bare(server, rows), "kg": lambda: store.load(graph)}
    for turn in range(rounds):
        for name in sorted(ways, reverse=turn % 2 == 1):
            empty(server)
            rates[name].append(_rate(_size(graph), ways[name]))
    rates["again"].append(_rate(_size(graph), lambda: store.load(graph)))
    empty(server)
    rates["single"].append(_rate(SINGLE_ROWS, lambda: _single(server, rows)))
    return rates


def _bare(server: TestServer, rows: list[Merge]) -> None:
    with _driver(server) as driver, driver.session(database=server.database) as session:
        for statement, batch in rows:
            session.execute_write(_run, statement, batch)


def _single(server: TestServer, rows: list[Merge]) -> None:
    with _driver(server) as driver, driver.session(database=server.database) as session:
        single = ((statement, row) for statement, batch in rows for row in batch)
        for statement, row in islice(single, SINGLE_ROWS):
            session.execute_write(_run, statement, [row])


def _run(transaction: neo4j.ManagedTransaction, statement: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(statement, rows=rows).consume()


def _merges(due: Plan) -> Iterator[Merge]:
    for group, idents in {**due.nodes(), **due.relationships()}.items():
        yield from ((_merge(group), batch) for batch in batches(due.rows(group, idents)))


def _merge(group: Group) -> str:
    if isinstance(group, NodeGroup):
        return f"UNWIND $rows AS row MERGE (n:{group.label} {{key: row.key}}) SET n += row.props"
    ends = f"MATCH (a:{group.start} {{key: row.from_key}}) MATCH (b:{group.end} {{key: row.to_key}})"
    return f"UNWIND $rows AS row {ends} MERGE (a)-[r:{group.rel}]->(b) SET r += row.props"


def _summary(graph: Graph, rates: dict[str, list[float]]) -> dict[str, Any]:
    beside = median(kg / bare for kg, bare in zip(rates["kg"], rates["bare"], strict=True))  # of the same round
    return {
        "nodes": graph.number_of_nodes(),
        "relationships": graph.number_of_edges(),
        "rows_per_second": {name: round(median(rate)) for name, rate in rates.items()},
        "rounds": {name: [round(rate) for rate in rate] for name, rate in rates.items()},
        "of_bare_loop": round(beside, 3),
        "times_single_rows": round(median(rates["kg"]) / median(rates["single"]), 1),
    }


def _table(result: dict[str, Any]) -> str:
    rate = result["rows_per_second"]
    return "\n".join(
        [
            f"{result['nodes']} nodes, {result['relationships']} relationships",
            f"kg load                  {rate['kg']:>8} rows/s",
            f"bare driver loop         {rate['bare']:>8} rows/s   kg is {result['of_bare_loop']:.0%} of it",
            f"kg load, second time     {rate['again']:>8} rows/s",
            f"one row a transaction    {rate['single']:>8} rows/s   kg is {result['times_single_rows']} times it",
        ]
    )


def _rate(rows: int, work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return rows / (time.perf_counter() - began)


def _size(graph: Graph) -> int:
    return graph.number_of_nodes() + graph.number_of_edges()


@contextmanager
def _server() -> Iterator[TestServer]:
    shared = SharedServer(Path(tempfile.mkdtemp(prefix="kg-bench-")), quick=False)
    try:
        with shared.emptied(shared.address(dict(os.environ))) as server:
            yield server
    finally:
        shared.stop()


def _store(server: TestServer) -> Neo4jStore:
    return Neo4jStore(ServerAddress(server.uri, server.user, server.password, server.database))


def _driver(server: TestServer) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password))


if __name__ == "__main__":
    typer.run(main)
