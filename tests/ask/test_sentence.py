from __future__ import annotations

import pytest

from kg.ask import Names
from kg.ask.sentence import take_apart
from tests.ask.conftest import TODAY


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("谁主持了第119次会议？", "who chair @Ordinal meeting"),
        ("4月4日韦韬参加了哪些会议？", "@Period @Person attend each|what meeting"),
        ("“精准赋码”是从哪次会议开始提出的？", "@Measure what meeting first raise"),
        ("去年谁是太原市市长？", "@Period who @Post"),
        ("太原的市长是谁", "@Place @Role who"),
        ("who was mayor of Taiyuan in 2022?", "who @Role @Place @Period"),
        ("Which meetings did Wei Tao and Lin Wu attend?", "what each|meeting @Person @Person attend"),
        ("《宜春市数字经济发展规划》", "@Document"),
        ("“落地核酸+精准赋码”", "@Quoted"),
        ("落地核酸+精准赋码", "@Quoted"),
        ("王小明是谁", "@Unknown who"),
        ("安全生产委员会", "@Unknown meeting"),
    ],
)
def test_a_question_is_taken_apart(names: Names, asked: str, order: str) -> None:
    assert take_apart(asked, names, TODAY).order == order


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("韦涛", "韦韬"),
        ("wei tao", "韦韬"),
        ("Tao Wei", "韦韬"),
        ("lan fo'an", "蓝佛安"),
        ("孙小梅", "孙晓梅"),
        ("殷雪莺", "殷雪鸢"),
    ],
)
def test_people_are_known_by_slips_spellings_and_aliases(names: Names, asked: str, name: str) -> None:
    (mention,) = take_apart(f"{asked} 主持", names, TODAY).mentions
    assert mention.names[0].name == name


@pytest.mark.parametrize("asked", ["王韬", "韦", "张伟", "韦小宝", "wei xiaobao", "陶伟明"])
def test_other_people_are_unknown(names: Names, asked: str) -> None:
    (mention, *_) = take_apart(f"{asked} 主持", names, TODAY).mentions
    assert mention.kind == "Unknown" and not mention.names


@pytest.mark.parametrize(
    "asked", ["abc王小明主持了第119次会议吗", "王小明xyz主持了第119次会议吗", "王小明 wei tao 主持"]
)
def test_no_piece_of_an_unknown_run_is_lost(names: Names, asked: str) -> None:
    assert "王小明" in [mention.text for mention in take_apart(asked, names, TODAY).mentions]
