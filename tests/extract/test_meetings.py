"""Which meetings an article holds, which it only recalls, and under which names."""

import pytest

from kg.extract import extract
from kg.model import Label
from kg.source.record import Source
from kg.statement import Entity


def meetings(text: str, title: str = "", date: str = "2024-03-04") -> dict[str, Entity]:
    (extraction,) = extract(Source(id="x", text=text, title=title, date=date, line=1))
    return {e.name: e for e in extraction.entities if e.label is Label.MEETING}


HELD = [
    ("市长王明3日主持召开市政府常务会议。", "市政府常务会议", "2024-03-03"),
    ("中央纪委常委会3日召开会议，传达学习有关精神。", "中央纪委常委会会议", "2024-03-03"),
    ("3日上午，市委在会议中心召开全市防汛工作动员会。", "全市防汛工作动员会", "2024-03-03"),
    ("全市科技大会暨奖励大会昨天召开。", "全市科技大会暨奖励大会", "2024-03-03"),
]
RECALLED = [
    "王明强调，要认真贯彻中央民族工作会议精神。",
    "会议决定，3月20日在京举行市人大常委会第九次会议。",
    "全市科技大会将于3月20日召开。",
    "要落实省长主持召开的省防汛工作会议精神。",
]
NONE = ["全国人民代表大会制度不断完善。", "全市精简会议支出。", "已连续举办三届高峰论坛。", "他走进会议中心。"]


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


def test_a_sitting_within_a_session_bears_its_name_in_front() -> None:
    found = meetings("市人大常委会第七次会议3日上午举行联组会议。市人大常委会副主任王晨主持会议。")
    assert "市人大常委会第七次会议联组会议" in found
