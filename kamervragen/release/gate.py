"""The quality gate of a run: all checks of the tables that stand ready, with the report put beside them."""

from __future__ import annotations

from pathlib import Path

from kamervragen.quality import Notice, Report, check_tables, write_report
from kamervragen.raw import REMARKED, found_files, read_ledger
from kamervragen.release.files import temporary_files_in


def check_ready(work: Path, ready: Path, previous: Path | None) -> Report:
    """Check the tables in `ready` against the raw files registered in `work` and the `previous` release."""
    with temporary_files_in(work / "temporary"):
        report = check_tables(ready, previous, notices(work), found_files(work))
    write_report(report, ready / "quality")
    return report


def notices(work: Path) -> list[Notice]:
    """What was remarked about raw files and their sidecars."""
    return [
        Notice(source.source_path, remark)
        for source in read_ledger(work / "ledger.parquet", REMARKED)
        for remark in (source.remarks or "").splitlines()
    ]
