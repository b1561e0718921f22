from pathlib import Path

import pytest

from kg.errors import InputError
from kg.source import metadata
from kg.source.metadata import Metadata


def tables(folder: Path, text: str) -> dict[str, Metadata]:
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return dict(metadata.load(folder))


def test_later_tables_overrule_earlier_ones(tmp_path: Path) -> None:
    found = tables(
        tmp_path, '["*"]\npublisher="甲报"\njurisdiction="山西省"\n["a.txt"]\npublisher="乙报"\ndate="XXXX-04-04"'
    )
    assert metadata.lookup(found, "a.txt") == Metadata(date="XXXX-04-04", publisher="乙报", jurisdiction="山西省")
    assert metadata.lookup(found, "b.txt") == Metadata(publisher="甲报", jurisdiction="山西省")


def test_no_file_is_no_metadata(tmp_path: Path) -> None:
    assert metadata.load(tmp_path) == {}
    assert metadata.lookup({}, "a.txt") == Metadata()


@pytest.mark.parametrize(
    "text", ["[a", '["a.txt"]\npaper="x"', '["a.txt"]\ndate=2022-04-06', '["a.txt"]\ndate="2022-13"']
)
def test_a_table_that_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"sources\.toml"):
        tables(tmp_path, text)


@pytest.mark.parametrize(
    "date", ["", "2022", "2022-04", "2022-04-06", "XXXX-04-04", "199X", "2022-XX-04", "2024-02-29"]
)
def test_dates_as_they_are_written(date: str) -> None:
    metadata.check_date(date)


@pytest.mark.parametrize(
    "date", ["2022-4-6", "2022-13", "2023-02-29", "22-04-06", "2022年", "2022-04-06T00:00", " 2022"]
)
def test_dates_that_are_none(date: str) -> None:
    with pytest.raises(ValueError, match="must look like"):
        metadata.check_date(date)
