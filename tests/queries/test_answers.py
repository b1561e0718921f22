"""What the canned queries answer on the two seed pages."""

from __future__ import annotations

import pytest

from kg.queries import all_queries
from kg.queries.header import Query
from tests.queries.conftest import Ask

CITY_108, CITY_119 = "太原市疫情防控工作领导小组第108次会议", "太原市疫情防控工作领导小组第119次会议"
COMPOSITE = "落地核酸+点对点转运+精准赋码"


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_the_example_has_its_expected_first_row(ask_both: Ask, query: Query) -> None:
    rows = ask_both(query.name, **query.example.parameters)
    assert rows
    assert rows[0] | query.example.first == rows[0]


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_every_row_proves_itself(ask_both: Ask, query: Query) -> None:
    for row in ask_both(query.name, **query.example.parameters):
        assert tuple(row) == query.columns
        assert len(row["evidence"]) == len(row["quotes"]) > 0
        assert all("#char=" in entry for entry in row["evidence"]) and all(row["quotes"])


def test_the_first_job_is_answered_from_the_pages_themselves(ask_both: Ask) -> None:
    """Who chaired; the measure, its parts alone, and its way from the province to the city."""
    chairs = {(row["date"], row["chair"]) for row in ask_both("chaired")}
    assert chairs >= {("2022-04-04", "林武"), ("2022-04-04", "韦韬"), ("2022-05-25", "张韬")}
    steps = ask_both("trace", measure=COMPOSITE)
    assert [row["chairs"] for row in steps if row["relation"] == "whole"] == [["韦韬"], ["张韬"]]
    province = [row for row in steps if row["chairs"] == ["林武"]]
    assert {row["relation"] for row in province} == {"part"}
    assert any("点对点转运" in row["words"] for row in province) and any("赋码" in row["words"] for row in province)
    (leg,) = ask_both("trace_way", measure=COMPOSITE)
    assert (leg["meeting"], leg["conveyed"]) == (CITY_108, province[0]["meeting"])


@pytest.mark.parametrize(
    ("given", "chairs"),
    [
        ({}, ["韦韬", "林武", "张韬"]),
        ({"ordinal": 78}, ["林武"]),
        ({"meeting": "总结推进会"}, ["张韬"]),
        ({"person": "韦韬"}, ["韦韬"]),
        ({"body": "山西省委"}, ["林武"]),
        ({"body": "太原市"}, ["韦韬", "张韬"]),
        ({"since": "2022-05"}, ["张韬"]),
        ({"until": "2022-04-04"}, ["韦韬", "林武"]),
        ({"since": "2022-04", "until": "2022-05"}, ["韦韬", "林武", "张韬"]),
        ({"since": "2023"}, []),
        ({"person": "张"}, []),
    ],
)
def test_chairs_are_found_by_meeting_person_body_and_period(
    ask_seeds: Ask, given: dict[str, str | int], chairs: list[str]
) -> None:
    assert [row["chair"] for row in ask_seeds("chaired", **given)] == chairs


def test_who_took_part_is_listed_role_by_role(ask_seeds: Ask) -> None:
    rows = ask_seeds("attended", meeting="第七十八次")
    assert [row["role"] for row in rows] == ["CHAIRED", "SPOKE_AT", "REPORTED_AT", *["ATTENDED"] * 8]
    assert ("于英杰", ["副省长"]) in [(row["person"], row["as_posts"]) for row in rows]


def test_a_persons_record_holds_posts_meetings_and_words(ask_seeds: Ask) -> None:
    facts = [(row["fact"], row["what"]) for row in ask_seeds("person", person="韦韬")]
    assert ("CHAIRED", CITY_108) in facts and ("SPOKE_AT", CITY_119) in facts
    assert ("HOLDS", "太原市委书记") in facts and ("HOLDS", "山西省委常委") in facts
    assert any(fact == "ISSUED" and what.startswith("希望集团立足") for fact, what in facts)


def test_a_meeting_on_one_page(ask_seeds: Ask) -> None:
    rows = ask_seeds("meeting", meeting="第108次会议")
    told = {row["fact"] for row in rows}
    assert told == {"CHAIRED", "SPOKE_AT", "HELD_BY", "CONVEYED", "GIVEN_AT", "REPORTS"}
    demands = [row for row in rows if row["fact"] == "GIVEN_AT"]
    offsets = [int(row["evidence"][0].partition("#char=")[2].partition(",")[0]) for row in demands]
    assert offsets == sorted(offsets)
    assert len(demands) == 9 and demands[-1]["measures"] == [COMPOSITE] and demands[-1]["who"] == [CITY_108]
    assert [row["fact"] for row in ask_seeds("meeting", ordinal=78) if "CONVEY" in row["fact"]] == ["CONVEYED_BY"]


def test_a_series_tells_how_many_sittings_are_missing(ask_seeds: Ask) -> None:
    first, second = ask_seeds("series", body="太原市疫情防控工作领导小组")
    assert (first["missing"], first["days_since"]) == (None, None)
    assert (second["previous"], second["missing"], second["days_since"]) == (CITY_108, 10, 51)


def test_the_trace_follows_the_measure_from_province_to_city(ask_seeds: Ask) -> None:
    rows = ask_seeds("trace", measure=COMPOSITE)
    assert [(row["date"], row["relation"], row["measures"]) for row in rows] == [
        ("2022-04-04", "part", ["点对点转运"]),
        ("2022-04-04", "part", ["赋码管理"]),
        ("2022-04-04", "whole", [COMPOSITE]),
        ("2022-05-25", "whole", [COMPOSITE]),
    ]
    assert [row["speaker"] for row in rows] == ["林武", "林武", CITY_108, CITY_119]
    assert "全链条工作机制" in rows[2]["words"] and "管控措施" in rows[3]["words"]
    assert rows[2]["conveyed_from"] == [rows[0]["meeting"]]


def test_the_trace_of_a_part_finds_the_part_under_its_other_wording(ask_seeds: Ask) -> None:
    rows = ask_seeds("trace", measure="精准赋码")
    assert [(row["relation"], row["wordings"]) for row in rows] == [("variant", ["赋码管理"])]


def test_the_way_names_what_the_conveyed_meeting_asked_for(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("trace_way", measure=COMPOSITE)
    assert (row["meeting"], row["conveyed_demands"]) == (CITY_108, ["点对点转运", "赋码管理"])


def test_first_mention_is_the_earliest_and_more_on_request(ask_seeds: Ask) -> None:
    assert [row["meetings"] for row in ask_seeds("first_mention", measure=COMPOSITE)] == [[CITY_108]]
    assert [row["meetings"] for row in ask_seeds("first_mention", measure=COMPOSITE, limit=5)] == [
        [CITY_108],
        [CITY_119],
    ]


def test_measures_of_the_same_demand_come_first(ask_seeds: Ask) -> None:
    rows = ask_seeds("raised_together", measure=COMPOSITE)
    assert rows[0]["measure"] == "第一时间、第一落点" and rows[0]["same_demand"]
    assert "三区" in [row["measure"] for row in rows[1:]] and COMPOSITE not in [row["measure"] for row in rows]


def test_demands_are_found_by_speaker_words_and_addressee(ask_seeds: Ask) -> None:
    assert len(ask_seeds("demands", speaker="蓝佛安")) == 4
    assert [row["addressee"] for row in ask_seeds("demands", words="电子隔离设备")] == [""]
    assert {row["addressee"] for row in ask_seeds("demands", addressee="全市")} == {"全市各级各部门"}
    assert ask_seeds("demands", addressee="全市", addressees=["干部"]) == []


def test_documents_are_found_by_what_was_done_with_them(ask_seeds: Ask) -> None:
    assert [row["who"] for row in ask_seeds("documents", action="PUBLISHED")] == ["山西省教育厅"]
    assert ask_seeds("documents", action="ADOPTED") == []


def test_targets_are_found_by_deadline(ask_seeds: Ask) -> None:
    assert len(ask_seeds("targets", until="2025-12-31")) == len(ask_seeds("targets")) == 9
    assert ask_seeds("targets", until="2024") == []
    assert {tuple(row["issuers"]) for row in ask_seeds("targets")} == {("山西省教育厅",)}


def test_two_people_together(ask_seeds: Ask) -> None:
    rows = ask_seeds("co_attendance", person="韦韬", other="张新伟")
    assert [(row["meeting"], row["roles"], row["other_roles"]) for row in rows] == [
        (CITY_108, ["CHAIRED"], ["SPOKE_AT"]),
        (CITY_119, ["ATTENDED", "SPOKE_AT"], ["SPOKE_AT"]),
    ]
    assert ask_seeds("co_attendance", person="韦韬", other="韦韬") == []


def test_who_stood_in(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("stand_ins")
    assert (row["chair"], row["instead_of"], row["usual_present_as"]) == ("张韬", "韦韬", ["ATTENDED", "SPOKE_AT"])


def test_what_changed_between_two_sittings(ask_seeds: Ask) -> None:
    rows = ask_seeds("changes", earlier="第108次", later="第119次")
    changes = {row["measure"]: row["change"] for row in rows}
    assert changes["三区"] == "dropped" and changes["电子围栏"] == "new" and changes[COMPOSITE] == "kept"
    (kept,) = (row for row in rows if row["change"] == "kept")
    assert "全链条工作机制" in kept["earlier_words"][0] and "管控措施" in kept["later_words"][0]


@pytest.mark.parametrize(
    ("day", "standing"),
    [("", {""}), ("2022-04", {"seen"}), ("2023-01-01", {"not seen since"}), ("2021-01-01", set())],
)
def test_posts_on_a_date_are_never_guessed_beyond_the_evidence(ask_seeds: Ask, day: str, standing: set[str]) -> None:
    rows = ask_seeds("posts", person="林武", date=day)
    assert {row["on_date"] for row in rows} == standing
    if standing:
        assert {row["post"] for row in rows} >= {"山西省委书记"}


def test_posts_are_found_by_post_and_by_body(ask_seeds: Ask) -> None:
    assert {row["person"] for row in ask_seeds("posts", post="市委副书记")} == {"张新伟", "张韬"}
    assert {row["person"] for row in ask_seeds("posts", body="太原市委")} == {"韦韬", "张新伟", "张韬"}


def test_orphans_are_only_mentioned(ask_seeds: Ask) -> None:
    names = {row["name"] for row in ask_seeds("orphans")}
    assert "金莹" in names and not names & {"林武", "韦韬", COMPOSITE, CITY_108}


def test_doubts_by_kind(ask_seeds: Ask) -> None:
    assert [row["name"] for row in ask_seeds("doubts", kind="weak variant")] == ["赋码管理"]
    assert ask_seeds("doubts", kind="weak variant", score=40) == []
    assert ask_seeds("doubts", kind="meeting with two chairs") == []


def test_measures_with_their_parts(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("measures", measure=COMPOSITE)
    assert (row["parts"], row["demands"]) == (["点对点转运", "精准赋码", "落地核酸"], 2)
    assert len(ask_seeds("measures", limit=3)) == 3


@pytest.mark.parametrize("words", ["没有这个", "' OR 1=1 //", '"}) DETACH DELETE n', "$meeting", "\\", "%", "*"])
def test_strange_words_are_only_words(ask_seeds: Ask, words: str) -> None:
    assert ask_seeds("chaired", meeting=words) == [] == ask_seeds("trace", measure=words)
