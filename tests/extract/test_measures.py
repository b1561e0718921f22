"""Measures without quotation marks: campaigns and programmes by the verb that carries them out."""

import pytest

from kg.extract.measures import find_measures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深入实施强县富民产业提升行动，打造特色园区。", ["强县富民产业提升行动"]),
        ("实施新时代海州匠心工程，培养人才。", ["新时代海州匠心工程"]),
        ("开展贯彻落实河湖巡查制度专项行动。", ["贯彻落实河湖巡查制度专项行动"]),
        ("开展市场主体失信行为专项治理行动。", ["市场主体失信行为专项治理行动"]),
        ("今年以来，老旧管网改造提升行动稳步推进。", ["老旧管网改造提升行动"]),
        ("军方对边境实施突袭行动，开展了救援行动。", []),
        ("实施一批重大工程，推进重点工程建设。", []),
        ("要做到“踏石留印，抓铁有痕”，杜绝“形象工程”。", []),
    ],
)
def test_programmes(text: str, names: list[str]) -> None:
    assert [measure.name for measure in find_measures(text)] == names
