import pytest

from kg.evaluate.names import SAME_MEETING, alike, norm, number


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("“四不两直”", "四不两直"),
        ("张 韬", "张韬"),
        ("３＋２", "3+2"),
        ("《规划》。", "规划"),
        ("\n外防\n输入\n", "外防输入"),
    ],
)
def test_what_makes_two_printed_names_the_same(printed: str, same: str) -> None:
    assert norm(printed) == norm(same) == same


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("119", 119), ("七十八", 78), ("十", 10), ("二十", 20), ("一百零八", 108), ("两千〇一", 2001)],
)
def test_numerals(numeral: str, value: int) -> None:
    assert number(numeral) == value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市疫情防控工作领导小组第108次会议", "太原市疫情防控工作领导小组第一百零八次会议"),
        ("全市疫情防控工作总结推进会暨领导小组第119次会议", "全市疫情防控工作总结推进会"),
        ("党的十九届四中全会", "十九届四中全会"),
        ("会议", "会议"),
    ],
)
def test_names_of_one_meeting(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one) >= SAME_MEETING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("领导小组第108次会议", "领导小组第119次会议"),
        ("全市疫情防控工作总结推进会", "中央政治局常委会"),
        ("会议", "全体会议第3次"),
    ],
)
def test_names_of_two_meetings(one: str, other: str) -> None:
    assert alike(one, other) < SAME_MEETING
