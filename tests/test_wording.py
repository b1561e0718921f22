from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.wording import Piece, changes, clause, nearest

words = st.text(alphabet="全面落实从严执行精准赋码管控机制，。“”+ab12", max_size=30)


def test_what_is_gone_stands_before_what_is_new() -> None:
    assert changes("全面落实“精准赋码”工作机制", "从严执行“精准赋码”管控措施") == (
        Piece("gone", "全面落实"),
        Piece("new", "从严执行"),
        Piece("same", "“精准赋码”"),
        Piece("gone", "工作机制"),
        Piece("new", "管控措施"),
    )


def test_the_first_wording_has_nothing_to_compare_with() -> None:
    assert changes("", "强化赋码管理") == (Piece("same", "强化赋码管理"),)


def test_two_sentences_that_share_nothing_are_not_cut_into_shreds() -> None:
    before, after = "一些地方还存在验码工作不完善等薄弱环节", "要聚焦完善赋码管理"
    assert changes(before, after) == (Piece("gone", before), Piece("new", after))


@given(words, words)
def test_the_pieces_hold_both_wordings(before: str, after: str) -> None:
    pieces = changes(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    if before:
        assert "".join(piece.text for piece in pieces if piece.kind != "new") == before


@given(words)
def test_what_did_not_change_is_the_same(text: str) -> None:
    assert all(piece.kind == "same" for piece in changes(text, text))


def test_the_clause_is_the_one_that_names_the_measure() -> None:
    demand = "坚持同防，从严执行“落地核酸+点对点\n转运”管控措施,全力守好关口。"
    assert clause(demand, ["落地核酸+点对点转运", "落地核酸"]) == "从严执行“落地核酸+点对点转运”管控措施"


def test_a_comma_inside_quotation_marks_ends_no_clause() -> None:
    assert clause("要推行“早、快，准”的做法，守住底线", ["早、快，准"]) == "要推行“早、快，准”的做法"


def test_words_without_the_measure_are_kept_whole() -> None:
    assert clause("要聚焦完善，再加力", ["精准赋码"]) == "要聚焦完善，再加力"


def test_the_nearest_wording_shares_most() -> None:
    assert nearest("强化赋码管理", ["验码不完善", "聚焦完善赋码管理"]) == "聚焦完善赋码管理"
    assert nearest("强化赋码管理", []) == ""
