import pytest

from kg.resolve.regions import NOWHERE, place
from kg.resolve.sittings import Sitting, full_name, sittings, with_term

SAME = [
    ["党的十九届四中全会", "中国共产党第十九届中央委员会第四次全体会议", "中共十九届四中全会", "十九届四中全会"],
    ["十八届中央纪委五次全会", "中国共产党第十八届中央纪律检查委员会第五次全体会议"],
    [
        "十三届全国人大一次会议",
        "第十三届全国人民代表大会第一次会议",
        "中华人民共和国第十三届全国人民代表大会第一次会议",
    ],
    ["全国政协十三届三次会议", "政协第十三届全国委员会第三次会议", "中国人民政治协商会议第十三届全国委员会第三次会议"],
    ["政协第十三届全国委员会常务委员会第十二次会议", "全国政协十三届常委会第十二次会议"],
    ["党的十九大", "中国共产党第十九次全国代表大会", "十九大"],
    ["中共中央政治局会议", "中央政治局会议"],
    ["中央政治局常委会", "中央政治局常委会会议"],
    ["G20杭州峰会", "二十国集团杭州峰会"],
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_wordings_of_one_sitting_read_alike(names):
    assert len({sittings(name, NOWHERE) for name in names}) == 1


def test_different_numbers_and_terms_read_differently():
    names = ["党的十八届三中全会", "党的十八届四中全会", "党的十九届三中全会", "十八届中央纪委三次全会", "党的十八大"]
    assert len({sittings(name, NOWHERE) for name in names}) == len(names)


def test_a_joint_meeting_is_two_sittings_with_their_places():
    taiyuan = place("山西省太原市")
    name = "全市疫情防控工作总结推进会暨市疫情防控工作领导小组第119次会议"
    assert sittings(name, taiyuan) == (
        Sitting("太原市疫情防控工作总结推进会"),
        Sitting("太原市疫情防控工作领导小组会", 0, 119),
    )
    assert full_name(name, taiyuan).count("太原市") == 2


@pytest.mark.parametrize(("name", "generic"), [("座谈会", True), ("领导小组会议", True), ("国务院常务会议", False)])
def test_generic_names(name, generic):
    assert sittings(name, NOWHERE)[0].generic is generic


@pytest.mark.parametrize(("day", "term"), [("2013-11-12", 18), ("2019-10-31", 19), ("2022-10-01", 19), ("", 0)])
def test_a_plenum_without_term_takes_it_from_the_date(day, term):
    assert with_term(sittings("四中全会", NOWHERE)[0], day) == Sitting("中全会", term, 4)


def test_the_number_of_a_conference_is_no_term():
    assert sittings("第十一届世界互联网大会", NOWHERE) == (Sitting("世界互联网大会", 0, 11),)
    assert sittings("2020年第二次集体学习", NOWHERE) == (Sitting("集体学习", 2020, 2),)


def test_the_last_number_is_the_sittings_own():
    names = [f"十二届全国人大一次会议主席团第{number}次会议" for number in "五八"]
    assert [sittings(name, NOWHERE)[0].ordinal for name in names] == [5, 8]
    assert sittings(names[0], NOWHERE)[0].series == "全国人大第1次会议主席团会"
