import pytest

from kg.resolve.regions import Place, around, find, leading, place


@pytest.mark.parametrize(
    ("name", "code"),
    [("山西省", "140000"), ("山西", "140000"), ("太原", "140100"), ("西藏", "540000"), ("广西", "450000"),
     ("延边", "222400"), ("吉林", "220000"), ("清徐县", "140121")],
)  # fmt: skip
def test_full_and_short_names(name, code):
    region = find(name)
    assert region is not None and region.code == code


def test_a_name_of_many_regions_means_none_unless_told_where():
    assert find("朝阳区") is None
    beijing = find("北京市")
    inner = find("朝阳区", beijing)
    assert inner is not None and inner.distinct_name == "北京市朝阳区"


def test_leading_reads_down_to_the_smallest_division():
    region, rest = leading("山西省太原市小店区委书记")
    assert region is not None and (region.name, rest) == ("小店区", "委书记")
    assert leading("国务院") == (None, "国务院")


def test_place_of_a_papers_jurisdiction():
    taiyuan = place("山西省太原市")
    assert [region.name for region in taiyuan if region] == ["山西省", "太原市"]
    assert place("") == Place()
    assert place("乌有之乡") == Place()


@pytest.mark.parametrize(
    ("jurisdiction", "unit", "name"),
    [("山西省太原市", "省", "山西省"), ("山西省太原市", "市", "太原市"), ("北京市", "市", "北京市"),
     ("内蒙古自治区", "自治区", "内蒙古自治区"), ("湖北省仙桃市", "市", "仙桃市"),
     ("浙江省杭州市西湖区", "区", "西湖区")],
)  # fmt: skip
def test_relative_units(jurisdiction, unit, name):
    region = place(jurisdiction).at(unit)
    assert region is not None and region.name == name


def test_a_province_has_no_city_to_mean():
    assert place("山西省").at("市") is None


def test_contains():
    shanxi, taiyuan = find("山西省"), find("太原市")
    assert shanxi and taiyuan and shanxi.contains(taiyuan) and not taiyuan.contains(shanxi)
    assert around(taiyuan) == Place(shanxi, taiyuan)
