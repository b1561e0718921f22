"""Reading GraSS as Neo4j Browser does: selector, then `property: value;` in braces."""

from __future__ import annotations

import re


def rules(text: str) -> dict[str, dict[str, str]]:
    """`{"node.Person": {"color": "#4C8EDA", "caption": "{name}", …}, …}`."""
    blocks = re.findall(r"^([\w.]+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL)
    return {selector: dict(re.findall(r"^\s*([\w-]+): '?(.*?)'?;$", body, re.MULTILINE)) for selector, body in blocks}
