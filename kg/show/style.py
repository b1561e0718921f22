"""Colours, sizes and captions: read from the style of Neo4j Browser, so that both draw a graph alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from kg.model import Label, Rel
from kg.resources import cypher_folder

Rules = dict[str, dict[str, str]]
_BLOCK = re.compile(r"^([\w.]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_RULE = re.compile(r"^\s*([\w-]+): '?(.*?)'?;$", re.MULTILINE)
_SLOT = re.compile(r"\{(\w+)\}")


class NodeStyle(msgspec.Struct, frozen=True):
    """How nodes of a label look; `caption` is a template such as `{date} {name}`, `diameter` in pixels."""

    color: str
    border: str
    text: str
    diameter: float
    font: float
    caption: str


class EdgeStyle(msgspec.Struct, frozen=True):
    """How relationships of a type look; `caption` is their Chinese word."""

    color: str
    width: float
    caption: str


def rules(grass: str) -> Rules:
    """GraSS as Browser reads it: `{"node.Person": {"color": "#4C8EDA", "caption": "{name}", …}, …}`."""
    return {selector: dict(_RULE.findall(body)) for selector, body in _BLOCK.findall(grass)}


@cache
def node_styles() -> Mapping[Label, NodeStyle]:
    """The style of every label."""
    found = _found()
    return {label: _node(found["node"] | found.get(f"node.{label}", {})) for label in Label}


@cache
def edge_styles() -> Mapping[Rel, EdgeStyle]:
    """The style of every relationship type."""
    found = _found()
    return {rel: _edge(found["relationship"] | found.get(f"relationship.{rel}", {})) for rel in Rel}


def caption(label: Label, properties: Mapping[str, Any]) -> str:
    """What stands in the node's circle: the template's slots filled, those without a value left out."""
    template = node_styles()[label].caption
    filled = _SLOT.sub(lambda slot: str(properties.get(slot[1]) or ""), template)
    return " ".join(filled.split()) or str(properties.get("name", ""))


def _found() -> Rules:
    return rules((cypher_folder("browser") / "style.grass").read_text(encoding="utf-8"))


def _node(rule: Mapping[str, str]) -> NodeStyle:
    return NodeStyle(
        color=rule["color"],
        border=rule["border-color"],
        text=rule["text-color-internal"],
        diameter=_pixels(rule["diameter"]),
        font=_pixels(rule["font-size"]),
        caption=rule["caption"],
    )


def _edge(rule: Mapping[str, str]) -> EdgeStyle:
    return EdgeStyle(color=rule["color"], width=_pixels(rule["shaft-width"]), caption=rule["caption"])


def _pixels(value: str) -> float:
    return float(value.removesuffix("px"))
