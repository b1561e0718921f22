"""What the canned queries answer where the seed pages have no case: told fact by fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.queries.conftest import Ask
from tests.small_graph import Fact

AskSmall = Callable[..., Ask]
WEEKLY = [("Meeting:" + name, {"series": "例会", "date": date, "ordinal": n}) for name, date, n in
          [("一次", "2022-01-05", 1), ("二次", "2022-01-12", 2), ("五次", "XXXX-02-05", 5)]]  # fmt: skip


def test_adopted_and_considered_documents(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Meeting:常委会", {"date": "2022-06-01", "aliases": ["市委常委会"]}),
        ("Meeting:常委会 ADOPTED Document:工作方案", {"verb": ["审议通过"]}),
        "Meeting:常委会 CONSIDERED Document:调研报告",
        "Body:市政府 PUBLISHED Document:通知",
    )
    assert [(row["document"], row["date"]) for row in ask("documents", action="ADOPTED")] == [
        ("工作方案", "2022-06-01")
    ]
    assert [row["document"] for row in ask("documents", who="市委常委会")] == ["工作方案", "调研报告"]
    assert [row["action"] for row in ask("documents")] == ["ADOPTED", "CONSIDERED", "PUBLISHED"]


def test_the_chain_goes_up_to_the_centre_and_ends_in_a_circle(ask_small: AskSmall) -> None:
    ask = ask_small(
        "Meeting:县会 CONVEYED Meeting:市会",
        "Meeting:市会 CONVEYED Meeting:省会议",
        "Meeting:省会议 CONVEYED Meeting:中央会议",
        "Meeting:中央会议 CONVEYED Document:讲话",
        "Meeting:中央会议 CONVEYED Meeting:县会",
    )
    rows = ask("conveyed", meeting="县会")
    assert [(row["step"], row["meeting"], row["conveyed"]) for row in rows] == [
        (1, "县会", "市会"),
        (2, "市会", "省会议"),
        (3, "省会议", "中央会议"),
        (4, "中央会议", "县会"),
        (4, "中央会议", "讲话"),
    ]
    assert rows[-1]["conveyed_kind"] == "Document"


def test_a_person_asked_to_chair(ask_small: AskSmall) -> None:
    quote = "受市委书记王一委托，市委副书记李二主持会议。"
    ask = ask_small(
        ("Person:李二 CHAIRED Meeting:会议", {"quotes": [quote]}),
        "Article:报道 REPORTS Meeting:会议",
        "Article:报道 MENTIONS Person:王一",
        "Article:报道 MENTIONS Person:李二",
        "Article:报道 MENTIONS Person:路人",
    )
    (row,) = ask("stand_ins")
    assert (row["chair"], row["instead_of"], row["reason"], row["quotes"]) == (
        "李二",
        "王一",
        "asked to chair",
        [quote],
    )


def test_the_usual_chair_is_the_most_frequent_and_a_joint_chair_is_no_stand_in(ask_small: AskSmall) -> None:
    once, again = (
        ["Person:李二 CHAIRED Meeting:一次"],
        ["Person:王一 CHAIRED Meeting:二次", "Person:王一 CHAIRED Meeting:五次"],
    )
    asked = ask_small(*WEEKLY, *once, *again)("stand_ins", series="例会")
    assert [(row["meeting"], row["chair"], row["instead_of"]) for row in asked] == [("一次", "李二", "王一")]
    jointly = ask_small(*WEEKLY, *again, "Person:李二 CHAIRED Meeting:二次")("stand_ins", series="例会")
    assert jointly == []


def test_of_two_equally_frequent_chairs_the_earlier_is_the_usual_one(ask_small: AskSmall) -> None:
    ask = ask_small(*WEEKLY, "Person:王一 CHAIRED Meeting:二次", "Person:李二 CHAIRED Meeting:一次")
    assert [(row["meeting"], row["instead_of"]) for row in ask("stand_ins")] == [("二次", "李二")]


def test_gaps_of_a_series_with_dates_known_in_part(ask_small: AskSmall) -> None:
    held = [f"Meeting:{name} HELD_BY Body:小组" for name in ("一次", "二次", "五次")]
    rows = ask_small(*WEEKLY, *held)("series", body="小组")
    assert [(row["ordinal"], row["missing"], row["days_since"]) for row in rows] == [
        (1, None, None), (2, 0, 7), (5, 2, None)
    ]  # fmt: skip


def test_a_meeting_without_a_date_is_found_unless_a_period_is_asked_for(ask_small: AskSmall) -> None:
    ask = ask_small("Person:王一 CHAIRED Meeting:会议")
    assert len(ask("chaired")) == 1
    assert ask("chaired", since="1900") == [] == ask("chaired", until="2100")


@pytest.mark.parametrize("asked", ["殷雪莺", "殷雪鸢"])
def test_a_person_is_found_by_every_form_of_the_name(ask_small: AskSmall, asked: str) -> None:
    ask = ask_small(("Person:殷雪莺", {"aliases": ["殷雪鸢"]}), "Person:殷雪莺 ATTENDED Meeting:会议")
    assert [row["person"] for row in ask("attended", person=asked)] == ["殷雪莺"]
    assert [row["fact"] for row in ask("person", person=asked)] == ["ATTENDED"]


def test_a_demand_for_the_whole_is_not_listed_again_for_its_parts(ask_small: AskSmall) -> None:
    ask = ask_small(
        "Measure:甲+乙 HAS_PART Measure:甲",
        "Measure:甲+乙 HAS_PART Measure:乙",
        "Directive:落实甲+乙 CALLS_FOR Measure:甲+乙",
        "Directive:落实甲+乙 CALLS_FOR Measure:甲",
        "Directive:先做甲 CALLS_FOR Measure:甲",
    )
    assert [(row["words"], row["relation"], row["measures"]) for row in ask("trace", measure="甲+乙")] == [
        ("落实甲+乙", "whole", ["甲+乙"]), ("先做甲", "part", ["甲"]),
    ]  # fmt: skip
    assert [row["words"] for row in ask("trace", measure="甲")] == ["落实甲+乙", "先做甲"]


def test_two_holders_of_one_secretarys_post_are_doubtful_only_while_they_overlap(ask_small: AskSmall) -> None:
    def holds(person: str, first: str, last: str) -> Fact:
        return f"Person:{person} HOLDS Post:市委书记", {"first_seen": first, "last_seen": last}

    apart = [holds("王一", "2020-01-01", "2021-01-01"), holds("李二", "2021-02-01", "2022-01-01")]
    overlapping = [holds("赵三", "2021-06-01", "2021-07-01"), *apart]
    assert ask_small(*apart)("doubts", kind="two holders at one time") == []
    rows = ask_small(*overlapping)("doubts", kind="two holders at one time")
    assert [{row["name"], row["other"]} for row in rows] == [{"李二", "赵三"}]


def test_a_few_of_many_proofs_show_two_holders(ask_small: AskSmall) -> None:
    def holds(person: str) -> Fact:
        proofs = {
            "evidence": [f"{person}-{n}.txt#char=0,6" for n in range(9)],
            "quotes": [f"市委书记{person}（{n}）" for n in range(9)],
        }
        return f"Person:{person} HOLDS Post:市委书记", {"first_seen": "2020-01-01", "last_seen": "2021-01-01"} | proofs

    (row,) = ask_small(holds("王一"), holds("李二"))("doubts", kind="two holders at one time")
    assert [quote[4:6] for quote in row["quotes"]] == ["李二"] * 5 + ["王一"] * 5


def test_an_empty_store_answers_nothing(ask_small: AskSmall) -> None:
    ask = ask_small()
    assert ask("chaired") == ask("trace", measure="甲") == ask("doubts") == ask("series", body="组") == []


def test_first_raised_is_told_in_the_words_asked_and_in_others(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Meeting:二月会", {"date": "2022-02-01"}),
        ("Meeting:三月会", {"date": "2022-03-01"}),
        ("Meeting:四月会", {"date": "2022-04-01"}),
        "Directive:推行码上办 CALLS_FOR Measure:网上办",
        "Person:王一 ISSUED Directive:推行码上办",
        "Directive:推行码上办 GIVEN_AT Meeting:二月会",
        "Directive:再推网上办 CALLS_FOR Measure:网上办",
        "Person:李二 ISSUED Directive:再推网上办",
        "Directive:再推网上办 GIVEN_AT Meeting:四月会",
        "Directive:要网上办好 GIVEN_AT Meeting:三月会",
        "Person:赵三 ISSUED Directive:要网上办好",
        "Meeting:三月会 CONVEYED Meeting:二月会",
    )
    rows = ask("origin", measure="网上办")
    assert [(row["wording"], row["date"], row["speaker"], row["conveyed_from"]) for row in rows] == [
        ("as asked", "2022-03-01", "赵三", ["二月会"]),  # nobody filed it under the measure, its words are there
        ("another wording", "2022-02-01", "王一", []),
    ]
    assert ask("origin", measure="没有的") == []


def test_of_two_meetings_on_one_day_the_conveyed_one_was_first(ask_small: AskSmall) -> None:
    day = {"date": "2022-04-04"}
    ask = ask_small(
        ("Meeting:市会", day),
        ("Meeting:省会议", day),
        "Meeting:市会 CONVEYED Meeting:省会议",
        *(f"Directive:{who}要甲 CALLS_FOR Measure:甲" for who in ("市", "省")),
        "Person:市长 ISSUED Directive:市要甲",
        "Person:省长 ISSUED Directive:省要甲",
        "Directive:市要甲 GIVEN_AT Meeting:市会",
        "Directive:省要甲 GIVEN_AT Meeting:省会议",
    )
    assert [row["meeting"] for row in ask("origin", measure="甲")] == ["省会议"]


def test_sittings_by_body_and_time_with_their_reports(ask_small: AskSmall) -> None:
    ask = ask_small(
        *WEEKLY,
        ("Meeting:一次", {"format": "视频", "venue": "太原"}),
        "Meeting:一次 HELD_BY Body:小组",
        "Article:甲报 REPORTS Meeting:一次",
        "Article:乙报 REPORTS Meeting:一次",
        "Article:甲报 REPORTS Meeting:二次",
    )
    rows = ask("sittings")
    assert [(row["meeting"], row["reports"], row["format"], row["venue"]) for row in rows] == [
        ("一次", 2, "视频", "太原"),
        ("二次", 1, None, None),
    ]
    assert [row["meeting"] for row in ask("sittings", body="小组")] == ["一次"]
    assert [row["meeting"] for row in ask("sittings", since="2022-01-06", until="2022-01")] == ["二次"]


def test_reports_and_bylines(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Article:甲报", {"reporters": ["殷雪鸢"], "date": "2022-01-06", "source": "日报"}),
        ("Person:殷雪莺", {"aliases": ["殷雪鸢"]}),
        ("Meeting:例会", {"date": "2022-01-05"}),
        "Article:甲报 REPORTS Meeting:例会",
        "Article:甲报 MENTIONS Person:殷雪莺",
        "Article:甲报 MENTIONS Person:王一",
    )
    (report,) = ask("reports", meeting="例会")
    assert (report["article"], report["source"], report["reporters"]) == ("甲报", "日报", ["殷雪鸢"])
    (byline,) = ask("bylines", person="殷雪莺")
    assert (byline["article"], byline["meetings"]) == ("甲报", ["例会"])
    assert ask("bylines", person="王一") == []


def test_one_role_one_fact_one_absent_chair(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Person:李二 CHAIRED Meeting:会议", {"quotes": ["记者周四报道，受王一委托，李二主持会议。"]}),
        "Person:赵三 SPOKE_AT Meeting:会议",
        "Meeting:会议 CONVEYED Meeting:省会议",
        "Article:报道 REPORTS Meeting:会议",
        *(f"Article:报道 MENTIONS Person:{name}" for name in ("王一", "周四")),
    )
    assert [row["person"] for row in ask("attended", role="SPOKE_AT")] == ["赵三"]
    assert [row["what"] for row in ask("meeting", meeting="省会议", fact="CONVEYED_BY")] == ["会议"]
    assert [row["instead_of"] for row in ask("stand_ins")] == ["王一"]
    assert ask("stand_ins", instead_of="周四") == []


def test_a_post_in_a_period_and_documents_of_a_time(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Person:王一 HOLDS Post:市长", {"first_seen": "2022-04-04", "last_seen": "2022-05-25"}),
        ("Meeting:会议", {"date": "2022-06-01"}),
        "Meeting:会议 ADOPTED Document:方案",
    )
    half_years = ("2022-01", "2022-06"), ("2022-07", "2022-12"), ("2021-01", "2021-06")
    rows = [ask("posts", post="市长", date=since, until=until) for since, until in half_years]
    assert [[row["on_date"] for row in seen] for seen in rows] == [["seen"], ["not seen since"], []]
    assert len(ask("documents", since="2022-06", until="2022-06")) == 1 and ask("documents", since="2023") == []


def test_a_node_is_asked_for_by_its_key_and_by_nothing_else(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Person:李二", {"aliases": ["李贰"]}),
        ("Article:早", {"date": "2022-01-01"}),
        ("Article:晚", {"date": "2022-03-01"}),
        "Article:晚 MENTIONS Person:李二",
        "Article:早 MENTIONS Person:李二",
    )
    (row,) = ask("node", key="person/李二")
    assert (row["label"], row["name"], row["aliases"], row["reports"]) == ("Person", "李二", ["李贰"], 2)
    assert (row["first_report"], row["last_report"], row["quotes"]) == (
        "2022-01-01",
        "2022-03-01",
        ["Article:早 MENTIONS Person:李二"],
    )
    assert ask("node", key="李二") == ask("node", key="person/李") == ask("node", key="meeting/李二") == []
    assert [row["name"] for row in ask("mentions", key="person/李二")] == ["晚", "早"]
    assert [row["name"] for row in ask("mentions", key="article/早")] == ["李二"]


def test_facts_go_both_ways_and_can_be_chosen(ask_small: AskSmall) -> None:
    ask = ask_small(
        "Meeting:市会 CONVEYED Meeting:省会议", "Person:李二 CHAIRED Meeting:市会", "Meeting:县会 CONVEYED Meeting:市会"
    )
    told = [(row["fact"], row["direction"], row["name"]) for row in ask("facts", key="meeting/市会")]
    assert told == [("CHAIRED", "in", "李二"), ("CONVEYED", "in", "县会"), ("CONVEYED", "out", "省会议")]
    assert [row["name"] for row in ask("facts", key="meeting/市会", facts=["CHAIRED"])] == ["李二"]


def test_demands_are_found_from_whoever_made_them_and_from_what_they_are_for(ask_small: AskSmall) -> None:
    ask = ask_small(
        "Person:李二 ISSUED Directive:要抓紧",
        "Directive:要抓紧 GIVEN_AT Meeting:市会",
        "Directive:要抓紧 CALLS_FOR Measure:双减",
        "Directive:要抓紧 CITES Document:方案",
    )
    for key in ("person/李二", "meeting/市会", "measure/双减", "document/方案"):
        (row,) = ask("words", key=key)
        assert (row["words"], row["speaker_key"], row["meeting_key"]) == ("要抓紧", "person/李二", "meeting/市会")
        assert (row["measures"], row["measure_keys"]) == (["双减"], ["measure/双减"])
    assert ask("words", key="body/市委") == []


def test_posts_are_found_from_the_person_the_post_and_the_body(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Person:李二 HOLDS Post:市长", {"first_seen": "2022-01", "last_seen": "2022-02", "titles": ["市长"]}),
        "Post:市长 OF Body:市政府",
    )
    for key in ("person/李二", "post/市长", "body/市政府"):
        (row,) = ask("holders", key=key)
        assert (row["person"], row["post"], row["bodies"], row["first_seen"]) == ("李二", "市长", ["市政府"], "2022-01")


def test_the_calendar_is_of_a_body_of_a_series_or_of_all(ask_small: AskSmall) -> None:
    chaired = [f"Person:李二 CHAIRED Meeting:{name}" for name in ("一次", "二次", "五次", "别的")]
    ask = ask_small(*WEEKLY, "Meeting:一次 HELD_BY Body:县委", ("Meeting:别的", {"date": "2021"}), *chaired)
    assert [row["meeting"] for row in ask("calendar", key="body/县委")] == ["一次"]
    assert [row["meeting"] for row in ask("calendar", key="meeting/二次")] == ["五次", "二次", "一次"]
    assert [row["meeting"] for row in ask("calendar")] == ["五次", "二次", "一次", "别的"]
    assert [row["meeting"] for row in ask("calendar", limit=2)] == ["五次", "二次"]
    assert [row["chairs"] for row in ask("calendar", key="body/县委")] == [["李二"]]


def test_names_are_found_by_a_part_the_very_name_first(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Body:太原市委", {"aliases": ["市委"]}),
        "Body:太原市委办公厅 PART_OF Body:太原市委",
        "Article:报道 MENTIONS Person:市委",
    )
    assert [row["name"] for row in ask("named", name="太原市委")] == ["太原市委", "太原市委办公厅"]
    assert [row["key"] for row in ask("named", name="市委", label="Body")] == ["body/太原市委", "body/太原市委办公厅"]
    assert ask("named", name="太原市委", limit=1) == ask("named", name="太原市委")[:1]


def test_articles_are_found_by_headline_source_and_time(ask_small: AskSmall) -> None:
    ask = ask_small(
        ("Article:甲", {"date": "2022-01-01", "path": "a.txt", "headline": "市会召开"}),
        ("Article:乙", {"date": "2022-02-01", "path": "b.txt", "headline": "省会议召开"}),
        "Article:甲 REPORTS Meeting:市会",
        "Article:乙 REPORTS Meeting:省会议",
    )
    assert [row["path"] for row in ask("articles")] == ["b.txt", "a.txt"]
    assert [row["path"] for row in ask("articles", headline="市会")] == ["a.txt"]
    assert [row["path"] for row in ask("articles", path="b.txt", since="2022-02")] == ["b.txt"]
    assert ask("articles", until="2021") == []
