"""The tables of a folder as DuckDB sees them: views over the Parquet files, read column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from kamervragen.quality.report import SAMPLE_ROWS, Row, shown
from kamervragen.tables.database import database
from schemas import TABLES, Table


@contextmanager
def opened(directory: Path, tables: Mapping[str, Table] = TABLES) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in which each table of `directory` is there under its own name.

    Offsets count code points, and so do DuckDB's `length` and `substring` (tried with combining marks, flags,
    emoji joined by zero-width joiners, and NUL).
    """
    with database() as connection:  # what order matters is asked for: failing rows are sorted
        for name in tables:
            _add(connection, name, directory / f"{name}.parquet")
        yield connection


def _add(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    relation = connection.read_parquet(str(path))
    if name == "documents":
        # The whole texts stay on disk: `spans` reads them one batch at a time. Here their first character
        # tells whether there is any, and their length is what the queries need.
        relation.select("* REPLACE (left(text, 1) AS text), length(text) AS text_length").to_table(name)
    else:
        relation.to_view(name)


def rows(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, object] | None = None
) -> tuple[Row, ...]:
    """The first rows that a query gives, in the order of their values, ready to be shown."""
    cursor = connection.execute(f"FROM ({query}) ORDER BY ALL LIMIT {SAMPLE_ROWS}", parameters or None)
    names = [column[0] for column in cursor.description or ()]
    return tuple(
        {name: shown(value) for name, value in zip(names, row, strict=True)} for row in cursor.fetchall()
    )


def number(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, object] | None = None
) -> int:
    """How many rows a query gives."""
    count = connection.execute(f"FROM ({query}) SELECT count(*)", parameters or None)
    found = count.fetchone()
    return int(found[0]) if found else 0
