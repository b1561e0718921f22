"""A page's number, its date and the notes that lead from page to page belong to no article."""

import pytest

from kg.source.article import articles
from kg.source.furniture import is_furniture
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
