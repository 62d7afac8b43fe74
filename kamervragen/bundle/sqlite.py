"""`kamervragen.sqlite`: the tables with their keys, indexes and what every column means.

The same tables give the same bytes: rows go in in their order, in one transaction, and nothing is left to
the clock. Only a few batches of rows are in memory at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kamervragen.bundle.definition import INFORMATION, create_table, indexes, information, quoted
from kamervragen.tables import parquet_path
from schemas import SCHEMA_VERSION, TABLES, Table

BUNDLE = "kamervragen.sqlite"

_BATCH_ROWS = 1000
# The release is synced and renamed as a whole later on; a half-written bundle is never looked at.
_SETTINGS = (
    "page_size = 8192",
    "journal_mode = off",
    "synchronous = off",
    "foreign_keys = off",
    "cache_size = -32768",
    "temp_store = file",
)


def write_bundle(tables: Path, version: str, folder: Path) -> Path:
    """Write the bundle of the tables that stand in `tables` to `folder`, in place of an earlier one.

    Raises:
        OSError, sqlite3.Error: a table cannot be read, or the bundle not be written.
    """
    path = folder / BUNDLE
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in _SETTINGS:
            connection.execute(f"pragma {setting}")
        connection.execute("begin")
        _describe(connection, version)
        for table in TABLES.values():
            _fill(connection, table, parquet_path(tables, table.name))
        connection.execute("commit")
    return path


def _describe(connection: sqlite3.Connection, version: str) -> None:
    for statement in INFORMATION:
        connection.execute(statement)
    connection.execute("insert into about_release values (?, ?)", (version, SCHEMA_VERSION))
    for name, rows in information().items():
        for row in rows:
            connection.execute(_insert(name, len(row)), row)


def _fill(connection: sqlite3.Connection, table: Table, file: Path) -> None:
    connection.execute(create_table(table))
    if file.is_file():
        connection.executemany(_insert(table.name, len(table.columns)), _rows(table, file))
    for statement in indexes(table):
        connection.execute(statement)


def _insert(name: str, columns: int) -> str:
    places = ", ".join("?" * columns)
    return " ".join(("insert into", quoted(name), f"values ({places})"))


def _rows(table: Table, path: Path) -> Iterator[tuple[object, ...]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH_ROWS, columns=list(table.column_names)):
            columns = [_plain(batch.column(name)).to_pylist() for name in table.column_names]
            yield from zip(*columns, strict=True)


def _plain(column: pa.Array) -> pa.Array:
    """Dates and decimals as texts, lists joined as in CSV. SQLite makes numbers of decimal texts itself."""
    if pa.types.is_list(column.type):
        return pc.binary_join(column, ";")
    if pa.types.is_date(column.type) or pa.types.is_decimal(column.type):
        return column.cast(pa.string())
    return column
