import io
import json
from pathlib import Path

import pytest

from kg.export import jsonl
from kg.graph import Graph
from kg.pipeline import build_graph

SEEDS = sorted(Path("seeds").glob("*.txt"))
NEWS = "本报讯（记者 李明）5月25日，市委书记韦韬主持召开市委常委会会议。会议指出，要做好防汛工作。"


def written(graph: Graph) -> bytes:
    out = io.BytesIO()
    jsonl.write(graph, out)
    return out.getvalue()


def corpus(folder: Path, *texts: str) -> Path:
    path = folder / "corpus.jsonl"
    records = ({"id": f"r{n}", "date": "2022-05-26", "text": text} for n, text in enumerate(texts, 1))
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def seeds() -> bytes:
    return written(build_graph(["seeds"]).graph)


def test_the_order_of_the_pages_never_shows(seeds: bytes) -> None:
    assert written(build_graph(reversed(SEEDS)).graph) == seeds


def test_the_number_of_processes_never_shows(seeds: bytes) -> None:
    assert written(build_graph(["seeds"], workers=2).graph) == seeds


def test_many_chunks_come_back_in_order(tmp_path: Path) -> None:
    many = corpus(tmp_path, *[NEWS] * 200)
    alone, together = build_graph([many]), build_graph([many], workers=2)
    assert together.sources == alone.sources == [f"r{n}" for n in range(1, 201)]
    assert written(together.graph) == written(alone.graph)


def test_a_graph_file_is_taken_where_sources_are(seeds: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.jsonl").write_bytes(seeds)
    assert written(build_graph([tmp_path / "graph.jsonl"]).graph) == seeds


def test_a_graph_file_and_a_source_join(seeds: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.jsonl").write_bytes(seeds)
    built = build_graph([tmp_path / "graph.jsonl", corpus(tmp_path, NEWS)])
    assert built.sources == ["r1"]
    assert {"article/r1", f"article/{SEEDS[0].name}#1"} <= set(built.graph)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_without_an_article_is_named(tmp_path: Path, workers: int) -> None:
    built = build_graph([corpus(tmp_path, NEWS, "目 录", NEWS)], workers=workers)
    assert [(Path(p.path).name, p.line, p.reason) for p in built.problems] == [("corpus.jsonl", 2, "no article found")]
    assert built.sources == ["r1", "r3"]


def test_each_source_read_is_counted(tmp_path: Path) -> None:
    ticks: list[int] = []
    build_graph([corpus(tmp_path, NEWS, "目 录", NEWS)], on_source=lambda: ticks.append(1))
    assert len(ticks) == 2


def test_every_named_place_is_a_mention_with_its_words(tmp_path: Path) -> None:
    graph = build_graph([corpus(tmp_path, NEWS)]).graph
    mention = graph.edges["article/r1", "person/韦韬", "MENTIONS"]
    start = NEWS.index("韦韬")
    assert (mention["evidence"], mention["quotes"]) == ([f"r1#char={start},{start + 2}"], ["韦韬"])


def test_nothing_given_is_an_empty_graph() -> None:
    assert len(build_graph([]).graph) == 0
