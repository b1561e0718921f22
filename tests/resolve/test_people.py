"""Which mentions of a name are one person."""

import pytest

from kg.model import Label
from kg.resolve import resolve
from kg.resolve.judgement import decide


@pytest.fixture
def keys(tell):
    """Keys of one person an article: `(published, name, titles, properties)`; `with` names company."""

    def of(*people, judgements=()):
        pages = []
        for number, (published, name, titles, *rest) in enumerate(people):
            props = dict(rest[0]) if rest else {}
            telling = tell(f"s{number}", published, "")
            company = props.pop("beside", ())
            telling.person(name, *titles.split(), **props)
            for other in company:
                telling.person(other)
            pages.append(telling.done())
        world = resolve(pages, judgements)
        return [world.key(page, "e0") for page in pages], world

    return of


def test_promotion_keeps_one_person(keys):
    found, _ = keys(
        ("2016-06-30", "李强", "江苏省委书记"),
        ("2020-10-30", "李强", "上海市委书记"),
        ("2023-03-12", "李强", "国务院总理"),
    )
    assert set(found) == {"person/李强"}


def test_an_official_and_a_villager_are_two(keys):
    (official, villager), world = keys(
        ("2017-02-24", "张军", "司法部部长"), ("2017-02-25", "张军", "", {"_called": ["村民"]})
    )
    assert official == "person/张军" and villager == "person/张军（村民）"
    assert {"person/张军", "person/张军（村民）"} <= set(world.nodes)


def test_two_officials_in_different_bodies_at_one_time_are_two(keys):
    (court, nations, again), _ = keys(
        ("2018-03-18", "张军", "最高人民检察院检察长"),
        ("2020-01-28", "张军", "常驻联合国代表团大使"),
        ("2022-03-08", "张军", "最高人民检察院检察长"),
    )
    assert court == again == "person/张军"
    assert nations == "person/张军（常驻联合国代表团）"


def test_a_leap_in_rank_is_no_career(keys):
    (township, ministry), world = keys(
        ("2015-07-22", "陈刚", "会理县某乡党委书记"), ("2016-05-10", "陈刚", "中央统战部部长")
    )
    assert township != ministry
    assert any(not j.same and j.by == "rule:rank" for j in world.judgements)


def test_a_bare_name_joins_the_office_holder_in_whose_company_it_stands(keys):
    (holder, listed, stranger), _ = keys(
        ("2012-08-22", "王刚", "全国政协副主席", {"beside": ["贾庆林", "杜青林", "王忠禹"]}),
        ("2012-09-30", "王刚", "", {"beside": ["贾庆林", "杜青林", "王忠禹"]}),
        ("2016-05-05", "王刚", "", {"beside": ["某甲", "某乙"]}),
    )
    assert holder == listed != stranger


def test_a_reporter_is_one_in_one_paper(tell):
    pages = []
    for number, paper in enumerate(["太原日报", "太原日报", "大同日报"]):
        telling = tell(f"s{number}", "2022-05-26", reporters=["王宁"], source=paper)
        telling.person("王宁")
        pages.append(telling.done())
    world = resolve(pages)
    one, again, other = (world.key(page, "e0") for page in pages)
    assert one == again != other


def test_short_forms_of_foreign_names(keys):
    (full, short, longest, brother), world = keys(
        ("2014-07-16", "弗拉基米尔·普京", "俄罗斯总统", {"_transliterated": True}),
        ("2016-06-20", "普京", "俄罗斯总统", {"_transliterated": True}),
        ("2018-06-08", "弗拉基米尔·弗拉基米罗维奇·普京", "俄罗斯总统", {"_transliterated": True}),
        ("2018-06-08", "普京", "某公司董事长", {"_transliterated": True}),
    )
    assert full == short == longest != brother
    assert any(j.by == "rule:short-name" and j.same for j in world.judgements)


def test_father_and_son_in_one_article_are_two(tell):
    page = tell("s0", "2015-10-20", "")
    son = page.person("特鲁多", "加拿大自由党领袖", _transliterated=True)
    father = page.person("皮埃尔·特鲁多", "加拿大前总理", _transliterated=True)
    world = resolve([page.done()])
    assert world.key(page.done(), son) != world.key(page.done(), father)


def test_the_father_in_a_greeting_is_another(tell):
    page = tell("s0", "2016-08-31", "")
    son = page.person("特鲁多", "加拿大总理", _transliterated=True)
    father = page.person("皮埃尔·特鲁多", _transliterated=True, _near=["他说，总理先生的父亲", "是中国的老朋友。"])
    world = resolve([page.done()])
    assert world.key(page.done(), son) != world.key(page.done(), father)


def test_marks_and_numbers_of_rulers_make_no_other_name(keys):
    found, _ = keys(
        ("2014-07-16", "鲍里斯-约翰逊", "英国外交大臣", {"_transliterated": True}),
        ("2018-06-08", "鲍里斯·约翰逊", "英国外交大臣", {"_transliterated": True}),
    )
    assert len(set(found)) == 1
    found, _ = keys(("2012-08-02", "鲍里斯·约翰逊", "伦敦市长"), ("2018-06-08", "鲍里斯·约翰逊", "英国外交大臣"))
    assert len(set(found)) == 1
    found, _ = keys(("2014-07-16", "阿卜杜拉", "约旦国王"), ("2015-07-16", "阿卜杜拉二世", "约旦国王"))
    assert len(set(found)) == 1


def test_a_seat_after_office_is_taken_by_who_was_long_in_office(keys):
    (soldier, governor, seat), _ = keys(
        ("2018-01-10", "王宁", "武警部队司令员"),
        ("2020-10-12", "王宁", "福建省省长"),
        ("2021-02-28", "王宁", "全国人大宪法和法律委员会副主任委员"),
    )
    assert soldier == seat != governor


def test_a_short_name_two_could_mean_is_left_alone(keys):
    (fidel, raul, short), _ = keys(
        ("2013-04-12", "菲德尔·卡斯特罗", "", {"_transliterated": True}),
        ("2012-07-06", "劳尔·卡斯特罗", "", {"_transliterated": True}),
        ("2012-07-06", "卡斯特罗", "", {"_transliterated": True}),
    )
    assert len({fidel, raul, short}) == 3


def test_lookalike_names_without_further_evidence_stay_two(keys):
    (one, two), world = keys(("2022-05-26", "殷雪莺", ""), ("2022-05-27", "殷雪鸢", ""))
    assert one != two
    (judgement,) = [j for j in world.judgements if j.by == "rule:lookalike"]
    assert not judgement.same


def test_a_curator_splits_and_joins(keys):
    people = [
        ("2016-06-30", "李强", "江苏省委书记"),
        ("2020-10-30", "李强", "上海市委书记"),
        ("2021-01-01", "李强", "", {"_called": ["村民"]}),
    ]
    refs = [f"s{n}#char=0,2" for n in range(3)]
    apart = decide(Label.PERSON, refs[0], refs[1], same=False, by="editor", when="2024-01-01", reason="two")
    joined = decide(Label.PERSON, refs[1], refs[2], same=True, by="editor", when="2024-01-01", reason="in his village")
    found, _ = keys(*people, judgements=[apart, joined])
    assert found[0] != found[1] == found[2]


def test_a_name_that_nearly_always_is_one_persons_is_theirs_where_nothing_else_is_told(keys):
    known = [(f"2014-{month:02}-{day:02}", "王明远", "海州市市长") for month in range(1, 6) for day in range(1, 25)]
    found, _ = keys(*known, ("2019-08-01", "王明远", ""))
    assert set(found) == {"person/王明远"}
    few, _ = keys(*known[:50], ("2019-08-01", "王明远", ""))
    assert len(set(few)) == 2
    common, _ = keys(*[(day, "王明", told) for day, _, told in known], ("2019-08-01", "王明", ""))
    assert len(set(common)) == 2


def test_the_country_of_an_office_once_held_joins_nobody(keys):
    found, _ = keys(
        ("2016-12-18", "甘纳", "法国外交部长", {"_near": ["曾任秘书的时任法国外交部长", "说"]}),
        ("2018-01-24", "甘纳", "法国央行行长"),
    )
    assert len(set(found)) == 2


def test_sons_of_different_fathers_are_two(keys):
    found, _ = keys(
        ("2018-12-01", "哈桑·本·赛义德", "卡塔尔首相"),
        ("2018-12-02", "哈桑·本·马吉德", "卡塔尔外交大臣"),
        ("2018-12-03", "哈桑", "卡塔尔首相"),
    )
    assert found[0] == found[2] != found[1]


def test_the_father_in_a_name_is_not_its_bearer(keys):
    found, _ = keys(("2018-12-01", "哈桑·本·赛义德", "卡塔尔首相"), ("2018-12-02", "赛义德", "卡塔尔国王"))
    assert len(set(found)) == 2


def test_one_article_that_gives_a_name_two_countries_bridges_nothing(keys):
    found, _ = keys(
        ("2019-05-01", "罗梅罗", "古巴外交部部长"),
        ("2019-05-02", "罗梅罗", "委内瑞拉副总统"),
        ("2019-05-03", "罗梅罗", "古巴外交部部长 委内瑞拉副总统"),
    )
    assert found[0] != found[1]


def test_an_office_in_the_words_beside_a_short_or_full_name_joins_it(keys):
    near = {"_near": ["总理今天致电", "，祝贺她当选欧盟委员会主席。"], "_transliterated": True}
    found, _ = keys(("2019-07-18", "乌尔里克·封特根", "", near), ("2020-06-22", "封特根", "欧盟委员会主席"))
    assert len(set(found)) == 1


def test_words_before_a_states_office_are_no_body(keys):
    found, world = keys(
        ("2019-01-11", "格里马尔迪", "意大利总理"),
        ("2019-01-12", "格里马尔迪", "如果总理"),
        ("2019-01-13", "格里马尔迪", "看守政府总理"),
    )
    assert len(set(found)) == 1 and "post/如果总理" not in world.nodes


def test_a_country_has_one_name(keys):
    found, _ = keys(("2015-09-04", "朝格巴图", "蒙古国总统"), ("2016-03-16", "朝格巴图", "蒙古总统"))
    assert len(set(found)) == 1


def test_a_bare_title_beside_the_country_means_its_holder_for_years(keys):
    near = {"_near": ["会见", "时，王明说以方重视合作。"]}
    found, _ = keys(("2016-09-28", "列文松", "以色列总统"), ("2018-10-26", "列文松", "总统", near))
    assert len(set(found)) == 1
