"""Write the pages of docs/ that are told elsewhere already: `python -m tools.write_docs [--check]`.

    docs/model.md   from kg/model.py and kg/claims.py
    docs/cli.md     from the commands themselves
    docs/rules.md   from kg/extract/rules/*.toml

With --check nothing is written; the exit code is the number of pages that are stale, and the difference is printed.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import textwrap
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from kg.claims import declared
from kg.cli import app
from kg.model import NODES, RELS, Label, Merge, Property, Rel

ROOT = Path(__file__).parents[1]
RULES = ROOT / "kg" / "extract" / "rules"
HEAD = "<!-- Written by tools/write_docs.py: `make docs`. -->\n"
MERGED = {Merge.UNION: "all", Merge.MIN: "the smallest", Merge.MAX: "the largest", Merge.ALL: "true if all are"}
MODEL_INTRO = """\
# The graph model

What [`kg/model.py`](../kg/model.py) tells. Values stay in Chinese as printed. Every node has a `name`, and a unique
`key`, which is made of what the thing is (`person/林武`): the same in every run, whatever the order of the input.

A relationship that was read from text has `evidence`, a sorted list of places `SOURCE#char=START,END`
([RFC 5147](https://www.rfc-editor.org/rfc/rfc5147): code points of the source's text exactly as it was given, END
exclusive), and `quotes`, the parallel list of what stands there. Two nodes have one relationship of a type at most.

Where several reports tell the same thing, “merged” says what is kept of their values. Then `claims` holds what each
source says, and `sources` names those that `evidence` does not ([`kg/claims.py`](../kg/claims.py)).

In a store, a node that can have several names also carries `forms`: all of them in one text, `|林武|林书记|`, by which
queries find part of a name (`CONTAINS '林'`) or a whole one (`CONTAINS '|林武|'`) through a text index.
"""
RULES_INTRO = """\
# The extraction rules

The rules are data: the files in [`kg/extract/rules/`](../kg/extract/rules). A rule has a pattern, what it yields, and
an example, which is its test: reading the example must give what stands beside it.
"""


def model_page() -> Iterator[str]:
    """Labels and relationship types with their properties."""
    yield MODEL_INTRO
    yield "## Nodes\n"
    for label, node in NODES.items():
        yield f"### `{label}`\n\n{_sentence(node.comment)}\n\n{_properties(declared(label))}"
    yield "## Relationships\n"
    for rel, told in RELS.items():
        yield f"### `{rel}`\n\n`{_pattern(rel)}`: {told.comment}\n\n{_properties(told.properties)}"


def cli_page() -> Iterator[str]:
    """Every command with its arguments and options."""
    command = typer.main.get_command(app)
    told = get_docs_for_click(obj=command, ctx=typer.Context(command), name="kg", title="The commands")
    listed_below = re.compile(r"\*\*Commands\*\*:\n\n(?:\* .*\n)+\n")  # each has its own section
    told = listed_below.sub("", told).replace("```console\n$ ", "```text\n")  # a usage line is nothing to run
    yield re.sub(r"^(?: {4}kg .*\n)+", _examples, told, flags=re.MULTILINE)


def _examples(calls: re.Match[str]) -> str:
    return f"**Examples**:\n\n```sh\n{textwrap.dedent(calls[0])}```\n"


def rules_page() -> Iterator[str]:
    """Every rule with its example, by family."""
    yield RULES_INTRO
    for path in sorted(RULES.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        rows = [
            (f"`{rule['name']}`", rule.get("role", ""), rule["example"], "<br>".join(rule["expect"]) or "nothing")
            for rule in tomllib.loads(text)["rule"]
        ]
        table = _table(("rule", "yields", "example", "gives"), rows)
        yield f"## {path.stem.capitalize()}\n\n{_comment(text)}\n\n{table}"


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "model.md": model_page,
    "cli.md": cli_page,
    "rules.md": rules_page,
}


def _properties(properties: Mapping[str, Property]) -> str:
    rows = [(f"`{name}`", f"`{prop.kind}`", MERGED[prop.merge], prop.comment) for name, prop in properties.items()]
    return _table(("property", "type", "merged", ""), rows)


def _pattern(rel: Rel) -> str:
    starts, ends = (_labels(labels) for labels in (RELS[rel].starts, RELS[rel].ends))
    return f"({starts})-[:{rel}]->({ends})"


def _labels(labels: tuple[Label, ...]) -> str:
    return f":{'|'.join(labels)}"


def _sentence(comment: str) -> str:
    return f"{comment[0].upper()}{comment[1:]}."


def _comment(text: str) -> str:
    """The comment a file begins with."""
    lines = text[: text.index("[[rule]]")].splitlines()
    return "\n".join(line.removeprefix("#").strip() for line in lines).strip()


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table without its empty columns; nothing where there are no rows."""
    columns = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
    if not columns:
        return ""
    ruled = [(head, "---", *cells) for head, *cells in columns]
    lines = (" | ".join(cell.replace("|", "\\|") for cell in line) for line in zip(*ruled, strict=True))
    return "".join(f"| {line} |\n" for line in lines)


def main() -> int:
    """Write or check every page; the number of stale pages, or 0 when they were written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a page is stale")
    check = parser.parse_args().check
    stale = [name for name in PAGES if not _is_current(name, mend=not check)]
    return len(stale) if check else 0


def _is_current(name: str, *, mend: bool) -> bool:
    """Whether a page says what is so today; if not, it is written, or the difference is printed."""
    path = ROOT / "docs" / name
    shown = path.read_text(encoding="utf-8") if path.exists() else ""
    today = "\n".join([HEAD, *(f"{part.strip()}\n" for part in PAGES[name]())])
    if today != shown and mend:
        path.write_text(today, encoding="utf-8")
    elif today != shown:
        pages = shown.splitlines(keepends=True), today.splitlines(keepends=True)
        sys.stdout.writelines(difflib.unified_diff(*pages, fromfile=f"docs/{name}", tofile="today: run `make docs`"))
    return today == shown


if __name__ == "__main__":
    sys.exit(main())
