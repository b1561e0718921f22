"""Invented city pages, read whole: half-width punctuation, delegated chairs, branch venues, several articles."""

from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import ROLES, Label, Rel
from kg.source.reader import read
from kg.source.record import Source
from kg.statement import Extraction

PAGES = Path(__file__).parent.parent / "data" / "pages"
SAFETY = "全省安全生产电视电话会议暨省安委会2021年第三次全体会议"


@pytest.fixture(scope="module")
def pages() -> dict[str, list[Extraction]]:
    sources = [source for source in read([PAGES]) if isinstance(source, Source)]
    return {source.id: extract(source) for source in sources}


def _links(extraction: Extraction, *rels: Rel) -> set[tuple[str, Rel, str]]:
    names = {e.local: e.name for e in extraction.entities}
    return {(names[s.start], s.rel, names[s.end]) for s in extraction.statements if s.rel in rels}


def _names(extraction: Extraction, label: Label) -> set[str]:
    return {e.name for e in extraction.entities if e.label is label}


def test_a_delegated_chair_and_branch_venues(pages: dict[str, list[Extraction]]) -> None:
    (article,) = pages["safety_conference.txt"]
    assert {(who, rel) for who, rel, meeting in _links(article, *ROLES) if meeting == SAFETY} == {
        ("刘志强", Rel.CHAIRED),
        ("刘志强", Rel.SPOKE_AT),
        ("黄海涛", Rel.REPORTED_AT),
        ("郑向东", Rel.ATTENDED),
        ("马骏", Rel.ATTENDED),
        ("徐丽华", Rel.ATTENDED),
        ("何文斌", Rel.ATTENDED),
        ("高峰", Rel.SPOKE_AT),
        ("林涛", Rel.SPOKE_AT),
        ("罗勇", Rel.SPOKE_AT),
        ("曹阳", Rel.SPOKE_AT),
    }


def test_posts_of_the_safety_conference(pages: dict[str, list[Extraction]]) -> None:
    (article,) = pages["safety_conference.txt"]
    held = {(who, post) for who, _, post in _links(article, Rel.HOLDS)}
    assert ("林涛", "海州市市长") in held
    assert ("曹阳", "江城钢铁集团董事长") in held
    assert ("陈建国", "省人大常委会主任") in held


def test_measures_and_targets_of_the_safety_conference(pages: dict[str, list[Extraction]]) -> None:
    (article,) = pages["safety_conference.txt"]
    assert _names(article, Label.MEASURE) == {
        "三年行动",
        "党政同责、一岗双责、齐抓共管、失职追责",
        "互联网+监管",
        "双随机、一公开",
        "四不两直",
    }
    targets = {(e.props["quantity"], e.props["deadline"]) for e in article.entities if e.label is Label.TARGET}
    assert targets == {("50%", "2025"), ("300个", "2025")}


def test_an_enlarged_standing_committee(pages: dict[str, list[Extraction]]) -> None:
    (article,) = pages["standing_committee.txt"]
    name = "市委常委会（扩大）会议"
    meeting = next(e for e in article.entities if e.name == name)
    assert meeting.props["date"] == "2023-03-12"
    roles = {(who, rel) for who, rel, held in _links(article, *ROLES) if held == name}
    assert roles == {
        ("李明", Rel.CHAIRED),
        ("李明", Rel.SPOKE_AT),
        *((who, Rel.ATTENDED) for who in ("赵刚", "钱伟", "孙国平", "王芳", "周军", "吴平")),
    }
    assert _links(article, Rel.CONVEYED, Rel.ADOPTED) == {
        (name, Rel.CONVEYED, "习近平总书记在中央农村工作会议上的重要讲话"),
        (name, Rel.CONVEYED, "省委农村工作会议"),
        (name, Rel.ADOPTED, "江城市2023年重点工程实施方案（试行）"),
        (name, Rel.ADOPTED, "关于加强基层治理的若干措施"),
    }


def test_two_articles_of_one_page(pages: dict[str, list[Extraction]]) -> None:
    talk, study = pages["city_and_county.txt"]
    assert {who for who, _, _ in _links(talk, Rel.ATTENDED)} == {"王明", "汉斯·穆勒", "李勇", "周敏"}
    assert ("赵军", Rel.CHAIRED, "县委理论学习中心组集体学习会") in _links(study, Rel.CHAIRED)
    assert ("何建华", Rel.REPORTED_AT, "县委理论学习中心组集体学习会") in _links(study, Rel.REPORTED_AT)
