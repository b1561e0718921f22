"""Lines of one width are put back into paragraphs; whatever has no width stays as it is."""

import re

import pytest

from kg.source.article import articles
from kg.source.lines import lines_of
from kg.source.record import Source
from kg.source.wrapped import unwrapped

FIRST = (
    "本报讯（记者王明）3月3日，市长李勇主持召开市政府常务会议，研究2024年防汛工作，听取市水利局局长林涛关于12座"
    "水库除险加固情况的汇报，审议通过《海州市防汛应急预案（试行）》。会议强调，要压实责任，全年投入不少于3.5亿元。"
)
SECOND = "会议指出，各县区要在5月底前完成隐患排查，落实“县级统筹、乡镇落实”机制，确保度汛安全，不留死角盲区。"


def wrapped(*paragraphs: str, width: int, indent: str) -> str:
    lines = []
    for paragraph in paragraphs:
        whole = indent + paragraph
        lines += [whole[at : at + width] for at in range(0, len(whole), width)]
    return "\n".join(lines)


@pytest.mark.parametrize("width", range(14, 34, 3))
@pytest.mark.parametrize("indent", ["　　", ""])
def test_a_column_is_read_as_its_paragraphs(width: int, indent: str) -> None:
    text = wrapped(FIRST, SECOND, width=width, indent=indent)
    (article,) = articles(Source(id="x", text=text, date="2024-03-04", line=1))
    assert "".join(article.view.text.split()) == FIRST + SECOND
    assert FIRST in article.view.text
    assert not any(block.kind == "heading" for block in article.blocks)


def test_an_indented_line_begins_a_paragraph_though_the_line_above_is_full() -> None:
    text = wrapped(FIRST[:40] + "。", SECOND, width=len(FIRST[:40]) + 3, indent="　　")
    assert len(lines_of(text)) == len(unwrapped(text, lines_of(text)))


def test_lines_without_a_width_stay() -> None:
    text = "市政府召开常务会议\n研究防汛工作\n" + FIRST + "\n" + SECOND
    assert [line.start for line in unwrapped(text, lines_of(text))] == [line.start for line in lines_of(text)]


def test_offsets_point_into_the_text_as_it_was_given() -> None:
    text = wrapped(FIRST, SECOND, width=20, indent="　　")
    (article,) = articles(Source(id="x", text=text, date="2024-03-04", line=1))
    at = article.view.text.index("海州市防汛应急预案")
    span = article.view.span(at, at + len("海州市防汛应急预案"))
    assert re.sub(r"\s", "", text[span.start : span.end]) == "海州市防汛应急预案"
