import pytest

from kg.resolve.posts import post_names, split
from kg.resolve.regions import NOWHERE, place

TAIYUAN = place("山西省太原市")


def read(titles, where=NOWHERE):
    return [(post.name, post.body.printed if post.body else None) for post in post_names(titles.split(), where)]


@pytest.mark.parametrize(
    ("titles", "last", "body"),
    [
        ("省委常委 市委书记", "太原市委书记", "太原市委"),
        ("市委副书记 市长", "太原市市长", "太原市政府"),
        ("省委副书记 省长", "山西省省长", "山西省政府"),
        ("市委副书记 政法委书记", "太原市委政法委书记", "太原市委政法委"),
        ("市政协主席", "太原市政协主席", "太原市政协"),
        ("山西航空产业集团有限公司党委书记 董事长", "山西航空产业集团有限公司董事长", "山西航空产业集团有限公司"),
        ("总书记", "中共中央总书记", "中共中央"),
        ("副省长", "山西省副省长", "山西省政府"),
    ],
)
def test_titles_of_a_city_paper(titles, last, body):
    assert read(titles, TAIYUAN)[-1] == (last, body)


@pytest.mark.parametrize(
    ("titles", "last", "body"),
    [
        ("四川省委副书记 省长", "四川省省长", "四川省政府"),
        ("水利部党组书记 部长", "水利部部长", "水利部"),
        ("水利部长", "水利部部长", "水利部"),
        ("北京大学党委书记 校长", "北京大学校长", "北京大学"),
        ("内蒙古自治区党委书记 人大常委会主任", "内蒙古自治区人大常委会主任", "内蒙古自治区人大常委会"),
        ("广西壮族自治区党委副书记 自治区主席", "广西壮族自治区主席", "广西壮族自治区政府"),
        ("全国人大宪法和法律委员会主任委员", "全国人大宪法和法律委员会主任委员", "全国人大宪法和法律委员会"),
        ("全国人大常委会副委员长 秘书长", "全国人大常委会秘书长", "全国人大常委会"),
        ("国家主席", "国家主席", "中华人民共和国"),
    ],
)
def test_titles_of_the_national_broadcast(titles, last, body):
    assert read(titles)[-1] == (last, body)


@pytest.mark.parametrize("title", ["省长", "市委书记", "董事长", "政法委书记", "王储"])
def test_a_bare_title_without_anything_before_it_stays_unresolved(title):
    assert read(title) == [(title, None)]


def test_two_wordings_of_one_post_compare_equal():
    one, two = post_names(["中宣部部长"], NOWHERE)[0], post_names(["中央宣传部部长"], NOWHERE)[0]
    assert one.same == two.same


@pytest.mark.parametrize(
    ("title", "post"), [("原四川省委书记", "四川省委书记"), ("美国前总统", "美国总统"), ("前英国首相", "英国首相")]
)
def test_former_holders_name_the_same_post(title, post):
    (former,), (now,) = post_names([title], NOWHERE), post_names([post], NOWHERE)
    assert (former.same, former.former) == (now.same, True) and not now.former


def test_the_post_printed_before_another_name_tells_the_next():
    before = post_names(["河南省委书记"], NOWHERE)[0]
    assert post_names(["代省长"], NOWHERE, before)[0].name == "河南省代省长"
    court = post_names(["中国银行董事长"], NOWHERE)[0]
    assert post_names(["行长"], NOWHERE, court)[0].name == "中国银行行长"


def test_an_organ_of_a_place_not_known_is_in_no_body_before_it():
    assert read("省年度考核第九组组长 省考核办副主任")[1] == ("省考核办副主任", None)
    assert read("第九组组长 省商务厅党组书记 厅长")[2] == ("厅长", None)


def test_what_only_looks_like_a_word_before_a_title():
    assert read("应急管理局局长") == [("应急管理局局长", "应急管理局")]
    assert read("古巴国家主席") == [("古巴国家主席", "古巴")]
    assert post_names(["农工党中央主席"], NOWHERE)[0].same == "农工党中央主席"


def test_a_head_of_state_takes_no_body_from_somebody_elses_post():
    before = post_names(["国家主席"], NOWHERE)[0]
    assert post_names(["总统"], NOWHERE, before)[0].body is None


def test_split():
    assert split("中央应对疫情工作领导小组副组长") == ("中央应对疫情工作领导小组", "副组长")
    assert split("董事长") == ("", "董事长")
