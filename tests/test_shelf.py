"""What waits on disk comes back whole, in order, as often as it is asked for."""

from kg.model import Rel
from kg.shelf import Extractions, FactRows
from tests.statements import extraction

FIRST = extraction("a.txt", {"p0": "韦韬", "m0": "第119次会议"}, [(Rel.SPOKE_AT, "p0", "m0", 5, {"verb": ["讲话"]})])
SECOND = extraction("b.txt", {"p0": "韦韬"}, [])


def test_extractions_come_back_in_the_order_of_their_sources() -> None:
    kept = Extractions()
    kept.add([SECOND])
    kept.add([FIRST])
    assert list(kept) == list(kept) == [FIRST, SECOND]
    assert kept.sources() == ["a.txt", "b.txt"]


def test_an_article_told_again_replaces_itself() -> None:
    kept = Extractions()
    kept.add([FIRST, SECOND, extraction("a.txt", {"p0": "李明"}, [])])
    assert [one.entities[0].name for one in kept] == ["李明", "韦韬"]


def test_rows_are_sorted_by_their_ends_however_many_there_are() -> None:
    rows = FactRows()
    told = [(f"person/{n % 7}", (Rel.HOLDS, Rel.ATTENDED)[n % 2], f"x/{n:05}", {"order": n}) for n in range(3000)]
    for row in reversed(told):
        rows.add(*row)
    assert list(rows) == sorted(told, key=lambda row: (row[0], row[2], row[1]))
