"""Official Chinese news, read into a knowledge graph of people, meetings, directives and measures.

Every stage is a plain function over plain values, usable without the command line:

    from kg.pipeline import build_graph
    graph = build_graph(["seeds"]).graph          # networkx.MultiDiGraph

See `docs/architecture.md` for the way of the data and `kg.model` for the shape of the graph.
"""

__version__ = "0.1.0"
