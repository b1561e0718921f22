import pytest

from kg.resolve.local_names import localise
from kg.resolve.regions import NOWHERE, place

TAIYUAN = place("山西省太原市")


@pytest.mark.parametrize(
    ("printed", "full"),
    [("省委", "山西省委"), ("市委", "太原市委"), ("我市", "太原市"), ("省长", "山西省省长"), ("副省长", "山西省副省长"),
     ("市政府", "太原市政府"), ("市人大常委会", "太原市人大常委会"),
     ("全市疫情防控工作总结推进会", "太原市疫情防控工作总结推进会"),
     ("市疫情防控工作领导小组", "太原市疫情防控工作领导小组")],
)  # fmt: skip
def test_relative_names_take_the_sources_place(printed, full):
    told = localise(printed, TAIYUAN)
    assert (told.full, told.relative) == (full, True)


@pytest.mark.parametrize(
    "printed", ["市场监管总局", "省会城市", "区域合作", "县域经济", "国务院", "北京大学", "中山大学"]
)
def test_what_only_looks_relative_is_left_alone(printed):
    told = localise(printed, TAIYUAN)
    assert (told.full, told.region, told.relative) == (printed, None, False)


@pytest.mark.parametrize(
    ("printed", "full"),
    [("山西省长", "山西省省长"), ("太原市人民政府", "太原市政府"), ("四川省成都市委", "成都市委"),
     ("内蒙古党委", "内蒙古自治区党委"), ("北京市朝阳区委", "北京市朝阳区委"), ("上海市委", "上海市委")],
)  # fmt: skip
def test_absolute_names_keep_their_own_place(printed, full):
    told = localise(printed, TAIYUAN)
    assert (told.full, told.relative) == (full, False)


@pytest.mark.parametrize("printed", ["省委", "市长", "县委书记"])
def test_without_a_jurisdiction_nothing_is_guessed(printed):
    told = localise(printed, NOWHERE)
    assert (told.full, told.region, told.relative) == (printed, None, True)


def test_the_extractors_flag_makes_an_unknown_shape_relative():
    assert localise("省招考中心", TAIYUAN).full == "省招考中心"
    assert localise("省招考中心", TAIYUAN, True).full == "山西省招考中心"
