"""What does not fit together is reported, what can be is not."""

import pytest

from kg.graph import build
from kg.model import Rel
from kg.resolve import resolve
from kg.resolve.findings import findings


def graph_of(pages):
    return build(pages, resolve(pages))


@pytest.fixture
def holders(tell):
    def of(*seen):
        pages = []
        for number, (published, name, title) in enumerate(seen):
            page = tell(f"s{number}", published, "")
            page.person(name, title)
            pages.append(page.done())
        return findings(graph_of(pages))

    return of


def test_two_holders_of_one_post_at_one_time(holders):
    (found,) = holders(
        ("2016-01-05", "王儒林", "山西省委书记"),
        ("2016-02-01", "骆惠宁", "山西省委书记"),
        ("2016-06-05", "王儒林", "山西省委书记"),
        ("2016-07-05", "骆惠宁", "山西省委书记"),
    )
    assert found.kind == "holders" and "from 2016-02-01 to 2016-06-05" in found.what
    assert len(found.evidence) == len(found.quotes) == 2


def test_a_handover_is_no_contradiction(holders):
    assert not holders(
        ("2016-01-05", "王儒林", "山西省委书记"),
        ("2016-06-30", "王儒林", "山西省委书记"),
        ("2016-06-25", "骆惠宁", "山西省委书记"),
        ("2016-09-05", "骆惠宁", "山西省委书记"),
    )


def test_several_deputies_are_none(holders):
    assert not holders(
        ("2016-01-05", "甲光明", "山西省副省长"),
        ("2016-09-05", "甲光明", "山西省副省长"),
        ("2016-01-25", "乙光明", "山西省副省长"),
        ("2016-09-05", "乙光明", "山西省副省长"),
    )


def numbered(tell, *seen):
    pages = []
    for number, (day, ordinal) in enumerate(seen):
        page = tell(f"s{number}", day)
        meeting = page.meeting(f"太原市疫情防控工作领导小组第{ordinal}次会议", date=day, ordinal=ordinal, _held=True)
        page.say("a", Rel.REPORTS, meeting)
        pages.append(page.done())
    return [found for found in findings(graph_of(pages)) if found.kind == "ordinal"]


def test_numbers_that_grow_with_time_are_right(tell):
    assert not numbered(tell, ("2022-04-04", 108), ("2022-05-01", 110), ("2022-05-25", 119))


def test_a_number_against_the_calendar_is_a_finding(tell):
    (found,) = numbered(tell, ("2022-04-04", 108), ("2022-05-01", 190), ("2022-05-25", 119))
    assert "第190次" in found.what and "第119次" in found.what
