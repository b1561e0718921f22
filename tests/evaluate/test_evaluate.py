import json
from pathlib import Path

import msgspec
import pytest

from kg.errors import InputError
from kg.evaluate import FAMILIES, Tally, evaluate, read_gold
from kg.evaluate.gold import Gold
from kg.graph import Graph, GraphBuilder
from kg.model import Label, Rel
from tests.gold_graph import gold_graph

SEEDS = Path("tests/data/seeds_gold.jsonl")
GOLD = {
    "id": "page.txt",
    "persons": ["林武", "韦韬"],
    "persons_optional": ["习近平"],
    "posts": [["林武", "省委书记"]],
    "meetings": [
        {"ref": "m1", "names": ["省委第七十八次专题会", "专题会"], "date": "2022-04-04"},
        {"ref": "m2", "names": ["党的二十大"], "optional": True},
    ],
    "roles": [["林武", "CHAIRED", "m1"]],
    "conveyed": [["m1", "习近平总书记重要讲话"]],
    "adopted": [["m1", "防控方案"]],
    "measures": [{"names": ["四不两直"]}],
    "measures_optional": ["赋码"],
    "measures_wrong": ["空中门户"],
    "measure_links": [["四不两直", "林武", "m1"]],
    "documents": ["山西省规划"],
    "targets": [["500所", "幼儿园"]],
    "targets_optional": ["至少7天"],
    "directives": [{"speaker": "林武", "verb": "强调", "snippet": "督查督导要精准有力"}],
}


class Page(GraphBuilder):
    """A graph in the making whose every fact has evidence in one page."""

    def add(self, label: Label, name: str, **properties) -> str:
        key = f"{label.lower()}/{name}"
        self.node(key, label, {"name": name, **properties})
        return key

    def say(self, start: str, rel: Rel, end: str, at: str = "page.txt#char=0,8", **properties) -> str:
        self.fact(start, rel, end, {"evidence": [at], "quotes": ["…"], **properties})
        return end

    def mention(self, label: Label, name: str, **properties) -> str:
        return self.say(self.add(Label.ARTICLE, "page.txt"), Rel.MENTIONS, self.add(label, name, **properties))


def tally(page: Page, family: str, **changes) -> Tally:
    gold = msgspec.convert(GOLD | changes, Gold)
    return evaluate(page.finish(), [gold], {})[family]


def counts(page: Page, family: str, **changes) -> tuple[int, int, int]:
    found = tally(page, family, **changes)
    return found.tp, found.fp, found.fn


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def held(page: Page) -> str:
    return page.mention(Label.MEETING, "太原专题会", aliases=["省委第78次专题会"], date="2022-04-04")


def test_persons_are_counted_and_optional_ones_never_against(page: Page) -> None:
    for name in ("林武", "习近平", "健康驿站"):
        page.mention(Label.PERSON, name)
    found = tally(page, "persons")
    assert (found.tp, found.fp, found.fn) == (1, 1, 1)
    assert [(miss.verdict, miss.item) for miss in found.misses] == [("missed", "韦韬"), ("wrong", "健康驿站")]
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_an_alias_is_the_person(page: Page) -> None:
    page.mention(Label.PERSON, "林书记", aliases=["林武"])
    assert counts(page, "persons") == (1, 0, 1)


def test_facts_of_other_sources_do_not_count(page: Page) -> None:
    other = page.add(Label.ARTICLE, "other.txt")
    page.say(other, Rel.MENTIONS, page.add(Label.PERSON, "某某"), at="other.txt#char=0,2")
    assert counts(page, "persons") == (0, 0, 2)


def test_a_folder_in_front_of_the_source_makes_no_difference(page: Page) -> None:
    article = page.add(Label.ARTICLE, "a")
    page.say(article, Rel.MENTIONS, page.add(Label.PERSON, "林武"), at="2022/04/page.txt#char=0,2")
    assert counts(page, "persons") == (1, 0, 1)


@pytest.mark.parametrize(("title", "hit"), [("省委书记", 1), ("中共山西省委书记", 1), ("书记", 1), ("省长", 0)])
def test_the_fuller_title_may_name_the_body(page: Page, title: str, hit: int) -> None:
    person, post = page.add(Label.PERSON, "林武"), page.add(Label.POST, "p", role=title)
    page.say(person, Rel.HOLDS, post, titles=[title])
    assert counts(page, "posts") == (hit, 1 - hit, 1 - hit)


@pytest.mark.usefixtures("held")
def test_a_meeting_is_found_under_any_name_once(page: Page) -> None:
    page.mention(Label.MEETING, "专题会")
    assert counts(page, "meetings") == (1, 1, 0)


@pytest.mark.usefixtures("held")
def test_an_optional_meeting_may_stand_there_or_not(page: Page) -> None:
    assert counts(page, "meetings") == (1, 0, 0)
    page.mention(Label.MEETING, "党的二十大")
    assert counts(page, "meetings") == (1, 0, 0)


@pytest.mark.parametrize(
    ("date", "expected"), [("2022-04-04", (1, 0, 0)), ("2022-04-05", (0, 1, 1)), ("XXXX-04-04", (0, 1, 1))]
)
def test_the_day_of_a_meeting(page: Page, date: str, expected: tuple[int, int, int]) -> None:
    page.mention(Label.MEETING, "专题会", date=date)
    assert counts(page, "meeting_dates") == expected


def test_roles_are_held_apart_but_who_had_one_was_there(page: Page, held: str) -> None:
    chair = page.add(Label.PERSON, "林武")
    page.say(chair, Rel.ATTENDED, held)
    assert counts(page, "attended") == (0, 0, 0)
    assert counts(page, "chaired") == (0, 0, 1)
    page.say(page.add(Label.PERSON, "韦韬"), Rel.CHAIRED, held)
    assert counts(page, "chaired") == (0, 1, 1)


def test_what_a_meeting_conveyed_and_adopted(page: Page, held: str) -> None:
    page.say(held, Rel.CONVEYED, page.add(Label.DOCUMENT, "习近平总书记重要讲话精神"))
    page.say(held, Rel.ADOPTED, page.add(Label.DOCUMENT, "《防控方案》"))
    assert counts(page, "conveyed") == (1, 0, 0)
    assert counts(page, "adopted") == (1, 0, 0)
    assert counts(page, "documents") == (0, 0, 1)


def test_a_quoted_phrase_that_is_no_measure_counts_against(page: Page) -> None:
    for name in ("四不两直", "赋码", "空中门户"):
        page.mention(Label.MEASURE, name)
    assert counts(page, "measures") == (1, 1, 0)


def test_a_measure_is_linked_to_who_calls_for_it_and_where(page: Page, held: str) -> None:
    demand = page.add(Label.DIRECTIVE, "d", text="以“四不两直”方式,督查督导要精准有力。")
    page.say(demand, Rel.CALLS_FOR, page.add(Label.MEASURE, "四不两直"))
    assert tally(page, "measure_links").misses[1].item == "四不两直 · nobody · –"
    page.say(page.add(Label.PERSON, "林武"), Rel.ISSUED, demand)
    page.say(demand, Rel.GIVEN_AT, held)
    assert counts(page, "measure_links") == (1, 0, 0)
    assert counts(page, "directives") == (1, 0, 0)


def test_a_demand_in_the_wrong_mouth_is_wrong(page: Page, held: str) -> None:
    demand = page.add(Label.DIRECTIVE, "d", text="督查督导要精准有力。")
    page.say(held, Rel.ISSUED, demand)
    assert [miss.item for miss in tally(page, "directives").misses] == [
        "林武 · 督查督导要精准有力",
        "会议 · 督查督导要精准有力",
    ]


def test_targets_need_quantity_and_object(page: Page) -> None:
    page.mention(Label.TARGET, "t1", text="新改扩建500所左右公办幼儿园")
    page.mention(Label.TARGET, "t2", text="至少7天")
    page.mention(Label.TARGET, "t3", text="建设300所学校")
    assert counts(page, "targets") == (1, 1, 0)


def test_evidence_must_lie_in_the_text_and_name_the_person(page: Page, held: str) -> None:
    chair = page.add(Label.PERSON, "林武")
    page.say(chair, Rel.CHAIRED, held, at="page.txt#char=0,4")
    page.say(chair, Rel.CHAIRED, held, at="page.txt#char=2,6")
    page.say(chair, Rel.CHAIRED, held, at="page.txt#char=0,99")
    found = evaluate(page.finish(), [msgspec.convert(GOLD, Gold)], {"page.txt": "林 武主持了会议。"})["evidence"]
    assert (found.tp, found.fp) == (2, 2)
    assert any("CHAIRED · 林武 · [2,6]" in miss.item for miss in found.misses)


def test_without_texts_there_is_no_family_evidence() -> None:
    assert list(evaluate(gold_graph(), [], {})) == list(FAMILIES)


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
    assert (Tally(fn=1).precision, Tally(fn=1).recall, Tally(fn=1).f1) == (0.0, 0.0, 0.0)


def without(graph: Graph, rel: Rel) -> Graph:
    smaller = graph.copy()
    smaller.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[2] == rel])
    return smaller


@pytest.mark.parametrize("family", ["persons", "chaired", "attended", "reported_at", "meetings", "conveyed"])
def test_a_graph_of_the_gold_facts_is_right(family: str) -> None:
    assert evaluate(gold_graph(), read_gold(SEEDS), {})[family].f1 == 1.0


@pytest.mark.parametrize("rel", [Rel.CHAIRED, Rel.ATTENDED, Rel.SPOKE_AT, Rel.REPORTED_AT, Rel.CONVEYED])
def test_what_is_taken_away_is_missed(rel: Rel) -> None:
    whole = evaluate(gold_graph(), read_gold(SEEDS), {})[rel.lower()]
    less = evaluate(without(gold_graph(), rel), read_gold(SEEDS), {})[rel.lower()]
    assert (less.tp, less.fn) == (0, whole.tp + whole.fn)


def test_a_line_that_is_no_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + '\n\n{"persons": []}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:3: not gold facts: .*`id`"):
        read_gold(path)


def test_a_gold_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        read_gold(tmp_path / "none.jsonl")
