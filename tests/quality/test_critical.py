"""Each critical check stops a release by itself: broken in one way, tables fail that check and no other."""

import shutil
from pathlib import Path

import pytest

from kamervragen.quality import Report, check_tables
from schemas import TABLES
from tests.quality.breaks import BREAKS
from tests.quality.conftest import RAW_FILES, Look
from tests.quality.sound_tables import sound_tables, write

FILE_CHECKS = [f"{table}.file" for table in TABLES]
LEDGER_CHECK = "sources.complete"


def test_sound_tables_are_released(whole_report: Report) -> None:
    assert not whole_report.stopped
    assert [check.id for check in whole_report.failed("warning")] == ["sources.rejected"]


def test_every_critical_check_is_broken_by_a_test(whole_report: Report) -> None:
    checks = {check.id for check in whole_report.checks if check.severity == "critical"}

    assert checks == {*BREAKS, *FILE_CHECKS, LEDGER_CHECK}


@pytest.mark.parametrize("check", BREAKS)
def test_what_is_broken_stops_the_release(check: str, look: Look) -> None:
    tables = sound_tables()
    BREAKS[check](tables)

    failed = look(tables, "critical")

    assert [result.id for result in failed] == [check]
    assert Report(tuple(failed)).stopped
    assert failed[0].failing_count >= 1
    assert failed[0].failing_rows


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_file_stops_the_release(table: str, sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    (tmp_path / f"{table}.parquet").unlink()

    report = check_tables(tmp_path)

    assert [check.id for check in report.failed("critical")] == [f"{table}.file"]
    assert report.notices[-1].message.startswith("The other checks were not run")


def test_a_raw_file_that_the_ledger_lacks_stops_the_release(tmp_path: Path) -> None:
    write(sound_tables(), tmp_path)

    report = check_tables(tmp_path, raw_files=[*RAW_FILES, "lost.txt"])

    assert [check.id for check in report.failed("critical")] == [LEDGER_CHECK]
    (check,) = report.failed("critical")
    assert check.failing_rows == ({"source_path": "lost.txt", "found": "in the raw folder only"},)
