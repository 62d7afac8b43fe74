"""Part files: what one worker read, on its way to the tables of a release.

Each partition of the raw files gives one Parquet file per table, `TABLE/PARTITION.parquet`, unless it has
no rows for it. A part file has two columns more than the table: `_source`, the raw file, and `_position`,
the place among the rows of its document.

A part file that is used once more may hold documents that are of no use now: `left-out.parquet` names them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.document import Document
from kamervragen.tables.rows import DOCUMENT_TABLES, Columns, SourceFacts, document_rows, row_count
from schemas import TABLES
from schemas.arrow import arrow_schema

SOURCE, POSITION = "_source", "_position"
_LEFT_OUT = "left-out.parquet"

Parts = dict[str, bytes]
"""The part files of one partition: the bytes of a Parquet file for each table that has rows."""

# Rows wait until their documents hold this many characters: a bound on a worker's memory.
_FLUSH_CHARACTERS = 4_000_000


def part_schema(name: str) -> pa.Schema:
    """The Arrow schema of the part files of a table."""
    columns = [field.remove_metadata() for field in arrow_schema(TABLES[name])]
    return pa.schema([*columns, pa.field(SOURCE, pa.string()), pa.field(POSITION, pa.int32())])


class PartRows:
    """Gathers the rows of the documents of one partition, in memory: a worker may have no folder of ours."""

    def __init__(self) -> None:
        self._schemas = {name: part_schema(name) for name in DOCUMENT_TABLES}
        self._sinks: dict[str, pa.BufferOutputStream] = {}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._waiting: dict[str, Columns] = {}
        self._characters = 0

    def add(self, document: Document, *, document_id: str, source: SourceFacts) -> None:
        """Take up the rows of one document."""
        for name, columns in document_rows(document, document_id=document_id, source=source).items():
            count = row_count(columns)
            if not count:
                continue
            if name not in self._waiting:
                self._waiting[name] = {column: [] for column in self._schemas[name].names}
            waiting = self._waiting[name]
            for column, values in columns.items():
                waiting[column].extend(values)
            waiting[SOURCE].extend([source.source_path] * count)
            waiting[POSITION].extend(range(count))
        self._characters += len(document.text)
        if self._characters >= _FLUSH_CHARACTERS:
            self._flush()

    def finish(self) -> Parts:
        """The part files of the partition; nothing can be added any more."""
        self._flush()
        for writer in self._writers.values():
            writer.close()
        return {name: bytes(sink.getvalue()) for name, sink in self._sinks.items()}

    def _flush(self) -> None:
        for name, columns in self._waiting.items():
            schema = self._schemas[name]
            arrays: list[Any] = [pa.array(columns[field.name], field.type) for field in schema]
            self._writer(name).write_table(pa.Table.from_arrays(arrays, schema=schema))
        self._waiting = {}
        self._characters = 0

    def _writer(self, name: str) -> pq.ParquetWriter:
        if name not in self._writers:
            schema = self._schemas[name]
            self._sinks[name] = pa.BufferOutputStream()
            self._writers[name] = _part_writer(self._sinks[name], schema)
        return self._writers[name]


def _part_writer(sink: Any, schema: pa.Schema) -> pq.ParquetWriter:
    return pq.ParquetWriter(
        sink,
        schema,
        compression="lz4",
        store_schema=False,
        write_statistics=False,
        use_dictionary=False,  # what a dictionary saves, compression saves too, and in less time
    )


def write_parts(folder: Path, partition: str, parts: Parts) -> None:
    """Put the part files of a partition in `folder`, that of all part files; earlier ones are replaced."""
    for name in DOCUMENT_TABLES:
        path = folder / name / f"{partition}.parquet"
        if name in parts:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(parts[name])
        else:
            path.unlink(missing_ok=True)


def write_part(path: Path, name: str, tables: Iterable[pa.Table]) -> None:
    """Write rows of the table `name`, which come from other part files, to one; no rows make no file."""
    rows = [table for table in tables if table.num_rows]
    if not rows:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = part_schema(name)
    with _part_writer(path, schema) as writer:
        for table in rows:
            writer.write_table(table.cast(schema))


class LeftOut(NamedTuple):
    """A raw file whose rows in one part are of no use."""

    part: str
    source: str


def leave_out(folder: Path, documents: Iterable[LeftOut]) -> None:
    """Note which documents in the part files of `folder` are of no use; replaces an earlier note."""
    columns = dict(zip(LeftOut._fields, zip(*documents, strict=True), strict=False))
    (folder / _LEFT_OUT).unlink(missing_ok=True)
    if columns:
        rows = {name: pa.array(values, pa.string()) for name, values in columns.items()}
        pq.write_table(pa.table(rows), folder / _LEFT_OUT)


def left_out(folder: Path) -> pa.Table | None:
    """The note that `leave_out` has made, with its two columns; None when there is none."""
    path = folder / _LEFT_OUT
    return pq.read_table(path) if path.exists() else None
