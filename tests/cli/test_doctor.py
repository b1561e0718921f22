import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


def checks(output: str) -> dict[str, dict[str, str]]:
    return {row["check"]: row for row in map(json.loads, output.splitlines())}


def test_an_empty_store_says_how_to_fill_it(kg: Kg, tmp_path: Path) -> None:
    result = kg("doctor", "--to", tmp_path / "new.kgl")
    found = checks(result.stdout)
    assert result.exit_code == 0
    assert found["schema"]["found"].startswith("version 000")
    assert "kg load" in found["articles"]["next"]
    assert not (tmp_path / "new.kgl").exists()


def test_a_loaded_store_needs_nothing(kg: Kg, store_file: Path) -> None:
    found = checks(kg("doctor", "--to", store_file).stdout)
    assert found["store"]["found"] == f"embedded:{store_file}"
    assert found["articles"]["found"] == "6"
    assert not any(row["next"] for row in found.values())


def test_a_store_that_refuses_is_told_with_what_is_installed(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "x.kgl").write_text("no graph")
    result = kg("doctor", "--to", tmp_path / "x.kgl")
    assert result.exit_code == 3
    assert checks(result.stdout)["store answers"]["found"] == "no"
    assert "no graph file" in checks(result.stdout)["store answers"]["next"]


def test_an_address_that_is_none_is_a_usage_error(kg: Kg) -> None:
    assert kg("doctor", "--to", "http://localhost").exit_code == 2


def test_a_store_of_an_earlier_version_says_what_to_do(
    kg: Kg, graph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.kgl"
    with monkeypatch.context() as earlier:
        earlier.setattr("kg.store.plan.FORMS", "shapes")
        earlier.setattr("kg.store.last._rules", lambda: b"those of an earlier version")
        assert kg("load", graph_file, "--to", path).exit_code == 0
    told = checks(kg("doctor", "--to", path).stdout)["names"]
    assert "earlier version" in told["found"] and "kg load" in told["next"]
    assert kg("load", graph_file, "--to", path).exit_code == 0
    assert "names" not in checks(kg("doctor", "--to", path).stdout)
