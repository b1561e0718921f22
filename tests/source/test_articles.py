"""The seed pages hold eight articles, each with its headline."""

from pathlib import Path

import pytest

from kg.source.article import articles
from kg.source.reader import read
from kg.source.record import Source

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seed_pages() -> None:
    found = [a for s in read([SEEDS]) if isinstance(s, Source) for a in articles(s)]
    assert [a.number for a in found] == [1, 2, 3, 1, 2, 3, 4, 5]
    assert all(a.headline for a in found)
    assert found[0].headline.endswith("蓝佛安提出具体要求")


def text_of(text: str) -> str:
    (article,) = articles(Source(id="a", text=text))
    return article.view.text


def test_the_lines_of_a_roll_stay_lines() -> None:
    roll = "发来贺电的还有：\n日本首相王山\n几内亚比绍过渡总统 尼亚马\n柬埔寨首相 洪森\n此外，各方也表示祝贺。"
    assert text_of(roll).splitlines()[:4] == roll.splitlines()[:4]


def test_the_lines_of_a_column_below_a_colon_are_joined() -> None:
    column = "会议要求各地各部门做到以下几点：\n要把思想统一到中央的决策部\n署上来做到令行禁止要加强组\n织领导。"
    assert "中央的决策部署上来" in text_of(column)


@pytest.mark.parametrize("blank", ["\xa0", "\u2003", "\u2009", "\u200b", "\ufeff", "\t", "\u3000"])
def test_a_web_pages_blanks_are_read_as_any_other_and_no_line_is_lost(blank: str) -> None:
    page = f"{blank}{blank}本报讯 省委书记林{blank}武主持会议。{blank}\r\n{blank}> {blank}副省长张{blank}韬出席会议。"
    assert text_of(page) == "本报讯 省委书记林武主持会议。\n副省长张韬出席会议。\n"


def test_blanks_around_figures_are_the_typesetters() -> None:
    page = "省委常委会 4 月 4 日召开\n4 月 4 日，省委书记林武主持会议，增长 5% 以上，共 12 人出席，并学习了文件。"
    assert text_of(page).splitlines()[0] == "省委常委会4月4日召开"
    assert text_of(page).splitlines()[1].startswith("4月4日，省委书记林武主持会议，增长5%以上，共12人出席")


def test_a_headlines_blank_before_a_figure_parts_it_where_the_text_sets_none() -> None:
    page = "升学专业测试 6月10日开始\n记者5月25日从市教育局获悉，测试6月10日开始，并于6月12日结束。"
    assert text_of(page).startswith("升学专业测试 6月10日开始\n")


def test_a_records_title_is_a_heading_in_its_text_however_long() -> None:
    title = "市委常委会召开会议 学习贯彻全国教育大会重要讲话精神研究部署下一阶段全市重点工作 王明主持会议并提出具体要求"
    text = f"{title}\n市委常委会4日召开会议，传达学习重要讲话精神。"
    (article,) = articles(Source(id="a", text=text, title=title, line=1))
    assert [block.kind for block in article.blocks] == ["heading", "body"]


@pytest.mark.parametrize("bullet", ["• ", "■", "▲ ", "◆", "- ", "* "])
def test_a_lines_bullet_is_no_part_of_it(bullet: str) -> None:
    assert text_of(f"{bullet}会议强调，要抓好落实。\n{bullet}王明出席。") == "会议强调，要抓好落实。\n王明出席。\n"


def test_sentences_each_set_as_a_paragraph_are_one() -> None:
    said = ["会议指出，此事事关全局。", "各地抓得很紧。", "要压实责任。", "要加强排查。", "王明主持。", "李红出席。"]
    (article,) = articles(Source(id="a", text="\n".join(said), line=1))
    assert len(article.blocks) == 1
    (article,) = articles(Source(id="a", text="\n".join(said).replace("要", "已"), line=1))
    assert len(article.blocks) == len(said)  # a digest
