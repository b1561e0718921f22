"""Marks set in other ways are read as the usual ones, in the places where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.article import articles
from kg.source.marks import with_usual_marks
from kg.source.record import Source

USUAL = "会议传达《意见》精神，部署“两稳一保”工作。乔治·布什出席，增长3.5%。会议强调，要落实。\n"


@pytest.mark.parametrize(
    ("marks", "others"),
    [
        ("。", "."), ("。", "．"), ("。", ". "), ("·", "∙"), ("·", "・"), ("，", "､"),
        ("“”", "''"), ("“”", "＂＂"), ("“”", "‘’"), ("“”", "『』"), ("“”", "″″"), ("“”", '""'),
        ("《》", "<>"), ("《》", "«»"), ("《》", ("<<", ">>")), ("人日大", "⼈⽇⼤"), ("李", "李"), ("会", "会\xad"),
    ],
)  # fmt: skip
def test_a_page_with_other_marks_reads_the_same(marks: str, others: str) -> None:
    page = USUAL
    for mark, other in zip(marks, others if len(marks) > 1 else [others], strict=True):
        page = page.replace(mark, other)
    if "，" in marks:  # the half-width sign is that of a list
        assert articles(Source(id="a", text=page))[0].view.text == USUAL.replace("，", "、")
    else:
        assert articles(Source(id="a", text=page))[0].view.text == USUAL


@pytest.mark.parametrize(
    "page",
    [
        "会议强调，要落实“两稳一保”。3<5，6>4，他说'好'。",
        "第1.2节与乔治.布什的会谈。",
        "It's 王明's book。‘",
        "乔治.布什会见约翰.克里",
    ],
)
def test_other_pages_stay(page: str) -> None:
    assert with_usual_marks(page) == page


@given(st.lists(st.sampled_from([*"<>«»'‘’『』＂.．王会。《“\n 1"])).map("".join))
def test_every_place_stays(page: str) -> None:
    read = with_usual_marks(page)
    assert [(at, sign) for at, sign in enumerate(page) if sign in "王会\n 1"] == [
        (at, sign) for at, sign in enumerate(read) if sign in "王会\n 1"
    ]
