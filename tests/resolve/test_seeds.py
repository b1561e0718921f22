"""The two newspaper pages as one world."""

from kg.claims import Claimed
from kg.graph import build
from kg.model import Label, Rel
from kg.resolve import resolve


def test_bodies_and_posts_have_their_place(pages):
    world = resolve(pages)
    assert world.key(pages[1], "e1") == "post/山西省委常委"
    assert world.key(pages[1], "e2") == "post/太原市委书记"
    assert world.nodes["post/太原市委书记"].properties == {"name": "太原市委书记", "role": "市委书记"}
    assert world.nodes["body/太原市委"].properties["region"] == "140100 太原市"
    offices = {d.start: d.end for d in world.derived if d.rel is Rel.OF}
    assert offices["post/太原市委政法委书记"] == "body/太原市委政法委"
    assert offices["post/山西航空产业集团有限公司董事长"] == "body/山西航空产业集团有限公司"
    assert ("body/太原市委政法委", "body/太原市委") in {(d.start, d.end) for d in world.derived if d.rel is Rel.PART_OF}


def test_the_conveyed_meeting_is_the_one_that_was_held(pages):
    world = resolve(pages)
    held, conveyed = (
        next(
            world.key(page, e.local) for e in page.entities if e.label is Label.MEETING and e.props.get("ordinal") == 78
        )
        for page in pages[:2]
    )
    assert held == conveyed
    properties = world.nodes[held].properties
    assert properties["date"] == "2022-04-04" and properties["ordinal"] == 78
    assert "省委第七十八次专题会议暨省疫情防控工作领导小组会议" in properties["aliases"]
    assert len([k for k, node in world.nodes.items() if node.label is Label.MEETING]) == 3


def test_the_reporter_is_one_by_a_recorded_judgement(pages):
    world = resolve(pages)
    reporters = [node.properties for node in world.nodes.values() if str(node.properties["name"]).startswith("殷雪")]
    assert reporters == [{"name": "殷雪莺", "aliases": ["殷雪鸢"]}]
    (judgement,) = [j for j in world.judgements if j.by == "rule:lookalike"]
    assert judgement.same and judgement.label is Label.PERSON and 0.5 < judgement.score < 1
    assert "梁涛" in judgement.reason and judgement.names == ("殷雪莺", "殷雪鸢")


def test_first_and_last_seen(pages):
    held = build(pages, resolve(pages)).edges["person/韦韬", "post/太原市委书记", "HOLDS"]
    assert (held["first_seen"], held["last_seen"]) == ("2022-04-04", "2022-05-26")


def test_each_source_claims_the_days_it_shows(pages):
    held = build(pages, resolve(pages)).edges["person/韦韬", "post/太原市委书记", "HOLDS"]
    left = Claimed.read(held).without({"b.txt"}).properties(Rel.HOLDS)
    assert (left["first_seen"], left["last_seen"]) == ("2022-04-04", "2022-04-04")


def test_an_article_given_twice_changes_nothing(pages):
    assert resolve(pages + pages) == resolve(pages)


def test_article_keys_number_the_articles_of_a_page(pages):
    world = resolve(pages)
    assert [world.key(page, "a") for page in pages] == ["article/a.txt#1", "article/a.txt#2", "article/b.txt"]


def test_a_former_post_is_not_seen_in_office(tell):
    telling = tell("s", "2017-07-30")
    telling.person("某甲", "原山西省委书记")
    (held,) = [d for d in resolve([telling.done()]).derived if d.rel is Rel.HOLDS]
    assert held.end == "post/山西省委书记" and "first_seen" not in held.props
