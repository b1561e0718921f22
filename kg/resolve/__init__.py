"""Who is who across articles and time: extractions in, one world of nodes out.

    resolution = resolve(extractions, judgements)

`extractions` is any iterable of `kg.statement.Extraction`; neither their order nor an article given twice changes
anything. What comes back (`kg.resolve.resolution.Resolution`):

- `resolution.key(extraction, local) -> str`: the graph-wide key of an article's entity (`a` is the article itself);
- `resolution.nodes: Mapping[str, Node]`: for each key `Node(label, properties)`, the properties merged over all
  articles by the rules of `kg.model`, `name` among them, resolver hints (`_…`) gone;
- `resolution.derived: list[Derived]`: relationships no single article states: `Derived(rel, start, end, evidence,
  quotes, props)` with keys for ends and parallel tuples of evidence entries and quotes. They are (Post)-[OF]->(Body),
  (Body)-[PART_OF|SUCCEEDS]->(Body), (Measure)-[VARIANT_OF]->(Measure), (Directive)-[CALLS_FOR]->(Measure) where
  another source tells that the demand names a part of a composite, and for every (Person)-[HOLDS]->(Post) one row
  that carries each source's `first_seen` and `last_seen` to merge into the relationship its statements make;
- `resolution.judgements: list[Judgement]`: every merge and every refusal, by rule or by curator, with reason and
  evidence, sorted; `kg.resolve.judgement` reads and writes them;
- `resolution.idle: list[Judgement]`: curators' decisions that name nothing in these extractions.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.resolve.judgement import Judgement
from kg.resolve.resolution import Derived, Node, Resolution
from kg.statement import Extraction

__all__ = ["Derived", "Judgement", "Node", "Resolution", "resolve"]


def resolve(extractions: Iterable[Extraction], judgements: Iterable[Judgement] = ()) -> Resolution:
    """The world that the extractions tell of; curators' `judgements` overrule the rules."""
    from kg.resolve import resolver  # its libraries take a second: the package's tables are read without them

    return resolver.resolve(extractions, judgements)
