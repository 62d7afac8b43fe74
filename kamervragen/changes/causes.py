"""Whether a change comes from the raw files or from our reading of them.

With the same code everything comes from the raw files. With other code a row comes from the reading when its
document was read from the same bytes before, and else when no raw file that holds the document was touched.
"""

from __future__ import annotations

from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from kamervragen.tables import parquet_path
from kamervragen.tables.database import parquet

_OTHER = "coalesce(c.cause, 'reading')"
CAUSES = {
    "other": _OTHER,
    # Where the file lies, and what it holds, no code decides.
    "documents": "case when list_has_any(columns, ['source_path', 'source_sha256']) and c.touched"
    f" then 'source' else {_OTHER} end",
    # A citation finds its document when that comes: the citing file may be the same.
    "references": "case when columns = ['target_document_id'] and (old_id is not null or new_id is not null)"
    f" then 'source' else {_OTHER} end",
    # A sidecar gives the address and the day; whether bytes are there twice depends on the files alone.
    "sources": "case when change <> 'changed' or same_code"
    " or list_has_any(columns, ['source_sha256', 'source_url', 'published_on'])"
    " or (list_contains(columns, 'status') and 'duplicate' in (old_status, new_status))"
    " or c.touched then 'source' else 'reading' end",
}


def settle_causes(connection: DuckDBPyConnection, old: Path, new: Path, *, same_code: bool) -> None:
    """Make the table `causes`, a row for each document of either release, and `moved`: the documents that
    came or went because of a raw file."""
    before, now = (_ledger(connection, folder) for folder in (old, new))
    edited = (
        before.set_alias("o")
        .join(now.set_alias("n"), "o.source_path = n.source_path", how="outer")
        .filter(
            "o.source_path is null or n.source_path is null"
            " or o.source_sha256 is distinct from n.source_sha256"
        )
        .project("coalesce(n.source_path, o.source_path) as edited_path")
    )
    edited.create("edited")
    connection.table("edited").join(before.union(now), "edited_path = source_path").project(
        "document_id as touched_id"
    ).filter("touched_id is not null").distinct().create("touched")
    old_documents, new_documents = (_documents(connection, folder) for folder in (old, new))
    pairs = old_documents.set_alias("o").join(
        new_documents.set_alias("n"), "o.document_id = n.document_id", how="outer"
    )
    pairs.project(
        "coalesce(n.document_id, o.document_id) as paired_id,"
        " coalesce(o.source_sha256 = n.source_sha256, false) as same_bytes,"
        " o.document_id is null or n.document_id is null as alone"
    ).create("pairs")
    constant = str(same_code).lower()
    connection.table("pairs").join(connection.table("touched"), "paired_id = touched_id", how="left").project(
        "paired_id as document_id, alone, touched_id is not null as touched,"
        f" case when {constant} or (not same_bytes and touched_id is not null) then 'source'"
        " else 'reading' end as cause"
    ).create("causes")
    connection.table("causes").filter("alone and cause = 'source'").project("document_id").create("moved")


def _ledger(connection: DuckDBPyConnection, folder: Path) -> DuckDBPyRelation:
    path = parquet_path(folder, "sources")
    return parquet(connection, path).project("source_path, source_sha256, document_id")


def _documents(connection: DuckDBPyConnection, folder: Path) -> DuckDBPyRelation:
    path = parquet_path(folder, "documents")
    if not path.is_file():
        return connection.sql("select ''::varchar as document_id, ''::varchar as source_sha256 limit 0")
    return parquet(connection, path).project("document_id, source_sha256")
