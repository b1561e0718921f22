"""The order of the input never shows."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Label, Rel
from kg.resolve import resolve
from kg.statement import Entity, Extraction, Span, Statement

NAMES = {
    Label.PERSON: ["王刚", "张军", "普京", "弗拉基米尔·普京", "殷雪莺", "殷雪鸢"],
    Label.MEETING: ["国务院常务会议", "党的十九届四中全会", "四中全会", "座谈会", "市疫情防控工作领导小组第108次会议"],
    Label.MEASURE: ["六稳", "“六稳”工作", "稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期", "六保"],
    Label.BODY: ["省委", "太原市委", "国务院", "委员们"],
    Label.POST: ["市委书记", "司法部部长", "俄罗斯总统", "董事长", "省委常委"],
    Label.DOCUMENT: ["政府工作报告", "“十四五”规划"],
}
dates = st.sampled_from(["", "2019-10-31", "2019-11-02", "2022-04-04", "XXXX-04-04"])


@st.composite
def entities(draw):
    label = draw(st.sampled_from(sorted(NAMES)))
    name = draw(st.sampled_from(NAMES[label]))
    props = {"date": draw(dates), "_held": draw(st.booleans())} if label is Label.MEETING else {}
    if label is Label.PERSON and draw(st.booleans()):
        props["_called"] = [draw(st.sampled_from(["村民", "记者"]))]
    return label, name, {name: value for name, value in props.items() if value != ""}


@st.composite
def extractions(draw, number):
    told = draw(st.lists(entities(), max_size=6))
    things = tuple(
        Entity(f"e{n}", label, name, (Span(10 * n, 10 * n + len(name)),), props)
        for n, (label, name, props) in enumerate(told)
    )
    people = [e.local for e in things if e.label is Label.PERSON]
    posts = [e.local for e in things if e.label is Label.POST]
    held = tuple(
        Statement(Rel.HOLDS, p, q, Span(0, 5), "原文如此。") for p in people for q in posts if draw(st.booleans())
    )
    article = Entity("a", Label.ARTICLE, "题", (Span(0, 90),), {})
    return Extraction(
        f"s{number}",
        draw(dates.filter(lambda d: "X" not in d)),
        draw(st.sampled_from(["", "山西省太原市"])),
        article,
        things,
        held,
    )


@st.composite
def worlds(draw):
    pages = [draw(extractions(number)) for number in range(draw(st.integers(1, 6)))]
    return pages, draw(st.permutations(pages))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_any_order_gives_the_same_world(given):
    pages, shuffled = given
    assert resolve(pages) == resolve(shuffled)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_every_entity_has_a_node_of_its_label_and_every_end_exists(given):
    pages, _ = given
    world = resolve(pages)
    for page in pages:
        for entity in (page.article, *page.entities):
            assert world.nodes[world.key(page, entity.local)].label is entity.label
    for derived in world.derived:
        assert derived.start in world.nodes and derived.end in world.nodes
        assert len(derived.evidence) == len(derived.quotes)
    assert world.judgements == sorted(world.judgements)
