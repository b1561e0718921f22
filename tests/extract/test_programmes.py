"""Programmes without quotation marks: where their names begin, and what is none."""

from __future__ import annotations

import pytest

from kg.extract.programmes import find_programmes


def _names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_programmes(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会议要求，深入实施新一轮农村电网提升行动。", ["农村电网提升行动"]),
        ("全市开展2024年燃气安全专项整治行动。", ["燃气安全专项整治行动"]),
        ("抓好产业强基工程和乡村建设行动。", ["产业强基工程", "乡村建设行动"]),
        ("开展为期半年的打击非法集资专项行动。", ["打击非法集资专项行动"]),
        ("实施普惠托育、养老服务等三大提升行动。", ["三大提升行动"]),
        ("积极投身于党的群众路线教育实践活动。", ["群众路线教育实践活动"]),
        ("开展消防大排查大整治大督查集中行动。", ["消防大排查大整治大督查集中行动"]),
        ("退休党员党史学习教育走深走实，扎实推进退休党员党史学习教育。", ["党史学习教育"]),
        ("国企改革深化提升行动稳步推进。", ["国企改革深化提升行动"]),
        ("坚决打赢脱贫攻坚战。", ["脱贫攻坚战"]),
    ],
)
def test_named(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "美军在该地区开展军事行动。",  # what no authority at home carries out
        "开展水利工程建设，推进一批重大工程。",  # a building
        "《城市更新行动方案》近日印发。",  # a title
        "深入开展专项行动。",  # no name
        "他带头开展学习教育。",
    ],
)
def test_nameless(text: str) -> None:
    assert _names(text) == []
