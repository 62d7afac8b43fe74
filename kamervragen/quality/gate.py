"""The quality gate: all checks on the tables in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kamervragen.quality.comparison import compare
from kamervragen.quality.database import opened
from kamervragen.quality.physical import check_files, row_counts
from kamervragen.quality.queries import queries, thresholds
from kamervragen.quality.relations import check_ledger, check_relations
from kamervragen.quality.report import CheckResult, Notice, Report
from kamervragen.quality.rules import rules
from kamervragen.quality.spans import check_spans


def check_tables(
    tables_dir: Path,
    previous_dir: Path | None = None,
    notices: Sequence[Notice] = (),
    raw_files: Iterable[str] | None = None,
) -> Report:
    """Checks the tables `<tables_dir>/<table>.parquet` and reports; writes nothing.

    `previous_dir` holds the tables of the latest release, if there is one. `notices` are handed on to the
    report. `raw_files` are the paths in the raw folder that the ledger must list; without them that check
    is left out. The result depends on nothing but these: not on the time, the folder or the machine.

    Where a file is missing or has other columns than `schemas/` defines, that is all the report says.
    """
    files = check_files(tables_dir)
    counts = row_counts(tables_dir)
    if not all(check.passed for check in files):
        unread = Notice("tables", "The other checks were not run, because the files are not as defined.")
        return Report(files, counts, (*notices, unread))
    # Takes seconds to import, and only those who check need it.
    from kamervragen.quality.expectations import check_columns

    limits = thresholds()
    with opened(tables_dir) as connection:
        checks: list[CheckResult] = [*files, *check_columns(connection, rules())]
        checks += check_relations(connection, queries(), limits)
        if raw_files is not None:
            checks.append(check_ledger(connection, raw_files))
        checks += check_spans(connection, tables_dir)
        if previous_dir is not None:
            checks += compare(connection, tables_dir, previous_dir, limits["comparison"])
    return Report(tuple(checks), counts, tuple(notices))
