"""Merged nodes to read by eye."""

import pytest

from kg.graph import build
from kg.model import Label, Rel
from kg.resolve import resolve
from kg.resolve.samples import samples


@pytest.fixture
def graph(tell):
    """甲文山 in four articles, 乙文山 in three, 丙文山 and 丁文山 in two, 戊文山 in one."""
    pages = []
    for number in range(4):
        page = tell(f"s{number}", f"2016-01-0{number + 1}", "")
        for name, times in [("甲文山", 4), ("乙文山", 3), ("丙文山", 2), ("丁文山", 2), ("戊文山", 1)]:
            if number < times:
                page.say("a", Rel.MENTIONS, page.person(name, f"{name[0]}州市市长"))
        pages.append(page.done())
    return build(pages, resolve(pages))


def test_the_largest_come_first_and_single_ones_never(graph):
    found = samples(graph, Label.PERSON, largest=2, chosen=9, seed=1)
    assert [(one.name, one.articles) for one in found[:2]] == [("甲文山", 4), ("乙文山", 3)]
    assert {one.name for one in found[2:]} == {"丙文山", "丁文山"}


def test_a_seed_chooses_the_same_again(graph):
    once, again = (samples(graph, Label.PERSON, largest=1, chosen=2, seed=3) for _ in range(2))
    assert once == again
    assert len(once) == 3


def test_what_was_taken_for_one_is_shown(graph):
    first = samples(graph, Label.PERSON, largest=1, chosen=0, seed=1)[0]
    assert first.links == ["甲州市市长"]
    assert [entry.partition("#")[0] for entry in first.evidence] == ["s0", "s1", "s2", "s3"]
