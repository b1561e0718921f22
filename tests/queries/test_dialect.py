"""Every text in `cypher/queries/` keeps to what both stores understand alike."""

from __future__ import annotations

import re

import pytest

from kg.queries import all_queries
from kg.queries.header import Query

FORBIDDEN = {
    "block comments": r"/\*",
    "properties called id, title or type (the embedded engine has its own)": r"\w\.(?:id|title|type)\b",
    "properties(), keys() and p{.*}": r"\b(?:properties|keys)\s*\(|\{\s*\.\*",
    "WHERE inside a pattern": r"\([^()]*:\w+[^()]*\sWHERE\b[^()]*\)\s*(?:-|<-)|\[\w*:[^\]|]*\sWHERE\b",
    "COUNT { MATCH … } and COLLECT { … }": r"COUNT\s*\{\s*MATCH|COLLECT\s*\{",
    "paths without an upper bound": r"\*(?:\d+)?(?:\.\.)?\]",
    "quantified paths": r"\)\s*(?:\{\d*,?\d*\}|\+|\*)\s*(?:\(|$)",
    "inline filters besides the key": r"\(\w*:\w+ \{(?!key: )",
    "writing": r"\b(?:CREATE|MERGE|DELETE|SET|REMOVE|LOAD CSV|FOREACH)\b",
    "values pasted into the text": r"\$\{|%s",
}
STATEMENTS = {name: re.sub(r"//.*", "", query.cypher) for name, query in all_queries().items()}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_text_uses_nothing_that_one_store_does_not_know(name: str) -> None:
    found = [what for what, pattern in FORBIDDEN.items() if re.search(pattern, STATEMENTS[name], re.MULTILINE)]
    assert not found


@pytest.mark.parametrize(
    "text",
    ["/* x */", "m.title", "properties(m)", "p{.*}", "(a:A WHERE a.x > 1)-[:R]->(b)", "COUNT { MATCH (a) }",
     "COLLECT { MATCH (a) RETURN a }", "-[:R*]->", "-[:R*1..]->", "((a)-[:R]->(b)){1,3} (c)", "(m:Meeting {name: $x})",
     "CREATE (n)"],
)  # fmt: skip
def test_the_check_sees_what_it_forbids(text: str) -> None:
    assert any(re.search(pattern, text, re.MULTILINE) for pattern in FORBIDDEN.values())


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_parameters_of_the_header_and_of_the_text_are_the_same(query: Query) -> None:
    assert set(re.findall(r"\$(\w+)", STATEMENTS[query.name])) == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_columns_of_the_header_are_what_the_text_returns(query: Query) -> None:
    returned = STATEMENTS[query.name].rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
    names = [re.findall(r"\w+$", part.strip())[0] for part in _split(returned)]
    assert names == list(query.columns)


def _split(listed: str) -> list[str]:
    """The items of a RETURN: parted by the commas outside of brackets."""
    items, depth = [""], 0
    for char in listed:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            items.append("")
        else:
            items[-1] += char
    return items
