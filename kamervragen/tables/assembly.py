"""Part files and the ledger -> the tables of a release.

The tables do not depend on how the raw files were divided into partitions or on the number of threads:
every row is sorted by a key that no other row has. DuckDB sorts one range of documents after the other, so
that memory does not grow with the number of documents: sorting all texts at once, with what does not fit
spilled to disk, costs half as much again and needs a gigabyte for a hundred thousand documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection, DuckDBPyRelation, Expression

from kamervragen.tables.database import database as opened
from kamervragen.tables.database import parquet
from kamervragen.tables.files import write_table
from kamervragen.tables.parts import POSITION, SOURCE, left_out, part_schema
from kamervragen.tables.rows import DOCUMENT_TABLES
from schemas import TABLES, Table

_BATCH_ROWS = 2048
# Documents are sorted in ranges whose raw files have about this many bytes together.
_RANGE_BYTES = 128 << 20

# Which reading of a document stands when several raw files hold it: the clearest, then the fullest, then
# the first by path.
_BEST_FIRST = "confidence desc, found desc, source_path"

_LOSERS = pa.schema([("source_path", pa.string()), ("status", pa.string()), ("reason", pa.string())])


class AssemblyError(Exception):
    """The part files and the ledger do not belong together."""


def assemble(
    parts: Path, ledger: Path, folder: Path, *, memory: str = "1GB", threads: int = 2
) -> dict[str, int]:
    """Write every table of a release to `folder`; return the number of rows of each.

    Of several raw files that hold the same document the best reading is kept; the others are `superseded`
    in `sources`, and their rows left out.

    Args:
        parts: the folder of part files (see `kamervragen.tables.parts`).
        ledger: a Parquet file with the columns of `sources`; `document_id` is filled in here.
        folder: where the tables go; it exists.
        memory: what DuckDB may use, such as "1GB".
        threads: how many threads DuckDB may use.

    Raises:
        AssemblyError: a loaded file was not read, or a file was read that the ledger does not have as loaded.
    """
    with opened(memory, threads, folder) as database:
        _read_ledger(database, ledger)
        _choose_readings(database, parts)
        _check_complete(database)
        counts = {"sources": write_table(TABLES["sources"], _batches(_sources(database)), folder)}
        ranges = _ranges(database)
        for name in DOCUMENT_TABLES:
            rows = _kept(database, parts, name)
            if name == "references":
                rows = _with_targets(database, rows)
            counts[name] = write_table(TABLES[name], _sorted(TABLES[name], rows, ranges), folder)
    return counts


def _read_ledger(database: DuckDBPyConnection, ledger: Path) -> None:
    columns = ", ".join(TABLES["sources"].column_names)
    parquet(database, ledger).project(columns).create("ledger")


def _choose_readings(database: DuckDBPyConnection, parts: Path) -> None:
    """Make the tables `readings` (each file that was read), `kept` and `losers` of it."""
    window = f"over (partition by document_id order by {_BEST_FIRST})"
    read = _part(database, parts, "documents").project(
        "document_id, publication_id, source_path, confidence, question_count + answer_count as found"
    )
    read.project(
        f"*, row_number() {window} = 1 as best, first(source_path) {window} as winner,"
        f" first(confidence) {window} as best_confidence, first(found) {window} as best_found"
    ).create("readings")
    readings = database.table("readings")
    readings.filter("best").create("kept")
    beaten = readings.filter("not best").project(
        "source_path, winner, best_confidence > confidence, best_found > found"
    )
    losers = [
        {"source_path": path, "status": "superseded", "reason": _reason(winner, clearer, fuller)}
        for path, winner, clearer, fuller in beaten.fetchall()
    ]
    database.from_arrow(pa.Table.from_pylist(losers, schema=_LOSERS)).create("losers")


def _reason(winner: str, clearer: bool, fuller: bool) -> str:
    # As JSON, so that a name with quotes or a newline in it stays one clear line.
    name = json.dumps(winner, ensure_ascii=False)
    if clearer:
        return f"It holds the same document as {name}, which was read more clearly."
    if fuller:
        return f"It holds the same document as {name}, in which more questions and answers were found."
    return f"It holds the same document as {name}, which was read just as well and comes first by name."


def _check_complete(database: DuckDBPyConnection) -> None:
    loaded = database.table("ledger").filter("status = 'loaded'").set_alias("loaded")
    readings = database.table("readings").set_alias("readings")
    condition = "loaded.source_path = readings.source_path"
    for rows, complaint in (
        (loaded.join(readings, condition, how="anti"), "was loaded, but no document was read from it"),
        (readings.join(loaded, condition, how="anti"), "was read, but the ledger does not have it as loaded"),
        (_read_twice(readings), "was read more than once: the part files are of several runs"),
    ):
        for (path,) in rows.project("source_path").order("source_path").limit(1).fetchall():
            raise AssemblyError(f"{json.dumps(path, ensure_ascii=False)} {complaint}; run ingest again")


def _read_twice(readings: DuckDBPyRelation) -> DuckDBPyRelation:
    return readings.aggregate("source_path, count(*) as times", "source_path").filter("times > 1")


def _sources(database: DuckDBPyConnection) -> DuckDBPyRelation:
    """The ledger with what reading the files has taught."""
    ledger = database.table("ledger").set_alias("ledger")
    readings = database.table("readings").set_alias("readings")
    losers = database.table("losers").set_alias("losers")
    # A duplicate stands for the document that was read from the same bytes.
    twins = (
        ledger.join(readings, "ledger.source_path = readings.source_path")
        .aggregate("ledger.source_sha256 as source_sha256, min(readings.document_id) as document_id")
        .set_alias("twins")
    )
    updated = {
        "document_id": "case when ledger.status = 'rejected' then null"
        " else coalesce(readings.document_id, twins.document_id) end",
        "status": "coalesce(losers.status, ledger.status)",
        "reason": "coalesce(losers.reason, ledger.reason)",
    }
    columns = [f"{updated.get(name, f'ledger.{name}')} as {name}" for name in TABLES["sources"].column_names]
    return (
        ledger.join(readings, "ledger.source_path = readings.source_path", how="left")
        .join(losers, "ledger.source_path = losers.source_path", how="left")
        .join(twins, "ledger.source_sha256 = twins.source_sha256", how="left")
        .project(", ".join(columns))
        .order("source_path")
    )


def _kept(database: DuckDBPyConnection, parts: Path, name: str) -> DuckDBPyRelation:
    """The rows of a table, without those of superseded files."""
    rows = _part(database, parts, name).set_alias("part")
    losers = database.table("losers").set_alias("losers")
    return rows.join(losers, f"part.{SOURCE} = losers.source_path", how="anti")


def _with_targets(database: DuckDBPyConnection, rows: DuckDBPyRelation) -> DuckDBPyRelation:
    """References with `target_document_id` where the release holds the document that is cited."""
    kept = database.table("kept")
    names = kept.project("document_id as cited, document_id").union(
        kept.filter("publication_id is not null").project("publication_id as cited, document_id")
    )
    targets = names.aggregate("cited, min(document_id) as found_id", "cited").set_alias("targets")
    # The questions of case 2024Z18294 are published as kv-tk-2024Z18294.
    cited = "case when kind = 'case' then 'kv-tk-' || target_id else target_id end"
    return rows.join(targets, f"{cited} = targets.cited", how="left").project(
        "* exclude (cited, found_id) replace (found_id as target_document_id)"
    )


def _ranges(database: DuckDBPyConnection) -> list[Expression]:
    """Conditions that cut the documents, in order of their ids, into ranges of bounded size."""
    kept = database.table("kept").set_alias("kept")
    sizes = kept.join(database.table("ledger").set_alias("ledger"), "kept.source_path = ledger.source_path")
    numbered = sizes.project(
        "kept.document_id as document_id,"
        f" sum(coalesce(ledger.size_bytes, 0)) over (order by kept.document_id) // {_RANGE_BYTES} as range"
    )
    first = numbered.aggregate("range, min(document_id) as first", "range").project("first").order("first")
    starts = [start for (start,) in first.fetchall()]
    name = duckdb.ColumnExpression("document_id")
    conditions = [name >= duckdb.ConstantExpression(start) for start in starts]
    for index, end in enumerate(starts[1:]):
        conditions[index] &= name < duckdb.ConstantExpression(end)
    return conditions


def _sorted(table: Table, rows: DuckDBPyRelation, ranges: list[Expression]) -> Iterator[pa.RecordBatch]:
    keys = ", ".join(f'"{name}"' for name in (*table.sorted_by, POSITION))
    columns = ", ".join(f'"{name}"' for name in table.column_names)
    for condition in ranges:
        yield from _batches(rows.filter(condition).order(keys).project(columns))


def _batches(rows: DuckDBPyRelation) -> pa.RecordBatchReader:
    return rows.to_arrow_reader(_BATCH_ROWS)


def _part(database: DuckDBPyConnection, parts: Path, name: str) -> DuckDBPyRelation:
    files = sorted((parts / name).glob("*.parquet"))
    if not files:
        return database.from_arrow(part_schema(name).empty_table())
    unused = left_out(parts)
    if unused is None:
        return parquet(database, *files)
    rows = parquet(database, *files, with_names=True).set_alias("rows")
    same = f"parse_filename(rows.filename, true) = unused.part and rows.{SOURCE} = unused.source"
    rows = rows.join(database.from_arrow(unused).set_alias("unused"), same, how="anti")
    return rows.project("* exclude (filename)")
