"""Spaces strewn by a scan go; those that print means stay where none is strewn."""

import pytest

from kg.source.article import articles
from kg.source.record import Source

STREWN = (
    "本报讯（记者 王明 李红）3月3日，市委书 记张韬主持召 开市政府常务会议。"
    "会 议强调，要压实责 任，加强 排查整治，确保安 全。"
)
CLEAN = "本报讯（记者 王 明 李红）3月3日，市委书记张 韬、市长高 强、秘书长谷 雨出席《海州市 江州市协议》签约。"


def read(text: str) -> str:
    (article,) = articles(Source(id="x", text=text, date="2024-03-04", line=1))
    return article.view.text.strip()


def test_strewn_spaces_are_left_out_but_for_the_byline() -> None:
    assert read(STREWN) == (
        "本报讯（记者 王明 李红）3月3日，市委书记张韬主持召开市政府常务会议。"
        "会议强调，要压实责任，加强排查整治，确保安全。"
    )


@pytest.mark.parametrize("kept", ["记者 王", "海州市 江州市"])
def test_the_spaces_of_print_stay(kept: str) -> None:
    assert kept in read(CLEAN)
