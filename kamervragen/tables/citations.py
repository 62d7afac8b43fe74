"""The citation graph: how often each document cites each target, counted from `references`."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from kamervragen.tables.files import parquet_path, write_table
from schemas import DERIVED_TABLES

CITATIONS = DERIVED_TABLES["citations"]
_BATCH_ROWS = 20_000
_READ = ("document_id", "kind", "target_id", "target_document_id", "target_url", "status")
_COUNTED = """
    select document_id, kind, target_id, max(target_document_id) as target_document_id,
           min(target_url) as target_url, count(*) as count
    from printed
    where target_id is not null and status = 'resolved' and kind <> 'internal'
    group by document_id, kind, target_id
    order by document_id, kind, target_id
"""


def write_citations(tables: Path, folder: Path) -> int:
    """Write `citations` in `folder` from the `references` in `tables`; return the number of rows.

    Where there are no references there is nothing to count, and the table is empty.
    """
    path = parquet_path(tables, "references")
    if not path.exists():
        return write_table(CITATIONS, iter(()), folder)
    connection = duckdb.connect(config={"threads": 2, "memory_limit": "400MB"})
    try:
        with pq.ParquetFile(path) as file:
            # Through Arrow, since DuckDB takes * ? [ in the name of a file for a pattern.
            connection.register("printed", file.read(columns=list(_READ)))
            return write_table(CITATIONS, connection.sql(_COUNTED).to_arrow_reader(_BATCH_ROWS), folder)
    finally:
        connection.close()
