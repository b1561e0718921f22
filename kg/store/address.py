"""Which store is meant: what was asked for, else what the environment says, else the file in the user's data folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path

from kg.errors import UsageError
from kg.language import tr

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
FILE_SCHEMES = ("file", "embedded")


@dataclass(frozen=True)
class ServerAddress:
    """A Neo4j database and who asks. The password stays out of its text, which ends up in messages and tracebacks."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str

    def __str__(self) -> str:
        return f"{self.uri} (user {self.user}, database {self.database})"


def default_path() -> Path:
    """The embedded store's file in the user's data folder."""
    return user_data_path("kg", appauthor=False) / "graph.kgl"


def resolve(uri: str | None, env: Mapping[str, str]) -> ServerAddress | Path:
    """The store meant by `uri` (`bolt://…`, `neo4j://…`, `embedded:PATH`, `file:PATH`, a path) or else by `env`.

    `env` is asked for NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.
    """
    asked = uri or env.get("NEO4J_URI", "")
    if not asked:
        return default_path()
    scheme, colon, rest = asked.partition(":")
    if scheme in BOLT_SCHEMES and rest.startswith("//"):
        return _server(asked, env)
    if scheme in FILE_SCHEMES and colon:
        return Path(unquote(urlsplit(asked).path) if rest.startswith("//") else rest) if rest else default_path()
    if "://" in asked:
        raise UsageError(
            tr(
                "{asked}: a store is {schemes}://, embedded:PATH or a path",
                asked=asked,
                schemes="://, ".join(BOLT_SCHEMES),
            )
        )
    return Path(asked)


def _server(uri: str, env: Mapping[str, str]) -> ServerAddress:
    if urlsplit(uri).username or urlsplit(uri).password:
        raise UsageError(
            tr("Keep user and password out of the address: set NEO4J_USERNAME and NEO4J_PASSWORD instead.")
        )
    return ServerAddress(
        uri, env.get("NEO4J_USERNAME") or "neo4j", env.get("NEO4J_PASSWORD", ""), env.get("NEO4J_DATABASE") or "neo4j"
    )
