"""The data dictionary says what the definitions say."""

import pytest

from schemas import DERIVED_TABLES, TABLES
from schemas.dictionary import PATH, main, render


def test_the_committed_dictionary_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == render(), "run: python -m schemas.dictionary"


def test_check_says_so() -> None:
    assert main(["--check"]) == 0


def test_every_column_has_its_line() -> None:
    sections = render().split("\n## `")[1:]
    tables = (*TABLES.values(), *DERIVED_TABLES.values())
    assert len(sections) == len(tables) == 12
    for section, table in zip(sections, tables, strict=True):
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert [row.split("`")[1] for row in rows] == list(table.column_names)
        # A bar inside a cell must be escaped, or the table falls apart.
        assert {row.replace("\\|", "").count("|") for row in rows} == {6}


def test_wrong_use_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--write"]) == 2
    assert "usage" in capsys.readouterr().err
