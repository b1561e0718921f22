"""What a sitting deals with that names a measure, and measures in a sitting's own name."""

from __future__ import annotations

from kg.extract import extract
from kg.model import Rel
from kg.source.record import Source


def calls(text: str) -> set[tuple[str, str]]:
    """(the first words of what is said, the measure), where it is said at a meeting."""
    (found,) = extract(Source(id="x", text=text, date="2024-03-04", line=1))
    names = {e.local: e.name for e in found.entities}
    given = {s.start for s in found.statements if s.rel is Rel.GIVEN_AT}
    asked = (s for s in found.statements if s.rel is Rel.CALLS_FOR and s.start in given)
    return {(names[s.start][:4], names[s.end]) for s in asked}


def test_a_measure_in_the_name_of_a_sitting() -> None:
    text = "近日，市国资委召开林长制工作部署会，明确首要任务，要求各单位全力推进。"
    assert calls(text) == {("明确首要", "林长制")}


def test_what_was_demanded_before_stands_for_a_sittings_name() -> None:
    text = "全市林长制工作推进会3日召开。市长赵刚出席会议并讲话。赵刚强调，要压实责任。要加强巡护。"
    assert calls(text) == {("要压实责", "林长制")}


def test_a_meeting_that_only_speaks_of_a_measure() -> None:
    text = "市长赵刚3日主持召开市政府常务会议。会议指出，发展托育服务是“六稳”的重要内容，意义重大。"
    assert calls(text) == {("发展托育", "六稳")}


def test_a_recalled_meeting_deals_with_nothing_here() -> None:
    text = "市委近日印发通知，学习贯彻全市林长制工作会议精神，推进林长制落实。"
    assert calls(text) == set()


def test_what_is_dealt_with_ends_where_somebody_speaks() -> None:
    text = "市长王明3日组织召开全市“护苗工程”推进会议，强调要落实林长制，加强巡护。"
    assert calls(text) == {("要落实林", "林长制"), ("要落实林", "护苗工程")}
