"""Which mentions of meetings are one sitting."""

import pytest

from kg.model import Label, Rel
from kg.resolve import resolve
from kg.resolve.judgement import decide


@pytest.fixture
def keys(tell):
    """Keys of one meeting an article: `(published, name, properties)` each."""

    def of(*meetings, judgements=(), jurisdiction=""):
        tellings = [tell(f"s{n}", published, jurisdiction) for n, (published, *_) in enumerate(meetings)]
        for telling, (_, name, props) in zip(tellings, meetings, strict=True):
            telling.meeting(name, **props)
        pages = [telling.done() for telling in tellings]
        world = resolve(pages, judgements)
        return [world.key(page, "e0") for page in pages], world

    return of


HELD = {"_held": True}


def test_a_recollection_is_the_sitting_it_recalls_under_any_name(keys):
    (one, two, three), world = keys(
        ("2019-10-31", "中国共产党第十九届中央委员会第四次全体会议", {"date": "2019-10-31", **HELD}),
        ("2019-11-04", "党的十九届四中全会", {}),
        ("2019-11-05", "四中全会", {}),
    )
    assert one == two == three
    assert world.nodes[one].properties["ordinal"] == 4


def test_weekly_sittings_are_told_apart_by_day_and_recalled_by_nearness(keys):
    weekly = [(f"2016-{m:02}-{d:02}", "国务院常务会议", {"date": f"2016-{m:02}-{d:02}", **HELD})
              for m, d in [(11, 2), (11, 9), (11, 16), (11, 23), (11, 30), (12, 7)]]  # fmt: skip
    found, _ = keys(*weekly, ("2016-11-24", "国务院常务会议", {}), ("2020-05-01", "国务院常务会议", {}))
    assert len(set(found[:6])) == 6
    assert found[6] == found[3]
    assert found[7] not in found[:7]


def test_a_yearly_meeting_of_two_years_is_two(keys):
    (one, review, two), world = keys(
        ("2017-12-29", "中央农村工作会议", {"date": "2017-12-28", **HELD}),
        ("2018-01-02", "中央农村工作会议", {}),
        ("2020-12-30", "中央农村工作会议", {"date": "2020-12-28", **HELD}),
    )
    assert one == review != two
    assert any(not j.same and j.by == "rule:day" for j in world.judgements)


def test_first_and_last_day_of_a_rare_meeting_are_one_sitting(keys):
    (one, two), world = keys(
        ("2017-12-29", "中央农村工作会议", {"date": "2017-12-28", **HELD}),
        ("2017-12-30", "中央农村工作会议", {"date": "2017-12-29", **HELD}),
    )
    assert one == two and world.nodes[one].properties["date"] == "2017-12-28"


def test_the_same_number_years_apart_is_two_sittings(keys):
    (one, two), _ = keys(
        ("2014-01-22", "某某领导小组第一次会议", {"date": "2014-01-22", **HELD}),
        ("2018-03-28", "某某领导小组第一次会议", {"date": "2018-03-28", **HELD}),
    )
    assert one != two


def test_the_same_number_of_two_cities_is_two_meetings(tell):
    taiyuan, datong = tell("t", jurisdiction="山西省太原市"), tell("d", jurisdiction="山西省大同市")
    for telling in (taiyuan, datong):
        telling.meeting("市疫情防控工作领导小组第108次会议", date="2022-04-04", **HELD)
    pages = [taiyuan.done(), datong.done()]
    world = resolve(pages)
    one, two = (world.key(page, "e0") for page in pages)
    assert one != two
    assert world.nodes[two].properties["name"] == "大同市疫情防控工作领导小组第108次会议"


def test_nameless_meetings_are_one_only_with_one_chair_and_day(keys):
    (one, again, other_chair, other_day, nobody), _ = keys(
        ("2021-01-22", "座谈会", {"date": "2021-01-21", "_bare": True, "_chair": "李克强", **HELD}),
        ("2021-01-23", "座谈会", {"date": "2021-01-21", "_bare": True, "_chair": "李克强", **HELD}),
        ("2021-01-22", "座谈会", {"date": "2021-01-21", "_bare": True, "_chair": "汪洋", **HELD}),
        ("2021-03-02", "座谈会", {"date": "2021-03-01", "_bare": True, "_chair": "李克强", **HELD}),
        ("2021-01-22", "座谈会", {"date": "2021-01-21", "_bare": True, **HELD}),
    )
    assert one == again
    assert len({one, other_chair, other_day, nobody}) == 4


def test_partial_dates_are_kept_and_never_guessed(keys):
    (one,), world = keys(("", "市疫情防控工作领导小组第108次会议", {"date": "XXXX-04-04", **HELD}))
    assert world.nodes[one].properties["date"] == "XXXX-04-04"


def test_a_curator_overrules_every_rule_and_can_be_undone(keys):
    meetings = [
        ("2017-12-29", "中央农村工作会议", {"date": "2017-12-28", **HELD}),
        ("2018-01-02", "中央农村工作会议", {}),
        ("2018-01-03", "全国农业会议", {}),
    ]
    before, _ = keys(*meetings)
    refs = [f"s{n}#char=0,{len(name)}" for n, (_, name, _) in enumerate(meetings)]
    apart = decide(Label.MEETING, refs[0], refs[1], same=False, by="editor", when="2024-01-01", reason="another one")
    joined = decide(Label.MEETING, refs[0], refs[2], same=True, by="editor", when="2024-01-01", reason="renamed")
    after, world = keys(*meetings, judgements=[apart, joined])
    assert before[0] == before[1] != before[2]
    assert after[0] == after[2] != after[1]
    assert {apart, joined} <= set(world.judgements)
    assert keys(*meetings, judgements=[])[0] == before


def test_a_yearly_meeting_without_a_date_is_that_of_the_last_season(keys):
    name = "全省农业工作会议"
    held = [
        (f"{year}-12-{day}", name, {"date": f"{year}-12-{day}", **HELD})
        for year, day in [(2014, 20), (2016, 18), (2019, 22)]
    ]
    recalled = [(day, name, {}) for day in ("2015-03-01", "2016-02-10", "2016-11-01", "2016-12-19", "2018-06-01")]
    found, _ = keys(*held, *recalled)
    assert found[3] == found[0]
    assert found[4] == found[5] not in found[:3]  # nobody reports the sitting of December 2015
    assert found[6] == found[1]
    assert found[7] not in found[:7]


def test_a_report_of_a_sitting_held_now_is_not_last_years(keys):
    (past, now), _ = keys(
        ("2018-05-10", "全市护林工作会议", {"date": "2018-05-10", **HELD}), ("2018-11-02", "全市护林工作会议", HELD)
    )
    assert past != now


def test_talks_of_a_day_are_told_apart_by_who_meets(tell):
    pages = []
    for n, guest in enumerate(["若昂", "皮埃尔", "若昂"]):
        page = tell(f"s{n}", "2014-11-16", "")
        talk = page.meeting("会见", date="2014-11-16", **HELD)
        for name in ("王明", guest):
            page.say(page.person(name), Rel.ATTENDED, talk)
        pages.append(page.done())
    world = resolve(pages)
    brazil, france, again = (world.key(page, "e0") for page in pages)
    assert brazil == again != france


def test_two_sittings_reported_without_a_day_a_year_apart_are_two(keys):
    found, _ = keys(
        ("2025-05-11", "进驻动员会", HELD), ("2025-06-02", "进驻动员会", {}), ("2026-04-07", "进驻动员会", HELD)
    )
    assert found[0] == found[1] != found[2]


def test_a_number_alone_tells_no_meeting(keys):
    found, _ = keys(("2019-06-16", "第五次会晤", HELD), ("2019-06-22", "第五次会晤", HELD))
    assert len(set(found)) == 2
