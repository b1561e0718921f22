"""The graph as a page: one HTML file that needs no network, with an interactive picture in the colours of Neo4j
Browser, the time line, and the evidence in the text of its source.

    with open_store() as store:
        part = around(store, find(store, "韦韬"))  # or said_by(store, "chaired"), trace_of(store, …), whole(store)
    drawn = picture(part.graph)                    # nodes and edges as plain values; any graph of kg.graph will do
    texts = texts_for(drawn, ["seeds"])            # the sources' texts that still read as quoted
    html = page(drawn, texts, timeline(drawn), lang="zh", title="韦韬")

Parts of the graph in a store (`kg.show.parts`); a `Part` is a `graph` and how many nodes were `left_out`:

- `find(store, text)`: keys of the nodes somebody means by a key, a name, an alias or a part of one
- `around(store, keys, hops, most)`: the nodes and what is up to `hops` relationships away
- `said_by(store, query, given)`: what the rows of a canned query speak of
- `trace_of(store, measure)`: wordings, parts, demands, speakers, meetings, chairs and the way of a measure
- `whole(store)` and `size(store)`: everything, and how many nodes that is

What is drawn (plain values, msgspec structs):

- `picture(graph)`: `Picture` of `Node` (key, label, name, caption, properties) and `Edge` (start, type, end, evidence,
  quotes, properties)
- `node_styles()`, `edge_styles()`: colours, sizes and captions, read from `cypher/browser/style.grass` alone
- `texts_for(picture, paths)`: `Texts`, the whole texts behind the evidence, where they are at hand
- `timeline(picture)`: `Moment`s, meetings and articles in time; `trace_timeline(picture, trace)`: the demands of a
  trace and what changed in their words
- `page(picture, texts, timeline, lang, title=…, left_out=…, link=…)`: the HTML; `link` such as `/node/{key}` leads from
  a node's details to an address of its own

The scripts that draw are `assets/*.js`, the libraries they build on `assets/vendor/` (each file's head names its
version, the file beside it its licence): force-graph 1.52.0 (MIT) for drawing, d3-force 3.0.1 with d3-dispatch 3.0.2,
d3-quadtree 3.0.2 and d3-timer 3.0.2 (ISC) for the places of the nodes, which come out the same every time.
"""

from kg.show.page import Lang, page
from kg.show.parts import Part, around, find, said_by, size, trace_of, whole
from kg.show.picture import Edge, Node, Picture, picture
from kg.show.style import EdgeStyle, NodeStyle, edge_styles, node_styles
from kg.show.texts import Texts, texts_for
from kg.show.timeline import Moment, timeline, trace_timeline

__all__ = [
    "Edge",
    "EdgeStyle",
    "Lang",
    "Moment",
    "Node",
    "NodeStyle",
    "Part",
    "Picture",
    "Texts",
    "around",
    "edge_styles",
    "find",
    "node_styles",
    "page",
    "picture",
    "said_by",
    "size",
    "texts_for",
    "timeline",
    "trace_of",
    "trace_timeline",
    "whole",
]
