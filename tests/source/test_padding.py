"""Padding inside names goes, the space between two names stays."""

import pytest

from kg.source.padding import unpadded


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("市委副书记张 韬主持", "市委副书记张韬主持"),
        ("汪　洋强调，要抓好落实。", "汪洋强调，要抓好落实。"),
        ("李明、王 毅、肖 捷参加", "李明、王毅、肖捷参加"),
        ("研究院莫 荣、证券公司邵 宇等发言", "研究院莫荣、证券公司邵宇等发言"),
        ("记者 王 强", "记者 王强"),
    ],
)
def test_padding_is_left_out(printed: str, read: str) -> None:
    assert "".join(printed[start:end] for start, end in unpadded(printed)) == read


@pytest.mark.parametrize("printed", ["记者 殷雪梅 梁涛", "总结得失 补齐短板", "会议召开。", "张晓林 王强 摄", ""])
def test_other_spaces_stay(printed: str) -> None:
    assert list(unpadded(printed)) == [(0, len(printed))]
