"""What is added to an extraction while its text is at hand."""

from kg.completing import completed
from kg.model import Label, Rel
from kg.statement import Entity, Extraction, Span, Statement

TEXT = "国家主席习近平同老挝国家主席\n通伦会谈。"


def told() -> Extraction:
    xi, thongloun = Span(4, 7), Span(15, 17)
    entities = (
        Entity("p1", Label.PERSON, "习近平", (xi,)),
        Entity("p2", Label.PERSON, "通伦", (thongloun,)),
        Entity("q", Label.POST, "国家主席", (Span(0, 4), Span(10, 14))),
        Entity("q2", Label.POST, "老挝国家主席", (Span(8, 14),)),
    )
    said = (
        Statement(Rel.HOLDS, "p1", "q", Span(0, 7), TEXT[0:7], {"titles": ["国家主席"]}),
        Statement(Rel.HOLDS, "p2", "q", Span(10, 17), TEXT[10:17], {"titles": ["国家主席"]}),
        Statement(Rel.HOLDS, "p2", "q2", Span(8, 17), TEXT[8:17], {"titles": ["老挝国家主席"]}),
    )
    article = Entity("a", Label.ARTICLE, "题", (Span(0, len(TEXT)),))
    return Extraction("s", "2021-05-03", "", article, entities, said)


def test_a_title_of_two_holders_is_two_posts() -> None:
    found = completed(told(), TEXT)
    held = {said.start: said.end for said in found.statements if said.rel is Rel.HOLDS and said.end != "q2"}
    posts = {entity.local: entity for entity in found.entities if entity.label is Label.POST}
    assert held["p1"] != held["p2"]
    assert (posts[held["p1"]].mentions, posts[held["p2"]].mentions) == ((Span(0, 4),), (Span(10, 14),))
    assert {post.name for post in posts.values()} == {"国家主席", "老挝国家主席"}
    assert "q2" in posts


def test_every_place_is_a_mention_and_people_have_their_surroundings() -> None:
    found = completed(told(), TEXT)
    mentions = [said for said in found.statements if said.rel is Rel.MENTIONS]
    assert len(mentions) == sum(len(entity.mentions) for entity in found.entities)
    assert all(said.quote == TEXT[said.evidence.start : said.evidence.end].replace("\n", "") for said in mentions)
    near = next(entity for entity in found.entities if entity.local == "p2").props["_near"]
    assert near == ["国家主席习近平同老挝国家主席", "会谈。"]
