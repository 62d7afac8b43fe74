"""The tables beside those of the latest release: changes that are too large raise warnings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kamervragen.quality.comparison import compare
from kamervragen.quality.database import opened
from kamervragen.quality.queries import thresholds
from kamervragen.quality.report import CheckResult
from tests.quality.sound_tables import Tables, sound_tables, write

Compare = Callable[[Tables, Path], dict[str, CheckResult]]


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    """The results of comparing tables with those in a folder, by id."""

    def against(tables: Tables, previous: Path) -> dict[str, CheckResult]:
        write(tables, tmp_path)
        with opened(tmp_path) as connection:
            results = compare(connection, tmp_path, previous, thresholds()["comparison"])
        return {result.id: result for result in results}

    return against


def no_participants(tables: Tables) -> None:
    tables["participants"].pop()


def many_links(tables: Tables) -> None:
    tables["question_answers"] += tables["question_answers"]


def no_parties(tables: Tables) -> None:
    tables["participants"][0]["party"] = None


def another_id(tables: Tables) -> None:
    tables["documents"][-1]["document_id"] = "file-0005"


def unresolved(tables: Tables) -> None:
    tables["references"][0]["status"] = "unresolved"


def twice_as_much(tables: Tables) -> None:
    for amount in tables["amounts"]:
        amount["value"] *= 2


def a_thousand_times_less(tables: Tables) -> None:
    tables["amounts"][1]["value"] /= 1000


def one_far_larger(tables: Tables) -> None:
    tables["amounts"][0]["value"] = Decimal(10) ** 12


@pytest.mark.parametrize(
    ("change", "warned"),
    [
        (no_participants, {"participants.rows", "participants.nulls"}),
        (many_links, {"question_answers.rows"}),
        (no_parties, {"participants.nulls"}),
        (another_id, {"documents.vanished"}),
        (unresolved, {"references.unresolved"}),
        (twice_as_much, {"amounts.total"}),
        (a_thousand_times_less, {"amounts.total"}),
        (one_far_larger, {"amounts.total", "amounts.largest"}),
    ],
)
def test_a_large_change_raises_a_warning(
    change: Callable[[Tables], None], warned: set[str], sound: Path, compared: Compare
) -> None:
    tables = sound_tables()
    change(tables)

    results = compared(tables, sound)

    assert {name for name, result in results.items() if not result.passed} == {
        f"comparison.{name}" for name in warned
    }
    assert {result.severity for result in results.values()} == {"warning"}


def test_the_same_tables_raise_none(sound: Path, compared: Compare) -> None:
    results = compared(sound_tables(), sound)

    assert len(results) == 2 * 10 + 4
    assert all(result.passed for result in results.values())
    assert results["comparison.amounts.total"].observed == "€ 12,000,000"


def test_it_says_what_has_moved_and_gone(sound: Path, compared: Compare) -> None:
    tables = sound_tables()
    no_parties(tables)
    another_id(tables)

    results = compared(tables, sound)

    assert results["comparison.participants.nulls"].failing_rows == (
        {"column": "party", "nulls_before": "50.0%", "nulls_now": "100.0%"},
    )
    assert results["comparison.documents.vanished"].failing_rows == ({"document_id": "file-0004"},)


def test_a_release_of_an_older_make_is_compared_as_far_as_it_goes(
    compared: Compare, tmp_path_factory: pytest.TempPathFactory
) -> None:
    older = tmp_path_factory.mktemp("older")
    tables = sound_tables()
    del tables["segments"]  # a table that it lacked, one without rows, and one without a column
    tables["footnotes"] = []
    write(tables, older)
    amounts = older / "amounts.parquet"
    pq.write_table(pq.read_table(amounts).drop_columns(["currency"]), amounts)

    results = compared(sound_tables(), older)

    assert all(result.passed for result in results.values())
    assert "comparison.amounts.rows" in results
    assert not {name for name in results if name.startswith(("comparison.segments", "comparison.footnotes"))}
    assert "comparison.amounts.total" not in results
