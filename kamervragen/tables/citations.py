"""The citation graph: how often each document cites each target, counted from `references`."""

from __future__ import annotations

from pathlib import Path

from kamervragen.tables.database import database, parquet
from kamervragen.tables.files import parquet_path, write_table
from schemas import DERIVED_TABLES

CITATIONS = DERIVED_TABLES["citations"]
_BATCH_ROWS = 20_000
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
    with database() as connection:
        parquet(connection, path).create_view("printed")
        return write_table(CITATIONS, connection.sql(_COUNTED).to_arrow_reader(_BATCH_ROWS), folder)
