"""Bodies: what they are part of, what they took over from."""

import pytest

from kg.model import Rel
from kg.resolve import resolve
from kg.resolve.bodies import above, body_name


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("太原市委", "山西省委"),
        ("太原市政府", "山西省政府"),
        ("山西省委", "中央"),
        ("山西省政府", "国务院"),
        ("山西省纪委", "中央纪委"),
        ("内蒙古自治区党委", "中央"),
    ],
)
def test_the_same_organ_one_region_up(lower, upper):
    assert above(body_name(lower)) == upper


@pytest.mark.parametrize("name", ["太原市人大常委会", "太原市卫健委", "外交部", "中国银行"])
def test_other_organs_obey_none_by_their_name(name):
    assert above(body_name(name)) is None


def test_the_line_of_command_reaches_the_top(tell):
    page = tell()
    page.body("太原市委")
    world = resolve([page.done()])
    part_of = {(d.start, d.end) for d in world.derived if d.rel is Rel.PART_OF}
    assert {("body/太原市委", "body/山西省委"), ("body/山西省委", "body/中央")} <= part_of


def test_a_body_succeeds_the_one_it_took_over_from(tell):
    old, new = tell("a", "2015-01-30"), tell("b", "2019-01-23")
    old.body("中央全面深化改革领导小组")
    new.body("中央深改委")
    (succession,) = [d for d in resolve([old.done(), new.done()]).derived if d.rel is Rel.SUCCEEDS]
    assert succession.start == "body/中央全面深化改革委员会" and succession.end == "body/中央全面深化改革领导小组"
    assert succession.props == {"since": "2018-03-21"}


def test_a_predecessor_nobody_names_is_not_made_up(tell):
    page = tell()
    page.body("自然资源部")
    assert not [d for d in resolve([page.done()]).derived if d.rel is Rel.SUCCEEDS]
