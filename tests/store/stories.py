"""Loads in any order, and what the store must say after them: the sum of what each source said last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from kg.model import Label, Rel
from kg.store import Store
from tests.graphs import Content, Fact, Graph, Thing, article, graph, mention

SOURCES = ("一版.txt", "二版.txt", "rec#3", "无")
BARE = "无"  # a source whose graph has no article
Load = dict[str, tuple[Fact, ...]]  # what a load says of each of its sources

_names = st.sampled_from(["林武", "韦韬", "张韬"])
_texts = st.frozensets(st.sampled_from(["甲", "乙", "丙"]), max_size=2)
_dates = st.sampled_from(["2022-05-19", "2022-05-25", "XXXX-05-20"])
people = st.builds(lambda name, aliases: Thing(Label.PERSON, name, (("aliases", aliases),)), _names, _texts)
meetings = st.builds(
    lambda name, date: Thing(Label.MEETING, name, (("date", date),)), st.sampled_from(["第78次", "第108次"]), _dates
)
posts = st.builds(lambda name: Thing(Label.POST, name), st.sampled_from(["省委书记", "市委书记"]))
bodies = st.builds(lambda name: Thing(Label.BODY, name), st.sampled_from(["省委", "市委"]))
places = st.integers(0, 3)


def facts_of(source: str) -> st.SearchStrategy[tuple[Fact, ...]]:
    """What one source may say; nothing at all among it."""
    chaired = st.builds(
        lambda person, rel, meeting, at, order, complete: Fact(
            source, person, rel, meeting, at, (("order", order), ("list_complete", complete))
        ),
        people, st.sampled_from([Rel.CHAIRED, Rel.ATTENDED]), meetings, places, places, st.booleans(),
    )  # fmt: skip
    holds = st.builds(
        lambda person, post, at, first, last, titles: Fact(
            source, person, Rel.HOLDS, post, at, (("first_seen", first), ("last_seen", last), ("titles", titles))
        ),
        people, posts, places, _dates, _dates, _texts,
    )  # fmt: skip
    concluded = st.builds(lambda post, body: Fact(source, post, Rel.OF, body, None), posts, bodies)
    mentions = st.builds(lambda thing, at: mention(source, thing, at), st.one_of(people, meetings, bodies), places)
    return st.lists(st.one_of(chaired, holds, concluded, mentions), max_size=5).map(tuple)


loads: st.SearchStrategy[Load] = st.fixed_dictionaries(
    {}, optional={source: facts_of(source) for source in SOURCES}
).filter(bool)
stories = st.lists(loads, min_size=1, max_size=4)


def with_article(source: str, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A source's facts, and its article, which mentions what the first fact starts from."""
    if not facts or source == BARE:
        return tuple(fact for fact in facts if fact.start != article(source))
    return facts if facts[0].start == article(source) else (*facts, mention(source, facts[0].start, 7))


def load_graph(load: Load) -> Graph:
    return graph(fact for source, facts in load.items() for fact in with_article(source, facts))


def tell(store: Store, story: Iterable[Load]) -> None:
    for load in story:
        store.load(load_graph(load), sources=load)


def outcome(story: Iterable[Load]) -> Load:
    """What each source said last."""
    last: Load = {}
    for load in story:
        last |= load
    return last


def expected(load: Load) -> Content:
    """A load's content as `tests.graphs.content` would read it from a store, taken from the graph itself."""
    return as_content(load_graph(load))


def as_content(made: Graph) -> Content:
    """A graph in the form of a store's content."""
    nodes = {
        key: (
            data["label"],
            {name: value for name, value in (data | {"key": key}).items() if name != "label"} | _forms(data),
        )
        for key, data in made.nodes(data=True)
    }
    return nodes, {(start, rel, end): data for start, end, rel, data in made.edges(keys=True, data=True)}


def _forms(data: dict[str, Any]) -> dict[str, str]:
    """All names of what can have several, each between bars."""
    several = {Label.PERSON, Label.BODY, Label.MEETING, Label.MEASURE, Label.DOCUMENT}
    return {"forms": f"|{'|'.join([data['name'], *data.get('aliases', [])])}|"} if data["label"] in several else {}
