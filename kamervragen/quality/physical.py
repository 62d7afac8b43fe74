"""The files themselves: there, readable, and with the columns and types of `schemas/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.quality.report import CheckResult
from schemas import TABLES, Table
from schemas.arrow import arrow_schema


def check_files(directory: Path, tables: Mapping[str, Table] = TABLES) -> tuple[CheckResult, ...]:
    """One result per table. Only where all pass do the other checks make sense.

    Whether a column that may not hold nulls holds any is a check of its own, on the values.
    """
    return tuple(_check(directory / f"{name}.parquet", table) for name, table in tables.items())


def row_counts(directory: Path, tables: Mapping[str, Table] = TABLES) -> dict[str, int]:
    """The number of rows of each table, as its file says; tables without a readable file are left out."""
    counts = {}
    for name in tables:
        try:
            counts[name] = pq.read_metadata(directory / f"{name}.parquet").num_rows
        except (OSError, pa.ArrowException):
            continue
    return counts


def _check(path: Path, table: Table) -> CheckResult:
    problem, differences = "", []
    try:
        differences = _differences(pq.read_schema(path), arrow_schema(table))
    except FileNotFoundError:
        problem = f"there is no file {path.name}"
    except (OSError, pa.ArrowException) as error:
        problem = f"{path.name} cannot be read as Parquet: {str(error).splitlines()[0]}"
    if differences:
        problem = f"{len(differences)} of the columns differ"
    return CheckResult(
        id=f"{table.name}.file",
        severity="critical",
        table=table.name,
        column=None,
        description=f"The file of {table.name} has the defined columns, in order and of the right types.",
        passed=not problem,
        observed=problem or f"{len(table.columns)} columns as defined",
        expected=f"{len(table.columns)} columns as defined",
        failing_count=len(differences),
        failing_rows=tuple(differences),
    )


def _differences(found: pa.Schema, wanted: pa.Schema) -> list[dict[str, str | None]]:
    """Place by place, where the columns or their types are not the same."""
    differences = []
    for place in range(max(len(found), len(wanted))):
        there = _described(found, place)
        defined = _described(wanted, place)
        if there != defined:
            differences.append({"place": str(place + 1), "found": there, "defined": defined})
    return differences


def _described(schema: pa.Schema, place: int) -> str | None:
    if place >= len(schema):
        return None
    column = schema.field(place)
    return f"{column.name}: {column.type}"
