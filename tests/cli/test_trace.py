import json
from pathlib import Path

import pytest

from kg.trace import Step
from tests.cli.conftest import Kg

MEASURE = "落地核酸+点对点转运+精准赋码"


def test_the_whole_trace_is_one_object(kg: Kg, store_file: Path) -> None:
    trace = json.loads(kg("trace", MEASURE, "--to", store_file, "--format", "json").stdout)
    assert sorted(trace["parts"]) == ["点对点转运", "精准赋码", "落地核酸"]
    assert [step["date"] for step in trace["steps"]] == sorted(step["date"] for step in trace["steps"])
    assert {step["relation"] for step in trace["steps"]} == {"whole", "part"}
    assert len(trace["way"]) == 1


def test_a_pipe_gets_the_steps(kg: Kg, store_file: Path) -> None:
    steps = [json.loads(line) for line in kg("trace", MEASURE, "--to", store_file).stdout.splitlines()]
    assert steps
    assert all(list(step) == list(Step.__struct_fields__) for step in steps)
    assert all(step["quotes"] for step in steps)


def test_a_reader_sees_parts_steps_and_the_way(kg: Kg, store_file: Path) -> None:
    shown = kg("trace", MEASURE, "--to", store_file, "--format", "table").stdout
    assert shown.startswith(f"{MEASURE} = ")
    assert "The way it went" in shown
    assert "从严执行“落地核酸+点对点转运+精准赋码”管控措施" in shown


def test_what_is_not_there_is_said_with_what_is_near(kg: Kg, store_file: Path) -> None:
    result = kg("trace", "落地核酸检测", "--to", store_file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No demand names '落地核酸检测'" in result.stderr
    assert "落地核酸" in result.stderr.partition("Names like it:")[2]


def test_without_colours_brackets_mark_what_changed(kg: Kg, store_file: Path) -> None:
    shown = kg("trace", MEASURE, "--to", store_file, "--format", "table").stdout
    assert "[-全面落实-]{+从严执行+}“落地核酸+点对点转运+精准赋码”" in shown.replace("\n", "")
    assert "\x1b[" not in shown


def test_in_a_terminal_colours_mark_what_changed(kg: Kg, store_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = kg("trace", MEASURE, "--to", store_file, "--format", "table").stdout
    assert "\x1b[1;32m从严执行" in shown and "{+" not in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "{+从严执行+}" in kg("trace", MEASURE, "--to", store_file, "--format", "table").stdout


def test_each_part_demanded_alone_has_a_line_of_its_own(kg: Kg, store_file: Path) -> None:
    shown = kg("trace", MEASURE, "--to", store_file, "--format", "table").stdout
    own = shown.partition("点对点转运, a part of it, demanded alone")[2].partition("\n\n")[0]
    assert "点对点转运及后续跟踪管控" in own and "chaired by 林武" in own
