"""A real Neo4j for the tests.

Given by KG_TEST_NEO4J_URI (or NEO4J_URI; with …_USERNAME, …_PASSWORD, …_DATABASE beside it): that one, whose database
must be empty at the start, as every test empties it. Else one of our own, started by the first test that asks and
stopped when the run ends: Docker where its daemon answers, else Java and Maven (`tools/neo4j`). Where neither is there
the tests fail and say what to install; KG_TEST_SKIP_NEO4J=1 skips them, and the run's header says so.
"""

from tests.servers.address import TestServer
from tests.servers.shared import SharedServer

__all__ = ["SharedServer", "TestServer"]
