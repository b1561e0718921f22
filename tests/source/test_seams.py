"""What goes together reads better than what does not."""

import pytest

from kg.source.seams import Seams, begins, ends_heading, is_broken

SEAMS = Seams([])


@pytest.mark.parametrize(
    ("tail", "head", "other"),
    [
        ("一些地方卡口管控检查不严格、延伸溯源管", "理不到位、赋码验码工作不完善", "部署，高度警觉，沉着应对"),
        ("推动我市促进房地产健康发展、消费回补等政", "策落地落实，及时帮助市场主体", "区”动态管理作出具体安排"),
        ("林武就有关市县疫情应急处置、“三", "区”动态管理作出具体安排", "学校疫情防控工作，严管好校门"),
        ("会议审议《山西省“十四五”教育", "事业发展规划》，提出要求", "员全核检准备，为下一步工作"),
    ],
)
def test_the_right_half_goes_on_better(tail: str, head: str, other: str) -> None:
    assert SEAMS.goes_on(tail, head) > SEAMS.goes_on(tail, other)


def test_a_turn_of_the_same_page_counts() -> None:
    tail, head = "要加快推进青龙湖", "湿地公园建设"
    at_home = Seams(["青龙湖湿地是我市的名片。", tail, head])
    assert at_home.goes_on(tail, head) > SEAMS.goes_on(tail, head)


@pytest.mark.parametrize(
    ("opening", "fragment"),
    [
        ("会议强调，要压实责任。", "责任，确保各项措施落到实处。"),
        ("李明指出，要抓好春耕。", "命安全和身体健康。"),
        ("5月24日，市委召开会议。", "，并就近选择正规的酒店。"),
    ],
)
def test_paragraphs_begin_as_paragraphs_do(opening: str, fragment: str) -> None:
    assert begins(opening) > 0 > begins(fragment)


def test_headings_end_as_headings_do() -> None:
    assert ends_heading("全省疫情防控工作会议召开") > 0 > ends_heading("省委书记在会上进一步强调了的")


def test_a_heading_whose_words_the_text_takes_up_is_none_that_was_cut() -> None:
    assert (
        is_broken("龙舟文化节开幕", "龙舟文化节5月2日在湖畔开幕。")
        < 0
        < is_broken("十三届全国人大常委会第三十", "次会议18日下午在京举行。")
    )
