"""Columns in the wrong order are put back where the seams prove it, and only there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.columns import in_reading_order
from kg.source.lines import lines_of

OPENING = "市委常委会4月6日召开会议，研究部署疫情防控和春耕生产工作，市委书记李明主持会议并讲话。"
FIRST_HALF = "李明指出，近期我市多地发生输入性疫情，应急处置到了最吃劲的阶段，一些地方卡口管控检查不严格、延伸溯源管"
SECOND_HALF = "理不到位、赋码验码工作不完善等问题依然存在，各级各部门要坚持问题导向，从每一个病例中查找短板漏洞。"
DEMAND = "会议强调，要高度重视学校疫情防控工作，严格落实晨午检制度，把好校门关口，加强师生健康监测和心理疏"
REST = "导，确保校园绝对安全；要抓好民生保障，及时回应群众关切，切实维护社会大局稳定。"
CLOSING = "会议以视频形式召开，各县区设分会场。"
PAGE = [OPENING, FIRST_HALF, SECOND_HALF, DEMAND, REST, CLOSING]


def order(lines: list[str]) -> list[str]:
    return [line.text for line in in_reading_order(lines_of("\n\n".join(lines)))]


@pytest.mark.parametrize(
    "printed",
    [
        [OPENING, SECOND_HALF, FIRST_HALF, DEMAND, REST, CLOSING],
        [OPENING, FIRST_HALF, SECOND_HALF, REST, DEMAND, CLOSING],
        [OPENING, SECOND_HALF, DEMAND, REST, CLOSING, FIRST_HALF],
        [OPENING, FIRST_HALF, DEMAND, REST, CLOSING, SECOND_HALF],
        [OPENING, FIRST_HALF, REST, SECOND_HALF, DEMAND, CLOSING],
    ],
    ids=[
        "neighbours",
        "other neighbours",
        "beginning at the end",
        "end at the end",
        "two blocks of different paragraphs",
    ],
)
def test_exchanged_blocks_go_back(printed: list[str]) -> None:
    assert order(printed) == PAGE


def test_a_page_in_order_stays() -> None:
    assert order(PAGE) == PAGE


@pytest.mark.parametrize(
    "printed",
    [
        ["国内联播快讯", "春耕备耕有序展开", OPENING, "全国疫情形势平稳", CLOSING],
        ["督查发现的问题是：", "某县违规占用耕地；", "某市虚报开工项目；", "某区拖欠工程款。"],
        [OPENING, "记者 王强 摄影报道", CLOSING],
    ],
    ids=["a digest", "an enumeration", "a caption"],
)
def test_headings_and_enumerations_stay(printed: list[str]) -> None:
    assert order(printed) == printed


@given(st.lists(st.sampled_from([OPENING, FIRST_HALF + SECOND_HALF, DEMAND + REST, CLOSING, "标题一行"]), max_size=9))
def test_whole_paragraphs_are_never_moved(printed: list[str]) -> None:
    assert order(printed) == printed


@given(st.permutations(PAGE))
def test_no_line_is_lost(printed: list[str]) -> None:
    assert sorted(order(printed)) == sorted(PAGE)


def test_many_pages_in_one_text_each_find_back() -> None:
    """Work grows with the lines: a text of a thousand lines is put in order too."""
    broken = [OPENING, SECOND_HALF, FIRST_HALF, DEMAND, REST, CLOSING] * 40
    restored = order(broken)
    assert sum(pair == (FIRST_HALF, SECOND_HALF) for pair in pairwise(restored)) >= 36
