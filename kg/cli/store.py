"""What the commands that ask a store have in common."""

from __future__ import annotations

from typing import Annotated

import typer

ToOption = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="URI",
        help="bolt://…, neo4j://…, embedded:PATH or a path.",
        show_default="NEO4J_URI, else the embedded store in your data folder",
    ),
]
