"""The two files of a table: Parquet and CSV, written side by side from one stream of rows.

The bytes depend on the rows and their order alone, not on how the stream happens to be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from schemas import TABLES, Table
from schemas.arrow import arrow_schema

LIST_SEPARATOR = ";"

# A row group is what a reader must fetch and hold at once, and what can be left unread when it is not
# wanted. Tables of numbers are cut by rows, tables of text by bytes (1,000 documents or so).
_GROUP_ROWS = 100_000
_GROUP_BYTES = 8 << 20
# Pages are only closed between batches of values; small ones keep pages of long texts near 1 MB.
_PAGE_BATCH = 64

# By default (quoting "needed") texts are always quoted, numbers never, and null is nothing at all.
_CSV = pyarrow.csv.WriteOptions(eol="\r\n")


def parquet_path(folder: Path, name: str) -> Path:
    """Where a release keeps the Parquet file of a table."""
    return folder / f"{name}.parquet"


def csv_path(folder: Path, name: str) -> Path:
    """Where a release keeps the CSV file of a table."""
    return folder / f"{name}.csv"


def write_table(table: Table, batches: Iterable[pa.RecordBatch], folder: Path) -> int:
    """Write the sorted rows of a table to `NAME.parquet` and `NAME.csv` in `folder`; return their number.

    Raises:
        ValueError: the rows do not fit the schema (a null where none may be, another type), or an item of
            a list is empty or holds a `;`, which CSV could not tell from two items.
    """
    schema = arrow_schema(table)
    rows = 0
    with (
        _parquet_writer(table, schema, parquet_path(folder, table.name)) as parquet,
        pyarrow.csv.CSVWriter(csv_path(folder, table.name), _csv_schema(schema), write_options=_CSV) as csv,
    ):
        for group in row_groups(batches, schema):
            parquet.write_table(group, row_group_size=group.num_rows)
            csv.write_table(_for_csv(group))
            rows += group.num_rows
    return rows


def read_table(folder: Path, name: str) -> pa.Table:
    """The table `name` of the release in `folder`.

    Raises:
        KeyError: there is no table of that name.
        FileNotFoundError: the release does not hold its file.
    """
    if name not in TABLES:
        raise KeyError(f"there is no table {name!r}; the tables are: {', '.join(TABLES)}")
    # Not pq.read_table: it would take a folder called `a=b` for a column.
    with pq.ParquetFile(parquet_path(folder, name)) as file:
        return file.read()


def row_groups(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """The same rows, cut anew.

    A group has at most `_GROUP_ROWS` rows, and `_GROUP_BYTES` of text unless a single row has more.
    """
    waiting: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        start = 0
        sizes = _text_sizes(batch)
        ends = np.cumsum(sizes)
        while start < batch.num_rows:
            before = int(ends[start - 1]) if start else 0
            fitting = int(np.searchsorted(ends, before + _GROUP_BYTES - size, side="right")) - start
            count = min(fitting, _GROUP_ROWS - rows, batch.num_rows - start)
            if count <= 0 and not rows:
                count = 1
            if count > 0:
                waiting.append(batch.slice(start, count))
                rows += count
                size += int(ends[start + count - 1]) - before
                start += count
            if start < batch.num_rows:
                yield _combined(waiting, schema)
                waiting, rows, size = [], 0, 0
    if waiting:
        yield _combined(waiting, schema)


def _text_sizes(batch: pa.RecordBatch) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Bytes of text in each row."""
    sizes = np.zeros(batch.num_rows, dtype=np.int64)
    for column in batch.columns:
        if pa.types.is_string(column.type):
            sizes += pc.fill_null(pc.binary_length(column), 0).to_numpy(zero_copy_only=False)
    return sizes


def _combined(batches: list[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    # One chunk a column: the bytes of a Parquet file depend on how its table is chunked.
    # The cast refuses nulls where the schema allows none.
    return pa.Table.from_batches(batches).combine_chunks().cast(schema)


def _parquet_writer(table: Table, schema: pa.Schema, path: Path) -> pq.ParquetWriter:
    # Texts seldom come back, so a dictionary of them or their least and greatest are of no use.
    short = [column.name for column in table.columns if column.name != "text"]
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=3,
        use_dictionary=short,
        write_statistics=short,
        write_page_index=True,
        write_page_checksum=True,
        write_batch_size=_PAGE_BATCH if "text" in table.column_names else None,
        sorting_columns=[pq.SortingColumn(schema.get_field_index(name)) for name in table.sorted_by],
    )


def _csv_schema(schema: pa.Schema) -> pa.Schema:
    return pa.schema([(f.name, pa.string() if pa.types.is_list(f.type) else f.type) for f in schema])


def _for_csv(table: pa.Table) -> pa.Table:
    """The same table with its lists as texts."""
    columns = [
        _joined(field.name, column) if pa.types.is_list(field.type) else column
        for field, column in zip(table.schema, table.columns, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=_csv_schema(table.schema))


def _joined(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    items = pc.list_flatten(column)
    unfit = pc.or_(pc.match_substring(items, LIST_SEPARATOR), pc.equal(items, ""))
    if items.null_count or pc.any(unfit).as_py():
        raise ValueError(
            f"column {name!r}: an item of a list is null, empty or holds a {LIST_SEPARATOR!r},"
            " so that the list cannot be written to CSV"
        )
    return pc.binary_join(column, LIST_SEPARATOR)
