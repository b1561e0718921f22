"""Which meetings an article holds, which it only recalls, and under which names."""

import pytest

from kg.extract import extract
from kg.model import Label, Rel
from kg.source.record import Source
from kg.statement import Entity


def meetings(text: str, title: str = "", date: str = "2024-03-04") -> dict[str, Entity]:
    (extraction,) = extract(Source(id="x", text=text, title=title, date=date, line=1))
    return {e.name: e for e in extraction.entities if e.label is Label.MEETING}


HELD = [
    ("市委就下半年工作3日召开全市防汛工作座谈会。", "全市防汛工作座谈会", "2024-03-03"),
    ("本台消息：\n明年下半年要办的事\n3日，市委召开全市防汛工作座谈会。", "全市防汛工作座谈会", "2024-03-03"),
    ("市长王明3日主持召开市政府常务会议。", "市政府常务会议", "2024-03-03"),
    ("中央纪委常委会3日召开会议，传达学习有关精神。", "中央纪委常委会会议", "2024-03-03"),
    ("3日上午，市委在会议中心召开全市防汛工作动员会。", "全市防汛工作动员会", "2024-03-03"),
    ("全市科技大会暨奖励大会昨天召开。", "全市科技大会暨奖励大会", "2024-03-03"),
    (
        "3日，市长王明主持召开市防汛指挥部（扩大）专题会议（第3次）。",
        "市防汛指挥部（扩大）专题会议（第3次）",
        "2024-03-03",
    ),
    ("3日，海州（上海）新材料与新能源产业推介会举行。", "海州（上海）新材料与新能源产业推介会", "2024-03-03"),
    ("3日，海州市与江州市、临江市联席会议在海州召开。", "海州市与江州市、临江市联席会议", "2024-03-03"),
    ("3日，市防汛领导小组召开2024年第二次会议。", "市防汛领导小组2024年第二次会议", "2024-03-03"),
    ("中国共产党海州市第八次代表大会，3月3日下午在海州胜利闭幕。", "中国共产党海州市第八次代表大会", "2024-03-03"),
    ("海州日报海州3月2日讯（记者王明）市长李勇今天主持召开市政府常务会议。", "市政府常务会议", "2024-03-02"),
    ("2日至3日，王明到海县调研并召开座谈会。\n在3日下午召开的座谈会上，王明作了讲话。", "座谈会", "2024-03-03"),
    (
        "3月3日，民革第十三届中央委员会第五次全体会议以视频会议形式在京召开。",
        "民革第十三届中央委员会第五次全体会议",
        "2024-03-03",
    ),
    ("市政协十届四次会议圆满完成各项议程，3日下午闭幕。", "市政协十届四次会议", "2024-03-03"),
    ("王明3日在全市教育活动工作座谈会上强调，要抓好落实。", "全市教育活动工作座谈会", "2024-03-03"),
    ("全省对台工作会议3日在海州召开。", "全省对台工作会议", "2024-03-03"),
    ("市政协主席王明3日主持召开调研协商座谈会。", "调研协商座谈会", "2024-03-03"),
    ("第二届海州人才创新发展大会今天（3月4日）开幕。", "第二届海州人才创新发展大会", "2024-03-04"),
    ("江海一体化发展推进会议3日在海州召开。", "江海一体化发展推进会议", "2024-03-03"),
    ("为期两天的全市春耕生产现场会3月3日在海县结束。", "全市春耕生产现场会", "2024-03-03"),
    (
        "3月3日，参加全市防汛工作推进会的代表们走上大堤。市长王明主持，副市长李红出席。",
        "全市防汛工作推进会",
        "2024-03-03",
    ),
    ("3日，全县巩固防汛成果同城市更新有效衔接推进会召开。", "全县巩固防汛成果同城市更新有效衔接推进会", "2024-03-03"),
    ("市长王明3日在海州出席第5次江州与海州合作论坛。", "第5次江州与海州合作论坛", "2024-03-03"),
    (
        "3日，市长王明在海州出席江州国家同海外国家及其他新兴市场领导人对话会。",
        "江州国家同海外国家及其他新兴市场领导人对话会",
        "2024-03-03",
    ),
    ("第五届海州—江州合作论坛3日在海州开幕。", "第五届海州—江州合作论坛", "2024-03-03"),
    ("省委3日下午就防汛工作进行第三次集体学习。", "省委第三次集体学习", "2024-03-03"),
    (
        "3日，全市干部学习贯彻省委书记在海州考察时的重要讲话精神专题研讨班举行。",
        "全市干部学习贯彻省委书记在海州考察时的重要讲话精神专题研讨班",
        "2024-03-03",
    ),
    ("3日，一季度重点项目讲评会在海州召开。", "一季度重点项目讲评会", "2024-03-03"),
    ("江海市委3日举行常委扩大会议。", "江海市委常委扩大会议", "2024-03-03"),
    ("3月3日下午，市长王明出席在海州举行的海江两市合作大会并致辞。", "海江两市合作大会", "2024-03-03"),
    ("3日，市委书记王明主持召开市委常委会，讨论工作报告。", "市委常委会", "2024-03-03"),
    ("3月3日，十届市委召开108次常委会会议，研究工作。", "十届市委108次常委会会议", "2024-03-03"),
    ("江海区委3日召开常委会扩大会议。", "江海区委常委会扩大会议", "2024-03-03"),
    ("十届市委改革领导小组今天上午（3月4日）举行第四次会议。", "十届市委改革领导小组第四次会议", "2024-03-04"),
    ("3日，王明主持召开县政府党组（扩大）会议和县十届政府常务会议。", "县十届政府常务会议", "2024-03-03"),
    ("3日，王明主持召开全市新型冠状病毒感染的肺炎防控会议。", "全市新型冠状病毒感染的肺炎防控会议", "2024-03-03"),
    (
        "市政协三届二次会议历时3天，经过与会委员共同努力，圆满完成各项议程，3日上午在海州胜利闭会。",
        "市政协三届二次会议",
        "2024-03-03",
    ),
    ("3日，市政府在海州大厦召开全市旅游发展大会，市长王明亲临大会。", "全市旅游发展大会", "2024-03-03"),
    (
        "就下半年经济工作听取意见\n3日，市委就下半年经济工作召开党外人士座谈会。市委书记王明主持座谈会。",
        "党外人士座谈会",
        "2024-03-03",
    ),
    ("市长王明3日主持召开专家、企业家和文卫体等领域代表座谈会。", "专家、企业家和文卫体等领域代表座谈会", "2024-03-03"),
    ("全市优秀教师代表座谈会3月3日在海州召开。", "全市优秀教师代表座谈会", "2024-03-03"),
    ("3日，市长王明出席2024年全市生态日主场座谈会。", "2024年全市生态日主场座谈会", "2024-03-03"),
    (
        "市第五届纪律检查委员会第三次全体会议，于3月3日至4日在海州举行。",
        "市第五届纪律检查委员会第三次全体会议",
        "2024-03-03",
    ),
    ("市长王明3日出席第20次海州与江州（10+3）市长会议。", "第20次海州与江州（10+3）市长会议", "2024-03-03"),
    ("市人大常委会第七次主任会议\n3日下午在海州举行，王明主任主持会议。", "市人大常委会第七次主任会议", "2024-03-03"),
    ("市政协三届六次常委会议昨日上午在海州开幕。", "市政协三届六次常委会议", "2024-03-03"),
    ("□记者 王明 报道\n本报海州3月2日讯 今天上午，市委在海州隆重召开劳模表彰大会。", "劳模表彰大会", "2024-03-02"),
    ("□记者 王明 报道 本报海州3月2日讯 今天上午，市委在海州隆重召开劳模表彰大会。", "劳模表彰大会", "2024-03-02"),
    ("3日上午，县委书记王明在全县经济大会上指出，要抓好落实。", "全县经济大会", "2024-03-03"),
]
RECALLED = [
    "会议传达书记3日出席海州建市40周年庆祝大会和考察江县时的讲话精神。",
    "王明在深入推动江河流域发展座谈会上的讲话精神深入人心。",
    "王明强调，要认真贯彻中央民族工作会议精神。",
    "会议决定，3月20日在京举行市人大常委会第九次会议。",
    "全市科技大会将于3月20日召开。",
    "要落实省长主持召开的省防汛工作会议精神。",
    "会议传达了全省总河湖长2024年第一次会议精神。",
    "出席省第十次党代会代表共30名。",
    "各单位三天之内要召开全系统动员会。",
    "按照全市防汛工作推进会精神，各县连夜巡堤。市长王明到场，副市长李红参加。",
    "委员们列席市十届人大三次会议。",
    "会议讨论了召开市政协六届二次会议的有关事宜，通过了召开市人大三次会议的决定。",
    "王明17次召开区域发展座谈会。",
]
NONE = [
    "要抓好会议议定事项。",
    "能开视频会的不开现场会。",
    "确保年内州级会议、文件数量下降三成。",
    "全国人民代表大会制度不断完善。",
    "全市精简会议支出。",
    "已连续举办三届高峰论坛。",
    "他走进会议中心。",
    "中国“两会时间”正式开启。",
    "该中心由联合国贸易与发展会议管理。",
    "王明代表中国人民政治协商会议全国委员会敬献花篮。",
    "要高度重视集体学习和个人学习。",
    "会议修订了主任会议议事规则。",
    "李勇辞去第九届全国人民代表大会代表职务。",
]


@pytest.mark.parametrize(("text", "name", "day"), HELD)
def test_held(text: str, name: str, day: str) -> None:
    meeting = meetings(text)[name]
    assert meeting.props["_held"]
    assert meeting.props["date"] == day


@pytest.mark.parametrize("text", RECALLED)
def test_recalled_or_planned(text: str) -> None:
    found = meetings(text)
    assert found
    assert not any(meeting.props["_held"] for meeting in found.values())


@pytest.mark.parametrize("text", NONE)
def test_no_meeting(text: str) -> None:
    assert meetings(text) == {}


def test_a_short_form_takes_its_full_name_from_the_headline() -> None:
    found = meetings("3日，省长李强军主持召开领导小组会议。", title="李强军主持召开省防汛抗旱领导小组会议")
    assert set(found) == {"省防汛抗旱领导小组会议"}
    assert "领导小组会议" in found["省防汛抗旱领导小组会议"].props["aliases"]


def test_the_meeting_that_only_the_headline_names_is_the_one_attended() -> None:
    text = "省委副书记、领导小组组长王明出席会议并讲话。会议指出，要抓好落实。"
    found = meetings(text, title="王明作出批示 全省国有企业改革座谈会在海州召开")
    assert found["全省国有企业改革座谈会"].props["_held"]


def test_a_sitting_within_a_session_bears_its_name_in_front() -> None:
    found = meetings("市人大常委会第七次会议3日上午举行联组会议。市人大常委会副主任王晨主持会议。")
    assert "市人大常委会第七次会议联组会议" in found


def test_meetings_of_two_levels_or_numbers_are_two_though_a_short_form_fits_both() -> None:
    text = "市政协五届十一次主席会议3日召开，这次主席会议开到了村里。会议传达了省政协八届四次主席会议精神。"
    assert {"市政协五届十一次主席会议", "省政协八届四次主席会议"} <= set(meetings(text))


def test_who_chairs_a_numbered_sitting_chairs_the_session() -> None:
    text = "3日，市第六届纪律检查委员会第五次全体会议召开。市长王明主持第一次大会。"
    assert set(meetings(text)) == {"市第六届纪律检查委员会第五次全体会议"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("各方同意共同推动厦门会晤取得成功。", "厦门会晤"),
        ("《中国共产党第十九届中央委员会第三次全体会议公报》引起反响。", "中国共产党第十九届中央委员会第三次全体会议"),
        ("各方将通过《亚洲论坛海州峰会宣言》。", "亚洲论坛海州峰会"),
        ("扩大开放是全国金融工作会议的明确要求。", "全国金融工作会议"),
    ],
)
def test_meetings_that_are_only_named(text: str, name: str) -> None:
    assert name in meetings(text)


def test_who_meets_makes_no_summit() -> None:
    assert not meetings("中美会晤后发表声明。")


def test_long_and_short_names_of_one_body_are_one_meeting() -> None:
    found = meetings("3日，中国农工民主党第十七届中央委员会第二次全体会议召开。农工党十七届二中全会审议了报告。")
    assert len(found) == 1


def test_an_abbreviation_of_a_name_is_the_same_meeting() -> None:
    found = meetings("3日，第三届海州旅游产业发展大会在海县召开。海县要抓住旅发大会的机遇。")
    assert set(found) == {"第三届海州旅游产业发展大会"}
    assert found["第三届海州旅游产业发展大会"].props["aliases"] == ["旅发大会"]


def test_a_sitting_that_does_its_business_is_held_though_only_attendance_at_it_is_told() -> None:
    found = meetings("集中反馈会议传达学习了讲话精神。市纪委书记王明出席会议并讲话。")
    assert found["集中反馈会议"].props["_held"]


def test_a_sitting_called_without_its_term_and_number_is_the_same() -> None:
    found = meetings("政协第十四届全国委员会第十三次主席会议3日召开。会议通过了全国政协主席会议关于工作的报告。")
    assert set(found) == {"政协第十四届全国委员会第十三次主席会议"}


def test_a_part_of_a_name_told_in_full_later_is_the_same_meeting() -> None:
    found = meetings("市十届人大一次会议主席团3日上午举行第五次会议。主席团会议决定，将名单提请表决。")
    assert found["市十届人大一次会议主席团第五次会议"].props["aliases"] == ["主席团会议", "第五次会议"]
    assert "主席团会议" not in found


def test_a_recalled_meeting_has_the_day_printed_in_front_of_it() -> None:
    found = meetings("会议传达学习3月1日市委常委会会议精神。")
    assert found["市委常委会会议"].props["date"] == "2024-03-01"


def test_a_bare_kind_of_meeting_is_the_one_of_that_kind_just_named() -> None:
    text = "市委常委会会议3日召开，传达省委二次全会精神。全会审议通过的《海州发展规划》意义重大。"
    (extraction,) = extract(Source(id="x", text=text, date="2024-03-04", line=1))
    names = {e.local: e.name for e in extraction.entities}
    adopted = {(names[s.start], names[s.end]) for s in extraction.statements if s.rel is Rel.ADOPTED}
    assert adopted == {("省委二次全会", "海州发展规划")}


def test_a_sitting_is_no_paper_that_another_adopts() -> None:
    text = "市政协主席会议3日召开。会议审议通过了市政协2024年双周协商座谈会和网络议政活动安排。"
    (extraction,) = extract(Source(id="x", text=text, date="2024-03-04", line=1))
    held = {e.local for e in extraction.entities if e.label is Label.MEETING}
    assert not any(s.rel in (Rel.ADOPTED, Rel.CONSIDERED) and s.end in held for s in extraction.statements)
