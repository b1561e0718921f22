"""A real Neo4j server from the jars of Maven Central."""
