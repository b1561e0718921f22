"""What a browser would not show is read past; every place stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.article import articles
from kg.source.markup import without_markup
from kg.source.record import Source


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>林武主持会议。</p>\n<P class='x'>会议强调，要落实。</P>", "林武主持会议。\n会议强调，要落实。\n"),
        ("省长<b>王明</b>&nbsp;出席&ldquo;两会&rdquo;。", "省长王明 出席“两会”。\n"),
        ("第一行。\r第二行。", "第一行。\n第二行。\n"),
        ("<script>if (a < b) { x(); }</script><div>会议召开。</div><!-- 广告 -->", "会议召开。\n"),
        ("**林武**主持会议，[王明](http://a.cn/b_c?d=1)出席。", "林武主持会议，王明出席。\n"),
        ("李**说，3*5*7，会议召开。", "李**说，3*5*7，会议召开。\n"),
        ("A<B，C>D，会议召开。", "A<B，C>D，会议召开。\n"),
        ("投入&12万元；研发R&D经费增长。", "投入&12万元；研发R&D经费增长。\n"),
    ],
)
def test_a_page_is_read_as_it_is_seen(page: str, read: str) -> None:
    (article,) = articles(Source(id="a", text=page))
    assert article.view.text == read


def test_a_headline_is_marked_as_one() -> None:
    (article,) = articles(Source(id="a", text="<h1>全市教育大会召开</h1><p>市长王明出席，并讲话。</p>"))
    assert article.headline == "全市教育大会召开"


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</h2>", "&amp;", "&#20013;", "<!--", "-->", "王", "<", "&", "\r", ">", "**", "[", "](a)"]
        )
    ).map("".join)
)
def test_every_place_stays(page: str) -> None:
    read = without_markup(page)
    assert len(read) == len(page)
    assert [at for at, sign in enumerate(page) if sign == "王" and read[at] == "王"] == [
        at for at, sign in enumerate(read) if sign == "王"
    ]
