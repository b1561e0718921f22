"""Traditional script is told from Simplified and read as such, place by place."""

from hypothesis import given
from hypothesis import strategies as st

from kg.source.article import articles
from kg.source.record import Source
from kg.source.script import is_traditional, simplified

TRADITIONAL = "國務院總理李強主持召開國務院常務會議，研究進一步擴大內需的政策措施。會議強調，要著力穩定就業。"
SIMPLIFIED = "国务院总理李强主持召开国务院常务会议，研究进一步扩大内需的政策措施。会议强调，要着力稳定就业。"


def test_the_script_is_told() -> None:
    assert is_traditional(TRADITIONAL)
    assert not is_traditional(SIMPLIFIED)
    assert not is_traditional(
        "文物部门展出清代乾隆年间刻本，题签作“國朝”二字，专家介绍了这一著作的来历和保存情况。" * 2
    )
    assert not is_traditional("")


def test_traditional_is_read_as_simplified() -> None:
    read = simplified(TRADITIONAL)
    assert read.replace("著", "着") == SIMPLIFIED
    (article,) = articles(Source(id="x", text=TRADITIONAL, line=1))
    assert article.view.text.startswith("国务院总理李强")
    assert article.view.in_print("国务院总理") == "國務院總理"


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(simplified(TRADITIONAL + text)) == len(TRADITIONAL) + len(text)


@given(st.text(alphabet=SIMPLIFIED + "著乾于后里"))
def test_simplified_is_left_alone(text: str) -> None:
    assert simplified(text) == text
