"""A page's number, its date and the notes that lead from page to page belong to no article."""

import pytest

from kg.source.article import articles
from kg.source.furniture import is_credits, is_furniture, without_fields
from kg.source.record import Source


@pytest.mark.parametrize(
    "line",
    ["（下转第二版）", "上接第1版", "第2版　要闻", "2024年3月4日　星期一", "2024年3月4日 星期一 第3版", "- 12 -"],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["要下转换功夫", "3月3日，市长王明到会。", "第二版规划印发", "市政府召开常务会议"])
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_a_sentence_goes_on_over_a_note_and_its_evidence_is_one_span() -> None:
    text = "3月3日，市长王明主持市政府会议。会议强调，压实（下转第二版）\n第2版　要闻\n（上接第一版）责任，加强排查。"
    (article,) = articles(Source(id="x", text=text, date="2024-03-04", line=1))
    assert "压实责任，加强排查。" in article.view.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("发布时间：2020-06-08 10:22:10　来源：新华社　字号：[大 中 小]", ""),
        ("2020年06月08日 10:22 来源：人民网 作者：王小明 浏览次数：1,234次", "作者：王小明"),
        ("来源：新华社记者 王明", "记者 王明"),
        ("【打印本页】【关闭窗口】", ""),
        ("作者：王明 责任编辑：李红", "作者：王明 责任编辑：李红"),
        ("时间：4月4日上午，地点：太原", "时间：4月4日上午，地点：太原"),
        ("记者：现在想家吗", "记者：现在想家吗"),
        ("目标任务：完成全年任务", "目标任务：完成全年任务"),
    ],
)
def test_a_line_of_fields_leaves_its_credits(line: str, left: str) -> None:
    start, end = without_fields(line)
    assert line[start:end] == left


def test_credits_alone() -> None:
    assert is_credits("责任编辑：李红")
    assert not is_credits("责任编辑：李红主持会议，市长王明出席。")


@pytest.mark.parametrize(
    "fields", ["来源：" * 3000, "来源：" * 60 + "，", "大 中 小 " * 30 + "：，", "2020-06-08 " * 17 + "：，"]
)
def test_many_fields_are_looked_at_once(fields: str) -> None:
    assert without_fields(fields) == (0, len(fields))  # at once, or this never ends


def test_what_leads_to_other_pages_is_no_text() -> None:
    text = "市长王明主持会议。\n上一篇：全市教育大会召开\n下一篇：市政府召开常务会议\n扫一扫在手机打开当前页"
    (article,) = articles(Source(id="x", text=text))
    assert article.view.text == "市长王明主持会议。\n"
