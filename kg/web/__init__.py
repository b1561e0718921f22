"""The graph as a local web site that only reads."""
