"""The language, and errors in the call, as every command has them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


def test_chinese_by_option_wherever_it_stands(kg: Kg) -> None:
    for call in (
        ["--lang", "zh", "query", "--help"],
        ["query", "--lang=zh", "--help"],
        ["query", "-h", "--lang", "zh"],
    ):
        assert kg(*call).stdout.startswith("带参数运行现成的查询"), call
    assert kg("query", "--help").stdout.startswith("Run a canned query")


def test_after_two_dashes_nothing_is_an_option(kg: Kg) -> None:
    assert "no parameter" in kg("query", "chaired", "--", "--lang", "zh").stderr


def test_chinese_by_locale_in_tables_messages_and_other_processes(store_file: Path) -> None:
    chinese = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(call, env=chinese, capture_output=True, text=True, check=False)

    table = run("query", "chaired", "--to", str(store_file), "--format", "table").stdout
    assert "主持人" in table and "as_posts" not in table
    assert '"chair"' in run("query", "chaired", "--to", str(store_file)).stdout  # data has one form in every language
    assert run("query", "chaird").stderr.startswith("kg: 没有叫 'chaird' 的查询。是不是 chaired？")


def test_workers_speak_the_language_too(tmp_path: Path, kg: Kg) -> None:
    (tmp_path / "a.txt").write_text("目 录", encoding="utf-8")
    told = kg("--lang", "zh", "extract", tmp_path, "-j", "2", "-o", tmp_path / "out.jsonl")
    assert told.exit_code == 1, told.stderr
    assert "a.txt: 没有找到文章" in told.stderr


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["lod"], "没有 'lod' 这个命令。是不是 'load'？"),
        (["query"], "缺少参数 'name'。"),
        (["queries", "--forma", "csv"], "没有 --forma 这个选项（相近的有：--format）"),
        (["query", "posts", "--format", "tabel"], "不在 'table', 'json', 'jsonl', 'csv' 之中。"),
        (["load", "--workers", "two"], "'--workers' / '-j' 的值不对：应为整数"),
        (["load", "--workers", "0"], "不能小于 1"),
        (["load", "--to"], "选项 '--to' 后面要有值。"),
        (["doctor", "now"], "多出了参数（now）"),
    ],
)
def test_what_the_parser_says_is_chinese_too(kg: Kg, call: list[str], message: str) -> None:
    told = kg("--lang", "zh", *call)
    assert told.exit_code == 2
    assert message in told.stderr
    assert "--help` " not in told.stderr and "--help`。" in told.stderr


def test_a_language_that_is_none_is_told(kg: Kg) -> None:
    told = kg("--lang", "fr", "doctor")
    assert (told.exit_code, told.stderr) == (2, "kg: --lang fr: choose one of en, zh.\n")
