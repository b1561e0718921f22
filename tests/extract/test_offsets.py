"""The law of evidence: every span lies in the source as given, shows its quote, and names the person it proves."""

import re
import tomllib
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.extract.context import Context, Draft
from kg.extract.facts import add_meetings, add_people, add_roles
from kg.extract.scene import Scene
from kg.model import ROLES, Label, Rel
from kg.source.article import Article, Block
from kg.source.record import Source
from kg.source.view import View

EXAMPLES = sorted(
    rule["example"]
    for rules in (files("kg.extract") / "rules").iterdir()
    if rules.name.endswith(".toml")
    for rule in tomllib.loads(rules.read_text(encoding="utf-8"))["rule"]
)
BREAKS = ["", "\n", "\n\n", "\n　　", "\n## ", "\n\n本报讯 "]


def _bare(text: str) -> str:
    return re.sub(r"[\s　#]", "", text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(EXAMPLES), st.sampled_from(BREAKS)), min_size=1, max_size=6),
    st.booleans(),
    st.sampled_from([0, 1]),
)
def test_spans(parts: list[tuple[str, str]], half_width: bool, line: int) -> None:
    text = "".join(example + gap for example, gap in parts)
    if half_width:
        text = text.translate(str.maketrans("，；：（）", ",;:()"))
    for extraction in extract(Source(id="x", text=text, date="2024-03-04", line=line)):
        people = {e.local: e.name for e in extraction.entities if e.label is Label.PERSON}
        spans = [s.evidence for s in extraction.statements] + [m for e in extraction.entities for m in e.mentions]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for statement in extraction.statements:
            if statement.rel in (*ROLES, Rel.HOLDS):
                assert people[statement.start] in _bare(text[slice(*statement.evidence)])


def test_a_role_that_columns_cut_is_proved_where_the_person_is_named() -> None:
    second, first = "、李红出席会议。\n", "\n3日，全市统计工作会议召开。市领导王明海、陈刚、周敏、林涛、何军"
    text = second + "广告\n" + first
    begin = text.index("3日")
    view = View(text, [(begin, len(text)), (0, len(second) - 1)])
    scene = Scene(Context(Article(Source(id="x", text=text), 0, "", view, (Block("body", 0, len(view.text)),))))
    draft = Draft(scene.context)
    for add in (add_people, add_meetings, add_roles):
        add(scene, draft)
    proved = {draft.name(s.start): text[slice(*s.evidence)] for s in draft.statements if s.rel is Rel.ATTENDED}
    assert proved.keys() == {"王明海", "陈刚", "周敏", "林涛", "何军", "李红"}
    assert all(name in quote for name, quote in proved.items())
