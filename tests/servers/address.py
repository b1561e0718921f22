"""Where the server of a test run is."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class TestServer(msgspec.Struct, frozen=True, kw_only=True):
    """A server that answers. `http` is empty for a given one, unless KG_TEST_NEO4J_HTTP tells it; `stop` ends it."""

    __test__ = False

    uri: str
    http: str = ""
    user: str = "neo4j"
    password: str = ""
    database: str = "neo4j"
    stop: list[str] = []
    pid: int = 0

    @property
    def env(self) -> dict[str, str]:
        """The variables a user would set to reach it."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.user,
            "NEO4J_PASSWORD": self.password,
            "NEO4J_DATABASE": self.database,
        }


def given(env: Mapping[str, str]) -> TestServer | None:
    """The server the environment names, if it does."""
    for prefix in ("KG_TEST_NEO4J_", "NEO4J_"):
        if uri := env.get(f"{prefix}URI"):
            return TestServer(
                uri=uri,
                http=env.get(f"{prefix}HTTP", ""),
                user=env.get(f"{prefix}USERNAME", "neo4j"),
                password=env.get(f"{prefix}PASSWORD", ""),
                database=env.get(f"{prefix}DATABASE", "neo4j"),
            )
    return None
