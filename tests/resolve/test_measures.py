import pytest

from kg.model import Label, Rel
from kg.resolve import resolve
from kg.resolve.measures import measure_form, variants


def linked(*names):
    return {(v.form, v.of) for v in variants({measure_form(name): name for name in names})}


@pytest.mark.parametrize(
    ("one", "two"),
    [("“六稳”工作", "六稳"), ("大众创业、万众创新", "大众创业万众创新"), ("“双随机、一公开”", "双随机一公开"),
     ("“放管服”改革", "放管服"), ("“外防输入、内防反弹”总策略", "外防输入、内防反弹"), ("“双碳”目标", "双碳"),
     ("落地核酸+点对点转运+精准赋码", "落地核酸、点对点转运、精准赋码")],
)  # fmt: skip
def test_marks_and_suffix_nouns_do_not_make_another_measure(one, two):
    assert measure_form(one) == measure_form(two)


@pytest.mark.parametrize(
    ("short", "wording"),
    [
        ("六稳", "稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期"),
        ("四早", "早发现、早报告、早隔离、早治疗"),
        ("三去一降一补", "去产能、去库存、去杠杆、降成本、补短板"),
        ("四个意识", "政治意识、大局意识、核心意识、看齐意识"),
        ("四个全面", "全面建成小康社会、全面深化改革、全面依法治国、全面从严治党"),
        ("放管服", "简政放权、放管结合、优化服务"),
        ("双创", "大众创业、万众创新"),
        ("双碳", "碳达峰、碳中和"),
        ("四风", "形式主义、官僚主义、享乐主义和奢靡之风"),
        ("六保", "保居民就业、保基本民生、保市场主体"),
        ("国企改革三年行动", "国有企业改革三年行动"),
        ("资金跟项目走", "资金跟着项目走"),
    ],
)
def test_an_abbreviation_and_its_wording_are_variants(short, wording):
    assert linked(short, wording) == {(measure_form(short), measure_form(wording))}


@pytest.mark.parametrize(
    ("one", "two"),
    [("六稳", "六保"), ("六保", "保基本民生、保工资、保运转"), ("四个意识", "道路自信、理论自信、制度自信、文化自信"),
     ("双减", "双碳"), ("双减", "双减少"), ("河长制", "湖长制"), ("四早", "四风"), ("三证合一", "证照分离"),
     ("第一落点", "第一时间、第一落点"), ("就业优先政策", "就业优先战略"),
     ("护苗2018", "护苗2016"), ("二十连丰", "二十一连丰"), ("促进就业创业行动", "促进就业行动"),
     ("完善一个预案做好两个统筹", "完善三个预案做好两个统筹")],
)  # fmt: skip
def test_likeness_alone_links_nothing(one, two):
    assert linked(one, two) == set()


def test_a_word_with_he_keeps_it():
    assert measure_form("“和平发展计划”") == "和平发展计划" and measure_form("世代和平新倡议").startswith("世代和平")


def test_the_same_figures_in_other_characters_are_variants():
    assert linked("双随机、一公开", "两随机、一公开") and linked("四个意识", "四意识")


def test_a_listed_formula_is_found_under_names_nobody_prints(tell):
    page = tell("s", "2019-03-18", "")
    page.measure("房子是用来住的、不是用来炒的")
    world = resolve([told := page.done()])
    assert "房住不炒" in world.nodes[world.key(told, "e0")].properties["aliases"]


def test_a_plus_at_the_end_is_part_of_the_name():
    assert measure_form("“互联网+”行动") == measure_form("互联网+") != measure_form("互联网")


def test_two_wordings_of_a_listed_formula_are_variants_where_nobody_prints_the_short_form():
    wordings = "房子是用来住的", "房子是用来住的、不是用来炒的"
    assert {frozenset(pair) for pair in linked(*wordings)} == {frozenset(map(measure_form, wordings))}


def test_long_wordings_nearly_equal_are_variants_with_a_score():
    one, two = "国内国际双循环相互促进的新发展格局", "国内国际双循环互相促进的新发展格局"
    (found,) = variants({one: one, two: two})
    assert 0.85 <= found.score < 1 and found.reason == "nearly the same wording"


@pytest.fixture
def called_for(tell):
    """The measures that a demand calls for where other articles name measures."""

    def of(demand, *named):
        pages = []
        for number, name in enumerate(named):
            pages.append(tell(f"s{number}", "2021-05-06", ""))
            pages[-1].measure(name)
        asking = tell("asking", "2022-04-06", "")
        asking.add(Label.DIRECTIVE, demand, text=demand)
        world = resolve([page.done() for page in (*pages, asking)])
        return {world.nodes[found.end].properties["name"] for found in world.derived if found.rel is Rel.CALLS_FOR}

    return of


def test_a_demand_in_plain_words_calls_for_a_measure_that_several_name(called_for):
    demand = "要在攻关项目中揭榜挂帅。"
    assert called_for(demand, "揭榜挂帅", "揭榜挂帅", "揭榜挂帅") == {"揭榜挂帅"}
    assert called_for(demand, "揭榜挂帅") == set()
    assert called_for("要加强基础研究。", *["基础研究"] * 3) == set()
