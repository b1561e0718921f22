"""Articles and their paragraphs: what an OCR break cut is joined, headings stay headings."""

import pytest

from kg.source.article import Article, articles
from kg.source.record import Source


def blocks(text: str, line: int = 1) -> list[tuple[str, str]]:
    (article,) = articles(Source(id="x", text=text, line=line))
    return [(block.kind, article.view.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            ["省政协第十三届", "委员会常务委员会议8日召开，研究部署经济工作。"],
            "省政协第十三届委员会常务委员会议8日召开，研究部署经济工作。",
        ),
        (
            ["会议审议通过《全省教育事业", "发展规划》，提出明确要求。"],
            "会议审议通过《全省教育事业发展规划》，提出明确要求。",
        ),
        (["要落实“三", "区”动态管理，守住底线。"], "要落实“三区”动态管理，守住底线。"),
    ],
    ids=["in a name", "in a title", "in a quotation"],
)
def test_a_short_beginning_is_no_heading(lines: list[str], joined: str) -> None:
    assert blocks("\n\n".join(lines)) == [("body", joined)]


def test_a_digest_keeps_its_headings() -> None:
    text = (
        "全国春耕生产有序推进\n农业农村部今天发布数据，全国春播进度过半。\n"
        "冬小麦长势良好\n最新农情调度显示，全国冬小麦一二类苗占比明显提高。"
    )
    assert [kind for kind, _ in blocks(text)] == ["heading", "body", "heading", "body"]


def test_swapped_fragments_are_one_paragraph_and_their_places_are_the_sources() -> None:
    first = "李明指出，近期我市多地发生输入性疫情，应急处置到了最吃劲的阶段，一些地方卡口管控检查不严格、延伸溯源管"
    second = "理不到位、赋码验码工作不完善等问题依然存在，各级各部门要坚持问题导向，从每一个病例中查找短板漏洞。"
    text = f"市委书记李明主持会议并讲话。\n\n{second}\n\n{first}\n\n会议以视频形式召开。"
    article: Article
    (article,) = articles(Source(id="x", text=text, line=1))
    assert first + second in article.view.text
    read = [(place, character) for place, character in enumerate(article.view.text) if character != "\n"]
    assert all(text[article.view.to_source(place)] == character for place, character in read)


def test_marked_headings_and_datelines_begin_articles() -> None:
    text = "# 甲会召开\n本报讯（记者 王强）5月2日，甲会召开。\n# 乙会召开\n本报讯（记者 李丽）5月3日，乙会召开。"
    found = articles(Source(id="x", text=text))
    assert [(article.number, article.headline) for article in found] == [(1, "甲会召开"), (2, "乙会召开")]
