"""How answers are put: readings, notes, yes and no, counts; the Cypher that comes with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ask.answer import filled_in
from kg.queries import bind, find
from kg.store.embedded import EmbeddedStore
from tests.ask.conftest import Ask

PutSmall = Callable[..., Ask]


def test_an_ambiguous_number_lists_the_readings_and_takes_the_likeliest(put_small: PutSmall) -> None:
    put = put_small(
        "Person:王一 CHAIRED Meeting:防汛第7次会议",
        ("Meeting:防汛第7次会议", {"ordinal": 7, "date": "2023-01-02"}),
        "Person:李二 CHAIRED Meeting:安全第7次全体会议",
        ("Meeting:安全第7次全体会议", {"ordinal": 7, "date": "2023-01-01"}),
    )
    told = put("谁主持了第7次会议")
    assert told.found and "王一" in told.answer and [row["chair"] for row in told.rows] == ["王一"]
    assert told.readings == ["防汛第7次会议（2023-01-02）", "安全第7次全体会议（2023-01-01）"]
    assert "也可以是安全第7次全体会议" in told.answer


def test_a_day_without_its_year_is_of_the_year_that_has_an_answer(put: Ask) -> None:
    both = put("4月4日谁主持了会议？")
    assert both.readings == ["2023-04-04", "2022-04-04"] and "没有说是哪一年" in both.answer
    one = put("4月4日韦韬参加了哪些会议？")
    assert one.parameters["since"] == "2022-04-04" and not one.readings


def test_a_slip_is_said(put: Ask) -> None:
    assert "没有“韦涛”，按最相近的“韦韬”回答" in put("韦涛主持了哪些会议").answer
    assert "按最相近的“四不两直”回答" in put("四不二直是谁提出的").answer


def test_two_people_of_one_name_are_told_so(put_small: PutSmall) -> None:
    reporter = "Person:李明（记者） ATTENDED Meeting:座谈会", ("Person:李明（记者）", {"name": "李明"})
    told = put_small("Person:李明 ATTENDED Meeting:座谈会", *reporter)("李明参加了哪些会议")
    assert "不止一位李明" in told.answer


def test_a_title_that_is_not_theirs_is_said(put: Ask) -> None:
    assert "没有林武任省长的记载" in put("省长林武主持了哪些会议").answer
    assert "记载" not in put("省委书记林武主持了哪些会议").answer


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("张韬主持了第119次会议吗", "是。"),
        ("魏民主持了第119次会议吗", "报道写的不是魏民。"),
        ("did Wei Tao chair the 119th meeting?", "Not 韦韬"),
        ("韦韬是太原市委书记吗", "是。"),
        ("林武是太原市委书记吗", "报道写的不是林武。"),
    ],
)
def test_yes_and_no(put: Ask, asked: str, begins: str) -> None:
    told = put(asked)
    assert told.found and told.answer.startswith(begins)


def test_sittings_of_one_name_are_counted_one_by_one(put_small: PutSmall) -> None:
    sitting = [
        ("Meeting:例会甲", {"name": "例会", "date": "2023-01-01"}),
        ("Meeting:例会乙", {"name": "例会", "date": "2023-02-01"}),
    ]
    put = put_small("Person:王一 CHAIRED Meeting:例会甲", "Person:王一 CHAIRED Meeting:例会乙", *sitting)
    assert "王一主持过2次会议" in put("王一主持过几次会议").answer


def test_the_latest_of_several_holders_comes_first(put: Ask) -> None:
    told = put("宜春市市长是谁？").answer
    assert told.index("郑海") < told.index("赵文清")


def test_the_other_wording_of_a_measure_is_told_apart(put: Ask) -> None:
    told = put("“精准赋码”是从哪次会议开始提出的？")
    assert [row["wording"] for row in told.rows] == ["as asked", "another wording"]
    assert told.answer.index("第108次") < told.answer.index("另一种说法") < told.answer.index("第七十八次")


def test_a_target_of_another_year_is_no_answer(put: Ask) -> None:
    assert put("到2025年老旧燃气管道要改造多少公里").found
    assert not put("到2030年老旧燃气管道要改造多少公里").found


@pytest.mark.parametrize(
    "asked",
    ["谁主持了第119次会议？", "4月4日韦韬参加了哪些会议？", "双报告一承诺先后在哪些会议上提出",  "蓝佛安说了什么",
     "第108次会议传达了哪次会议的精神？", "要新改扩建多少所公办幼儿园？", "与“精准赋码”一同提出的措施有哪些"],
)  # fmt: skip
def test_the_cypher_runs_as_it_is_and_gives_the_rows(put: Ask, asked_store: EmbeddedStore, asked: str) -> None:
    told = put(asked)
    assert "$" not in told.cypher
    assert asked_store.run(told.cypher) == told.rows


def test_values_are_filled_into_the_text_as_literals() -> None:
    query = find("chaired")
    text = filled_in(query, bind(query, {"person": '林"武$body', "ordinal": 78}))
    assert text.startswith("// 谁主持了会议 · Who chaired which meeting\n")
    assert r"""p.forms CONTAINS '|' + "林\"武$body" + '|'""" in text and "(78 = 0 OR m.ordinal = 78)" in text


def test_a_question_is_answered_in_its_language(put: Ask) -> None:
    assert "was chaired by" in put("who chaired the 108th meeting?").answer
    assert put("who chaired the 55th meeting?").answer.startswith("Cannot tell:")
    assert put("谁主持了第55次会议？").answer.startswith("不能回答：")


def test_an_empty_store_knows_nobody(put_small: PutSmall) -> None:
    assert not put_small()("谁主持了第119次会议？").found
