"""`kamervragen.sqlite`: the tables with their keys, indexes and what every column means.

The same tables give the same bytes: rows go in in their order, in one transaction, and nothing is left to
the clock. Only a few batches of rows are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kamervragen.bundle.definition import INFORMATION, create_table, indexes, information, quoted
from kamervragen.deferring import absent
from kamervragen.tables import parquet_path
from schemas import SCHEMA_VERSION, TABLES, Table

with absent("polars"):  # all rows come from Arrow
    from adbc_driver_sqlite import dbapi

BUNDLE = "kamervragen.sqlite"

# Rows in memory at a time, and rows with texts.
_BATCH_ROWS, _BATCH_TEXTS = 10_000, 1_000
# The release is synced and renamed as a whole later on; a half-written bundle is never looked at.
_SETTINGS = (
    "page_size = 8192",
    "journal_mode = off",
    "synchronous = off",
    "foreign_keys = off",
    "cache_size = -32768",
    "temp_store = file",
)


class BundleError(Exception):
    """The bundle cannot be written; the message says why."""


def write_bundle(tables: Path, version: str, folder: Path, wanted: Callable[[], bool] = lambda: True) -> Path:
    """Write the bundle of the tables that stand in `tables` to `folder`, in place of an earlier one.

    It has its name only when it is whole.

    Raises:
        OSError: a table cannot be read.
        BundleError: the bundle cannot be written, or is no longer `wanted`, which is asked again and again.
    """
    path = folder / BUNDLE
    begun = path.with_name(f".{BUNDLE}.new")
    begun.unlink(missing_ok=True)
    try:
        _write(tables, version, begun, wanted)
    except dbapi.Error as error:
        # What SQLite says stands last in the first line; the statement follows.
        reason = str(error).splitlines()[0].rpartition(": ")[2]
        raise BundleError(f"{BUNDLE} cannot be written: {reason}") from None
    return begun.replace(path)


def _write(tables: Path, version: str, path: Path, wanted: Callable[[], bool]) -> None:
    # The driver takes what begins with "file:" for an address; an absolute path never does.
    with (
        closing(dbapi.connect(str(path.absolute()), autocommit=True)) as connection,
        closing(connection.cursor()) as cursor,
    ):
        for setting in _SETTINGS:
            _run(cursor, f"pragma {setting}")
        _run(cursor, "begin")
        _describe(cursor, version)
        for table in TABLES.values():
            _fill(cursor, table, parquet_path(tables, table.name), wanted)
        _run(cursor, "commit")


def _run(cursor: dbapi.Cursor, statement: str) -> None:
    """Run a statement to its end: the driver takes a step only when a result is asked for."""
    cursor.execute(statement).fetchall()


def _describe(cursor: dbapi.Cursor, version: str) -> None:
    for statement in INFORMATION:
        _run(cursor, statement)
    cursor.execute(_insert("about_release", 2), (version, SCHEMA_VERSION))
    for name, rows in information().items():
        cursor.executemany(_insert(name, len(rows[0])), rows)


def _fill(cursor: dbapi.Cursor, table: Table, file: Path, wanted: Callable[[], bool]) -> None:
    _run(cursor, create_table(table))
    if file.is_file():
        with pq.ParquetFile(file) as rows:
            cursor.adbc_ingest(table.name, _plain(table, rows, wanted), mode="append")
    for statement in indexes(table):
        _check(wanted)
        _run(cursor, statement)


def _check(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise BundleError(f"{BUNDLE} is no longer wanted")


def _insert(name: str, columns: int) -> str:
    places = ", ".join("?" * columns)
    return " ".join(("insert into", quoted(name), f"values ({places})"))


def _plain(table: Table, file: pq.ParquetFile, wanted: Callable[[], bool]) -> pa.RecordBatchReader:
    """The rows of a table in types that SQLite knows, a batch at a time."""
    names = list(table.column_names)
    most = _BATCH_TEXTS if "text" in names else _BATCH_ROWS
    known = file.schema_arrow
    schema = pa.schema([(name, _simple(known.field(name).type)) for name in names])

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in file.iter_batches(most, columns=names):
            _check(wanted)
            columns = [_simplified(batch.column(name)) for name in names]
            yield pa.RecordBatch.from_arrays(columns, schema=schema)

    return pa.RecordBatchReader.from_batches(schema, batches())


def _simple(kind: pa.DataType) -> pa.DataType:
    """Dates and decimals go as texts, as do lists. SQLite makes numbers of decimal texts itself."""
    if pa.types.is_boolean(kind):
        return pa.int64()
    is_other = pa.types.is_list(kind) or pa.types.is_date(kind) or pa.types.is_decimal(kind)
    return pa.string() if is_other else kind


def _simplified(column: pa.Array) -> pa.Array:
    if pa.types.is_list(column.type):
        return pc.binary_join(column, ";")  # as in CSV
    return column.cast(_simple(column.type))
