from __future__ import annotations

from kg.model import Label, Rel
from kg.resources import cypher_folder
from kg.show.style import caption, edge_styles, node_styles, rules


def test_every_label_and_type_looks_as_the_browser_style_says() -> None:
    found = rules((cypher_folder("browser") / "style.grass").read_text(encoding="utf-8"))
    for label in Label:
        style, rule = node_styles()[label], found[f"node.{label}"]
        assert (style.color, style.border, style.text) == (
            rule["color"],
            rule["border-color"],
            rule["text-color-internal"],
        )
        assert f"{style.diameter:g}px" == rule["diameter"] and f"{style.font:g}px" == rule["font-size"]
    for rel in Rel:
        assert (edge_styles()[rel].color, edge_styles()[rel].caption) == (
            found[f"relationship.{rel}"]["color"],
            found[f"relationship.{rel}"]["caption"],
        )


def test_a_caption_leaves_out_what_is_not_known() -> None:
    assert caption(Label.MEETING, {"name": "常务会议", "ordinal": 119}) == "119 常务会议"
    assert caption(Label.PERSON, {"name": "林武"}) == "林武"
    assert caption(Label.TARGET, {"name": "320所学校"}) == "320所学校"
