"""How the tables differ from those of the latest release: warnings, since the world may have changed.

Rows and nulls are counted by the footers of the files, without reading a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.quality.database import number, rows
from kamervragen.quality.report import CheckResult, Row, counted
from schemas import TABLES

Limits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Footer:
    """What the end of a Parquet file says: rows, columns, nulls (not for lists)."""

    rows: int
    columns: frozenset[str]
    nulls: Mapping[str, int]

    def null_share(self, column: str) -> float:
        return self.nulls[column] / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number of a table that should stay of the same size.

    `limit` names the threshold: of a share, how much it may grow; of an amount, the factor either way.
    """

    name: str
    table: str
    columns: frozenset[str]
    description: str
    sql: str
    limit: str
    is_share: bool = False


_FIGURES = (
    _Figure(
        "unresolved",
        "references",
        frozenset({"status"}),
        "The share of unresolved references has not grown since the latest release.",
        "SELECT avg((status = 'unresolved')::INTEGER) FROM {source}",
        "unresolved_share",
        is_share=True,
    ),
    _Figure(
        "total",
        "amounts",
        frozenset({"value", "currency"}),
        "The sum of all amounts in euros is of the same order as in the latest release.",
        "SELECT sum(value)::DOUBLE FROM {source} WHERE currency = 'EUR'",
        "total_factor",
    ),
    _Figure(
        "largest",
        "amounts",
        frozenset({"value", "currency"}),
        "The largest amount in euros is of the same order as in the latest release.",
        "SELECT max(value)::DOUBLE FROM {source} WHERE currency = 'EUR'",
        "largest_factor",
    ),
)


def compare(
    connection: duckdb.DuckDBPyConnection, directory: Path, previous: Path, limits: Limits
) -> tuple[CheckResult, ...]:
    """The checks against the tables in `previous`, which may be of an older make.

    A table or column that is not there, or a table that had no rows, is left out.
    """
    results: list[CheckResult] = []
    for table in TABLES:
        before = _footer(previous / f"{table}.parquet")
        now = _footer(directory / f"{table}.parquet")
        if before and now and before.rows:
            results += [_rows(table, before, now, limits), _nulls(table, before, now, limits)]
            if table == "documents" and "document_id" in before.columns:
                results.append(_vanished(connection, previous, before, limits))
            results += _figures(connection, table, previous, before, limits)
    return tuple(results)


def _footer(path: Path) -> _Footer | None:
    try:
        metadata = pq.read_metadata(path)
    except (OSError, pa.ArrowException):
        return None
    nulls: dict[str, int] = {}
    for group in range(metadata.num_row_groups):
        for place in range(metadata.num_columns):
            column = metadata.row_group(group).column(place)
            statistics = column.statistics
            if "." not in column.path_in_schema and statistics and statistics.has_null_count:
                nulls[column.path_in_schema] = nulls.get(column.path_in_schema, 0) + statistics.null_count
    return _Footer(metadata.num_rows, frozenset(metadata.schema.to_arrow_schema().names), nulls)


def _rows(table: str, before: _Footer, now: _Footer, limits: Limits) -> CheckResult:
    change = now.rows / before.rows - 1
    return _result(
        table,
        "rows",
        f"The number of rows of {table} is about that of the latest release, or somewhat larger.",
        -limits["fewer_rows"] <= change <= limits["more_rows"],
        f"{counted(now.rows)} ({change:+.1%})",
        f"{counted(before.rows)} (-{limits['fewer_rows']:.0%} to +{limits['more_rows']:.0%})",
    )


def _nulls(table: str, before: _Footer, now: _Footer, limits: Limits) -> CheckResult:
    shares = {
        column: (before.null_share(column), now.null_share(column))
        for column in now.nulls
        if column in before.nulls and now.rows
    }
    moved: tuple[Row, ...] = tuple(
        {"column": column, "nulls_before": f"{then:.1%}", "nulls_now": f"{today:.1%}"}
        for column, (then, today) in shares.items()
        if abs(today - then) > limits["null_share"]
    )
    return _result(
        table,
        "nulls",
        f"The columns of {table} are filled about as often as in the latest release.",
        not moved,
        f"{counted(len(moved), 'column')} with another share" if moved else "about the same shares",
        f"shares of nulls that differ by at most {limits['null_share']:.0%}",
        moved,
    )


def _vanished(
    connection: duckdb.DuckDBPyConnection, previous: Path, before: _Footer, limits: Limits
) -> CheckResult:
    gone = (
        "SELECT document_id FROM read_parquet($before) "
        "WHERE document_id NOT IN (SELECT document_id FROM documents WHERE document_id IS NOT NULL)"
    )
    parameters = {"before": str(previous / "documents.parquet")}
    missing = number(connection, gone, parameters)
    share = missing / before.rows
    passed = share <= limits["vanished_ids"]
    return _result(
        "documents",
        "vanished",
        "The documents of the latest release are still there, under the same ids.",
        passed,
        f"{counted(missing, 'document')} gone ({share:.1%})",
        f"at most {limits['vanished_ids']:.0%} gone",
        () if passed else rows(connection, gone, parameters),
    )


def _figures(
    connection: duckdb.DuckDBPyConnection, table: str, previous: Path, before: _Footer, limits: Limits
) -> Iterator[CheckResult]:
    for figure in _FIGURES:
        if figure.table == table and figure.columns <= before.columns:
            then = _value(
                connection, figure, "read_parquet($path)", {"path": str(previous / f"{table}.parquet")}
            )
            now = _value(connection, figure, f'"{table}"')
            yield _compared(figure, then, now, limits[figure.limit])


def _value(
    connection: duckdb.DuckDBPyConnection,
    figure: _Figure,
    source: str,
    parameters: Mapping[str, str] | None = None,
) -> float:
    found = connection.execute(figure.sql.format(source=source), parameters).fetchone()
    return float(found[0]) if found and found[0] is not None else 0.0


def _compared(figure: _Figure, then: float, now: float, limit: float) -> CheckResult:
    if figure.is_share:
        passed = now - then <= limit
        observed, expected = f"{now:.1%}", f"at most {then:.1%} and {limit:.0%} more"
    else:
        passed = then <= now * limit and now <= then * limit
        observed, expected = (
            f"€ {now:,.0f}",
            f"€ {then:,.0f}, or at most {limit:g} times as much or as little",
        )
    return _result(figure.table, figure.name, figure.description, passed, observed, expected)


def _result(
    table: str,
    what: str,
    description: str,
    passed: bool,
    observed: str,
    expected: str,
    failing: tuple[Row, ...] = (),
) -> CheckResult:
    return CheckResult(
        id=f"comparison.{table}.{what}",
        severity="warning",
        table=table,
        column=None,
        description=description,
        passed=passed,
        observed=observed,
        expected=expected,
        failing_count=len(failing),
        failing_rows=failing,
    )
