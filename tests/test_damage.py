"""The same seed does the same damage, no character is lost; damaged seed pages lose no more than two points."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import Tally, evaluate, read_gold
from kg.pipeline import build_graph
from kg.source import Source
from kg.source.reader import read
from kg.source.view import normalise
from tests.damage import damage, main, scan

PARAGRAPH = (
    "省委书记张韬主持会议并讲话。他强调，要落实“第一时间、第一落点”管控（含夜间），守住底线，确保生活必需品供应。"
)
SEEDS = (1, 2, 3)
MOST_LOST = 0.02


def characters(text: str) -> list[str]:
    return sorted(re.sub(r"\s", "", normalise(text)))


@settings(deadline=None)  # the first call reads the dictionary
@given(
    text=st.lists(st.sampled_from([PARAGRAPH, PARAGRAPH * 5, "张韬出席。"]), min_size=1).map("\n".join),
    seed=st.integers(),
)
def test_the_same_seed_gives_the_same_damage_and_loses_nothing(text: str, seed: int) -> None:
    assert damage(text, seed) == damage(text, seed)
    assert characters(damage(text, seed)) == characters(text)


def test_each_kind_of_damage_is_done() -> None:
    text = "\n".join([PARAGRAPH] * 8)
    damaged = [damage(text, seed) for seed in range(20)]
    assert len(set(damaged)) == len(damaged)
    assert all("," in page and "(" in page and "\n\n" in page for page in damaged)
    assert any("张 韬" in page for page in damaged)
    assert any(re.search(r"[^。]\n\n", page) for page in damaged)
    swapped = [
        characters(page) == characters(text) and re.sub(r"\s", "", normalise(page)) != text.replace("\n", "")
        for page in damaged
    ]
    assert all(swapped)


def test_records_keep_their_other_fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(msgspec.json.encode({"id": 7, "title": "题", "text": PARAGRAPH * 4}) + b"\n")
    monkeypatch.setattr("sys.argv", ["damage", str(source), str(target), "--seed", "3"])
    main()
    (record,) = map(msgspec.json.decode, target.read_bytes().splitlines())
    assert record == {"id": 7, "title": "题", "text": damage(PARAGRAPH * 4, "3:7")}


def scores(folder: Path) -> dict[str, Tally]:
    texts = {item.id: item.text for item in read([folder]) if isinstance(item, Source)}
    return evaluate(build_graph([folder]).graph, read_gold(Path("tests/data/seeds_gold.jsonl")), texts)


def test_a_scan_wraps_strews_and_confuses() -> None:
    scanned = [scan("\n".join([PARAGRAPH] * 8), seed) for seed in range(20)]
    assert scanned == [scan("\n".join([PARAGRAPH] * 8), seed) for seed in range(20)]
    assert all(max(map(len, page.splitlines())) <= 30 for page in scanned)
    assert all(re.search("[一-龥] [一-龥]", page) and re.search("[丶〝〞∶]", page) for page in scanned)
    assert any("下转" in page or "上接" in page for page in scanned)


@pytest.mark.parametrize("kind", [damage, scan])
@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_seed_pages_lose_little(tmp_path: Path, seed: int, kind: Callable[[str, str], str]) -> None:
    (tmp_path / "sources.toml").write_bytes(Path("seeds/sources.toml").read_bytes())
    for page in Path("seeds").glob("*.txt"):
        (tmp_path / page.name).write_text(
            kind(page.read_text(encoding="utf-8"), f"{seed}:{page.name}"), encoding="utf-8"
        )
    whole, damaged = scores(Path("seeds")), scores(tmp_path)
    lost = {family: whole[family].f1 - damaged[family].f1 for family in whole}
    assert {family: loss for family, loss in lost.items() if loss > MOST_LOST} == {}
