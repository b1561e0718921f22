"""The law of evidence: every span lies in the source as given, shows its quote, and names the person it proves."""

import re
import tomllib
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import ROLES, Label, Rel
from kg.source.record import Source

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
