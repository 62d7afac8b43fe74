"""How rows hang together: runs the queries in `sql/` on the tables; the rows that a query gives are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import duckdb

from kamervragen.quality.database import number, rows
from kamervragen.quality.queries import Query
from kamervragen.quality.report import SAMPLE_ROWS, CheckError, CheckResult, Row, counted


def check_relations(
    connection: duckdb.DuckDBPyConnection, queries: Iterable[Query], thresholds: Mapping[str, object]
) -> tuple[CheckResult, ...]:
    """One result per query; `thresholds` gives the values of the $names in them.

    Raises:
        CheckError: a query that DuckDB cannot run.
    """
    results: list[CheckResult] = []
    for query in queries:
        try:
            results.append(_check(connection, query, thresholds))
        except duckdb.Error as error:
            raise CheckError(f"check {query.check} could not be run: {error}") from error
    return tuple(results)


def check_ledger(connection: duckdb.DuckDBPyConnection, raw_files: Iterable[str]) -> CheckResult:
    """Whether every raw file (by its path in the raw folder) is in `sources`, and nothing else."""
    listed = set(raw_files)
    known = {path for (path,) in connection.execute("SELECT source_path FROM sources").fetchall() if path}
    missing, unknown = sorted(listed - known), sorted(known - listed)
    wrong: list[Row] = [{"source_path": path, "found": "in the raw folder only"} for path in missing]
    wrong += [{"source_path": path, "found": "in sources only"} for path in unknown]
    return CheckResult(
        id="sources.complete",
        severity="critical",
        table="sources",
        column="source_path",
        description="Every raw file is in sources, and every row of sources is a raw file.",
        passed=not wrong,
        observed=f"{counted(len(missing), 'raw file')} missing, {len(unknown)} unknown",
        expected=f"{counted(len(listed), 'raw file')}, each listed",
        failing_count=len(wrong),
        failing_rows=tuple(wrong[:SAMPLE_ROWS]),
    )


def _check(
    connection: duckdb.DuckDBPyConnection, query: Query, thresholds: Mapping[str, object]
) -> CheckResult:
    failing = number(connection, query.sql, _used(query.sql, thresholds))
    return CheckResult(
        id=query.check,
        severity=query.grade,
        table=query.table,
        column=query.column,
        description=query.says,
        passed=not failing,
        observed=_observed(connection, query, failing),
        expected=_with_values(query.expected, thresholds),
        failing_count=failing,
        failing_rows=rows(connection, query.sql, _used(query.sql, thresholds)) if failing else (),
    )


def _observed(connection: duckdb.DuckDBPyConnection, query: Query, failing: int) -> str:
    if query.observed is None:
        return counted(failing) if failing else "none"
    found = connection.execute(query.observed).fetchone()
    return "no rows" if found is None or found[0] is None else str(found[0])


def _used(sql: str, thresholds: Mapping[str, object]) -> dict[str, object]:
    """The thresholds that a query names (DuckDB refuses those that it does not)."""
    return {name: thresholds[name] for name in re.findall(r"\$(\w+)", sql)}


def _with_values(text: str, thresholds: Mapping[str, object]) -> str:
    return re.sub(r"\$(\w+)", lambda found: str(thresholds[found[1]]), text)
