"""A picture as one HTML file that asks nothing of any network: styles, scripts and data stand inside it.

Names and quotes come from untrusted texts. They reach the page as JSON in a block that no browser runs, with `<`, `>`
and `&` written as escapes; the scripts put them on the page as text, never as HTML; and the page's content policy lets
no script run but the page's own, and lets nothing be fetched or sent.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, Literal

import msgspec

from kg.show.picture import Picture
from kg.show.style import edge_styles, node_styles
from kg.show.texts import Texts
from kg.show.timeline import Moment

Lang = Literal["zh", "en"]
_HOME = Path(__file__).parent
_VENDOR = ("d3-dispatch", "d3-quadtree", "d3-timer", "d3-force", "force-graph")  # in the order they build on each other
_OWN = ("data", "layout", "drawing", "details", "search", "timeline", "main")


def page(
    picture: Picture,
    texts: Texts | None = None,
    timeline: Sequence[Moment] = (),
    lang: Lang = "en",
    *,
    title: str = "kg",
    left_out: int = 0,
    link: str = "",
) -> str:
    """The HTML of a picture with its evidence and its time line.

    `left_out` nodes are told to be not drawn. With `link`, such as `/node/{key}`, a node's details lead to that
    address. The same arguments give the same text.
    """
    scripts = [_script(f"vendor/{name}.min.js") for name in _VENDOR] + [_own_script()]
    data = _data(picture, texts or Texts(), timeline) | {
        "lang": lang,
        "title": title,
        "left_out": left_out,
        "link": link,
    }
    return Template(_asset("page.html")).substitute(
        lang={"zh": "zh-CN", "en": "en"}[lang],
        policy=_policy(scripts),
        title=html.escape(title),
        no_script=html.escape(words()[lang]["no_script"]),
        style=_asset("page.css"),
        data=in_script(data),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def in_script(data: Any) -> str:
    """JSON that cannot end the script block it stands in, nor be read as markup."""
    text = msgspec.json.encode(data).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def words() -> dict[str, Any]:
    """The page's own words, by language."""
    found: dict[str, Any] = msgspec.toml.decode((_HOME / "words.toml").read_bytes())
    return found


def _data(picture: Picture, texts: Texts, timeline: Sequence[Moment]) -> dict[str, Any]:
    """What the scripts read; the ends of a relationship are places in the list of nodes."""
    place = {node.key: number for number, node in enumerate(picture.nodes)}
    edges = [
        {"start": place[edge.start], "end": place[edge.end]}
        | {"type": edge.type, "evidence": edge.evidence, "quotes": edge.quotes, "properties": edge.properties}
        for edge in picture.edges
    ]
    return {
        "nodes": picture.nodes,
        "edges": edges,
        "texts": texts.found,
        "changed": texts.changed,
        "timeline": timeline,
        "labels": node_styles(),
        "types": edge_styles(),
        "words": words(),
    }


def _policy(scripts: Sequence[str]) -> str:
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    rules = (
        "default-src 'none'",
        f"script-src {allowed}",
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _own_script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in _OWN)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def _script(name: str) -> str:
    text = _asset(name)
    if "</script" in text.lower():
        raise ValueError(f"{name} cannot stand in a page: it holds </script")
    return text


@cache
def _asset(name: str) -> str:
    return (_HOME / "assets" / name).read_text(encoding="utf-8")
