import pytest

from kg.errors import InputError
from kg.model import Label
from kg.resolve.judgement import decide, latest, read, undo, write


def judge(same, when="2024-01-01", a="六稳", b="六保"):
    return decide(Label.MEASURE, a, b, same=same, by="editor", when=when, reason="read both")


def test_written_and_read_back_sorted(tmp_path):
    path = tmp_path / "judgements.jsonl"
    write(path, [judge(True, a="b", b="c"), judge(False)])
    assert list(read(path)) == sorted([judge(True, a="b", b="c"), judge(False)])
    assert path.read_text("utf-8").count("\n") == 2


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "judgements.jsonl"
    write(path, [judge(False)])
    path.write_text(path.read_text("utf-8") + "\n{oops\n", "utf-8")
    with pytest.raises(InputError, match=r"judgements\.jsonl:3: not a judgement"):
        list(read(path))


def test_sides_are_put_in_order():
    assert judge(True) == judge(True, a="六保", b="六稳")


@pytest.mark.parametrize("order", [1, -1])
def test_the_later_decision_is_in_force(order):
    early, late = judge(True, "2024-01-01"), judge(False, "2024-02-01")
    assert list(latest([early, late][::order]).values()) == [late]


def test_undo_takes_only_that_pairs_decisions_back():
    other = judge(True, a="四早", b="四风")
    assert undo([judge(True), judge(False, "2024-03-01"), other], Label.MEASURE, "六保", "六稳") == [other]
