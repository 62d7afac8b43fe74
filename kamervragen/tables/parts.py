"""Part files: what one worker read, on its way to the tables of a release.

Each partition of the raw files gives one Parquet file per table, `TABLE/PARTITION.parquet`, with two
columns more than the table has: `_source`, the raw file, and `_position`, the place among the rows of its
document.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.document import Document
from kamervragen.tables.rows import DOCUMENT_TABLES, Columns, SourceFacts, document_rows, row_count
from schemas import TABLES
from schemas.arrow import arrow_schema

SOURCE, POSITION = "_source", "_position"

# Rows wait until their documents hold this many characters: a bound on a worker's memory.
_FLUSH_CHARACTERS = 4_000_000


def part_schema(name: str) -> pa.Schema:
    """The Arrow schema of the part files of a table."""
    columns = [field.remove_metadata() for field in arrow_schema(TABLES[name])]
    return pa.schema([*columns, pa.field(SOURCE, pa.string()), pa.field(POSITION, pa.int32())])


class PartWriter:
    """Writes the rows of the documents of one partition; a context manager.

    A partition that is written again replaces the earlier one.
    """

    def __init__(self, folder: Path, partition: str) -> None:
        """`folder` is that of all part files, `partition` a name that can be a file name."""
        self._paths = {name: folder / name / f"{partition}.parquet" for name in DOCUMENT_TABLES}
        self._schemas = {name: part_schema(name) for name in DOCUMENT_TABLES}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._waiting: dict[str, Columns] = {}
        self._characters = 0

    def add(self, document: Document, *, document_id: str, source: SourceFacts) -> None:
        """Take up the rows of one document."""
        for name, columns in document_rows(document, document_id=document_id, source=source).items():
            waiting = self._waiting.setdefault(name, {field.name: [] for field in self._schemas[name]})
            count = row_count(columns)
            for column, values in columns.items():
                waiting[column].extend(values)
            waiting[SOURCE].extend([source.source_path] * count)
            waiting[POSITION].extend(range(count))
        self._characters += len(document.text)
        if self._characters >= _FLUSH_CHARACTERS:
            self._flush()

    def __enter__(self) -> Self:
        for name, path in self._paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writers[name] = pq.ParquetWriter(
                path,
                self._schemas[name],
                compression="lz4",
                store_schema=False,
                write_statistics=False,
                use_dictionary=[column for column in self._schemas[name].names if column != "text"],
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._flush()
        finally:
            for writer in self._writers.values():
                writer.close()
        if error is not None:
            for path in self._paths.values():
                path.unlink(missing_ok=True)

    def _flush(self) -> None:
        for name, columns in self._waiting.items():
            schema = self._schemas[name]
            arrays: list[Any] = [pa.array(columns[field.name], field.type) for field in schema]
            self._writers[name].write_table(pa.Table.from_arrays(arrays, schema=schema))
        self._waiting = {}
        self._characters = 0
