"""A new day's articles are added without reading the rest again, and nothing shows that they were."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import cache as caching
from kg import pipeline
from kg.cache import FILE, Cache
from kg.errors import InputError, UsageError
from kg.export import jsonl
from kg.pipeline import Built, build_graph
from kg.source.record import Source

TEXTS = [
    ("2016-01-05", "山西省委书记王儒林主持召开省委常委会会议。会议强调，要做好“六稳”工作。"),
    ("2016-01-06", "山西省省长楼阳生出席全省经济工作会议并讲话。王儒林要求，推进“放管服”改革。"),
    ("2019-10-31", "中国共产党第十九届中央委员会第四次全体会议在北京举行。习近平总书记作重要讲话。"),
    ("2019-11-08", "山西省委书记骆惠宁主持召开会议，传达学习党的十九届四中全会精神。"),
    ("2020-05-22", "国务院总理李克强作政府工作报告，要求做好“六稳”“六保”工作。"),
    ("2020-06-01", "村民王刚说，日子好过了。"),
]
RECORDS = [{"id": f"day-{n}", "date": day, "source": "山西日报", "text": text} for n, (day, text) in enumerate(TEXTS)]


def given_as(folder: Path, records: Sequence[dict[str, str]]) -> Path:
    path = folder / "batch.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records), encoding="utf-8")
    return path


def told(built: Built, folder: Path) -> tuple[bytes, list[object]]:
    """All of the graph and all judgements. Where a file lies is no part of it."""
    path = folder / "graph.jsonl"
    with path.open("wb") as out:
        jsonl.write(built.graph, out)
    return path.read_bytes(), list(built.judgements)


@st.composite
def batchings(draw: st.DrawFn) -> list[list[dict[str, str]]]:
    """The records in any order, cut into any batches, some given twice."""
    left = list(draw(st.permutations(RECORDS)))
    left += draw(st.lists(st.sampled_from(RECORDS), max_size=2))
    found = []
    while left:
        size = draw(st.integers(1, len(left)))
        found.append(left[:size])
        left = left[size:]
    return [list({one["id"]: one for one in batch}.values()) for batch in found]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[object]]:
    folder = tmp_path_factory.mktemp("full")
    return told(build_graph([given_as(folder, RECORDS)]), folder)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=batchings())
def test_any_order_and_any_batching_is_the_full_rebuild(
    batches: list[list[dict[str, str]]], rebuilt: tuple[bytes, list[object]]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for batch in batches:
            built = build_graph([given_as(folder, batch)], cache=folder / "world")
        assert told(built, folder) == rebuilt


def test_only_what_is_new_or_changed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    told_by = pipeline._told

    def noting(items, workers, on_source, problems):  # type: ignore[no-untyped-def]
        kept = list(items)
        read.extend(item.id for item in kept)
        return told_by(kept, workers, on_source, problems)

    monkeypatch.setattr(pipeline, "_told", noting)
    world = tmp_path / "world"
    build_graph([given_as(tmp_path, RECORDS[:3])], cache=world)
    build_graph([given_as(tmp_path, RECORDS[2:4])], cache=world)
    changed = {**RECORDS[0], "text": "山西省委书记王儒林会见客人。"}
    build_graph([given_as(tmp_path, [changed])], cache=world)
    assert read == ["day-0", "day-1", "day-2", "day-3", "day-0"]


def source(name: str = "a", text: str = "正文") -> Source:
    return Source(id=name, text=text, path="p.jsonl", line=1)


def test_another_extractor_reads_again_what_it_is_given_and_tells_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_graph([given_as(tmp_path, RECORDS[:2])], cache=tmp_path / "world")
    monkeypatch.setattr(caching, "reader", lambda: "another")
    built = build_graph([given_as(tmp_path, RECORDS[:1])], cache=tmp_path / "world")
    assert built.outdated == ["day-1"]
    assert sorted(built.sources) == ["day-0", "day-1"]


def test_where_a_source_lies_does_not_make_it_new(tmp_path: Path) -> None:
    build_graph([given_as(tmp_path, RECORDS[:1])], cache=tmp_path / "world")
    (tmp_path / "elsewhere").mkdir()
    moved = next(iter(pipeline.read([given_as(tmp_path / "elsewhere", RECORDS[:1])])))
    assert isinstance(moved, Source)
    assert not Cache(tmp_path / "world").is_new(moved)


def test_a_file_that_is_no_cache_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not this")
    with pytest.raises(InputError, match="not a cache of extractions"):
        Cache(tmp_path)


def test_a_place_that_cannot_be_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be a cache"):
        Cache(tmp_path / "file")


def test_an_unseen_source_is_new(tmp_path: Path) -> None:
    assert Cache(tmp_path).is_new(source())
