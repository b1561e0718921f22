"""Names found by characters and by Pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ask import Names
from kg.ask.names import Name
from kg.model import Label
from kg.web.spelling import Index, spellings

INDEX = Index(
    Names(
        Name(str(kind), f"{kind.lower()}/{name}", name, aliases, weight)
        for kind, name, aliases, weight in [
            (Label.PERSON, "韦韬", (), 9),
            (Label.PERSON, "魏涛", (), 3),
            (Label.PERSON, "单雨", (), 1),
            (Label.PERSON, "吕一", (), 1),
            (Label.BODY, "太原市委", ("市委",), 5),
            (Label.POST, "太原市委书记", (), 4),
            (Label.MEASURE, "落地核酸+点对点转运+精准赋码", (), 2),
        ]
    ),
    list(Label),
)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("韦韬", "韦韬"),
        ("wt", "韦韬"),
        ("WT", "韦韬"),
        ("weitao", "韦韬"),
        ("Wei Tao", "韦韬"),
        ("wèi", None),
        ("wei", "韦韬"),
        ("shanyu", "单雨"),
        ("danyu", "单雨"),
        ("lvyi", "吕一"),
        ("lüyi", "吕一"),
        ("tysw", "太原市委"),
        ("tyswsj", "太原市委书记"),
        ("sw", "太原市委"),
        ("市委", "太原市委"),
        ("委书记", "太原市委书记"),
        ("jingzhunfuma", "落地核酸+点对点转运+精准赋码"),
        ("落地核酸+精准赋码", "落地核酸+点对点转运+精准赋码"),
        ("韦涛", "韦韬"),
    ],
)
def test_what_is_typed_finds_the_likeliest_name_first(asked: str, first: str | None) -> None:
    found = INDEX.find(asked)
    if first is not None:
        assert found and found[0].name == first


@pytest.mark.parametrize("asked", ["", "   ", "xyz", "火星", "%", "*", ".*", "'", "\\"])
def test_what_names_nothing_finds_nothing(asked: str) -> None:
    assert INDEX.find(asked) == []


def test_of_equals_the_one_with_most_in_the_store_comes_first() -> None:
    assert [name.name for name in INDEX.find("wt")][:2] == ["韦韬", "魏涛"]
    assert len(INDEX.find("wt", most=1)) == 1


@given(st.text(max_size=20))
def test_any_text_can_be_asked(asked: str) -> None:
    found = INDEX.find(asked)
    assert len({name.key for name in found}) == len(found)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=4))
def test_a_name_is_found_by_its_own_spellings(form: str) -> None:
    index = Index(Names([Name("Person", f"person/{form}", form)]), ["Person"])
    for spelling in (*spellings(form)[0], *spellings(form)[1]):
        assert not spelling or index.find(spelling)
