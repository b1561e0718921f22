"""Where a personal name ends, and what only looks like one."""

import pytest

from kg.extract import extract
from kg.model import Label
from kg.source.record import Source

CASES = [
    ("林武指出，要压实责任。", {"林武"}),
    ("市长李强调研企业。", {"李强"}),
    ("副市长李勇作交流发言。", {"李勇"}),
    ("国务委员王勇等出席会议。", {"王勇"}),
    ("省长张 韬出席会议。", {"张韬"}),
    ("俄罗斯总统普京7日发表讲话。", {"普京"}),
    ("全国政协副主席帕巴拉·格列朗杰出席。", {"帕巴拉·格列朗杰"}),
    ("日本首相安倍晋三来访。", {"安倍晋三"}),
    ("护林员刘军、王娟夫妇守在山上。", {"刘军", "王娟"}),
    ("省领导李明、洛桑江村、赵平等出席。", {"李明", "洛桑江村", "赵平"}),
    ("节目播出。\n（视频编辑：张明 文字编辑：见红）", {"张明", "见红"}),
    ("主任高度重视这项工作。", set()),
    ("委员会主席方面表示欢迎。", set()),
    ("会议强调，要加强和平建设。", set()),
    ("要深入学习贯彻习近平新时代中国特色社会主义思想。", set()),
    ("据张家界市委书记介绍，文明创建成效明显。", set()),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names(text: str, names: set[str]) -> None:
    (extraction,) = extract(Source(id="x", text=text, line=1))
    assert {e.name for e in extraction.entities if e.label is Label.PERSON} == names
