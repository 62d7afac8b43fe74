"""Two releases, table by table -> the table `changes`.

DuckDB joins the two Parquet files of a table on the primary key, without their texts: those are compared by a
hash of 64 bits, which misses one difference in 18 million million million. Memory is bounded: what does not
fit is spilled.
"""

from __future__ import annotations

import filecmp
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from kamervragen.changes.causes import CAUSES, settle_causes
from kamervragen.tables import parquet_path, write_table
from kamervragen.tables.database import database, parquet
from schemas import DERIVED_TABLES, TABLES, Table

CHANGES = DERIVED_TABLES["changes"]
NOTHING_BEFORE = None
"""In place of the previous release, for the first one: nothing has changed then."""

KEY_SEPARATOR = "|"
_BATCH_ROWS = 8192


@dataclass(frozen=True, slots=True)
class _Side:
    """The file of a table in one of the releases; `columns` is empty when there is none."""

    path: Path
    columns: dict[str, str]


def write_changes(old: Path | None, new: Path, folder: Path, *, same_code: bool) -> int:
    """Write `changes.parquet` and `changes.csv` in `folder`; return the number of rows.

    Args:
        old: the folder of the previous release, of this or an older schema; None when there is none.
        new: the folder of the new release, or of its tables.
        folder: where the two files go; it exists.
        same_code: whether both were made by the same code, so that all that differs comes from the raw files.

    Raises:
        OSError: a file of a table cannot be read.
    """
    with database() as connection:
        rows = _changes(connection, old, new, same_code) if old is not None else iter(())
        return write_table(CHANGES, rows, folder)


def _changes(
    connection: DuckDBPyConnection, old: Path, new: Path, same_code: bool
) -> Iterator[pa.RecordBatch]:
    settle_causes(connection, old, new, same_code=same_code)
    for name in sorted(TABLES):
        before, now = _side(parquet_path(old, name)), _side(parquet_path(new, name))
        if _same(before, now):
            continue
        differences = _differences(connection, TABLES[name], before, now)
        cause = CAUSES.get(name, CAUSES["other"])
        differences = differences.project(f"*, {str(same_code).lower()} as same_code")
        rows = differences.set_alias("d").join(connection.table("causes").set_alias("c"), _ON, how="left")
        if name == "references":
            rows = _with_targets(connection, rows)
        yield from (
            rows.project(
                f"'{name}' as \"table\", id, change, columns, {cause} as cause, d_document as document_id"
            )
            .order("id")
            .to_arrow_reader(_BATCH_ROWS)
        )


_ON = "d.d_document = c.document_id"


def _side(path: Path) -> _Side:
    if not path.is_file():
        return _Side(path, {})
    schema = pq.read_schema(path)
    return _Side(path, {field.name: str(field.type) for field in schema})


def _same(before: _Side, now: _Side) -> bool:
    if not before.columns or not now.columns:
        return not before.columns and not now.columns
    return filecmp.cmp(before.path, now.path, shallow=False)


def _differences(connection: DuckDBPyConnection, table: Table, before: _Side, now: _Side) -> DuckDBPyRelation:
    """Rows that one side lacks or that have other values, with what their cause is told by."""
    columns = list(dict.fromkeys((*now.columns, *before.columns)))
    as_text = {name for name in columns if _retyped(name, before, now)}
    sides = [_rows(connection, table, side, columns, as_text) for side in (before, now)]
    if _falls_apart(table, before, now):
        sides = _in_unlike_documents(connection, table, sides, columns)
    sides = [side.set_alias(alias) for side, alias in zip(sides, "on", strict=True)]
    keys = table.primary_key
    on = " and ".join(f'o."{name}" = n."{name}"' for name in keys)
    both = "(o.present and n.present) is true"
    compared = [name for name in columns if name not in keys]
    differs = {name: f'o."{name}" is distinct from n."{name}"' for name in compared}
    differing = ", ".join(f"case when {differ} then '{name}' end" for name, differ in differs.items())
    identity = f" || '{KEY_SEPARATOR}' || ".join(_either(name) + "::varchar" for name in keys)
    document = (
        _either("document_id") if "document_id" in columns else f"split_part({_either(keys[0])}, '/', 1)"
    )
    return (
        sides[0]
        .join(sides[1], on, how="outer")
        .filter(" or ".join((f"not {both}", *differs.values())))  # few do: lists are made for those alone
        .project(
            f"{identity} as id,"
            " case when o.present is null then 'added' when n.present is null then 'removed'"
            " else 'changed' end as change,"
            f" case when {both} then list_filter([{differing}], lambda name: name is not null) end"
            " as columns,"
            f" {document} as d_document, {_aids(table)}"
        )
    )


def _falls_apart(table: Table, before: _Side, now: _Side) -> bool:
    """Whether its documents are soon told apart: each row is of one, and no text has to be read twice."""
    both = before.columns.keys() & now.columns.keys()
    return "document_id" in both and "text" not in both and not table.column("document_id").nullable


def _in_unlike_documents(
    connection: DuckDBPyConnection, table: Table, sides: Sequence[DuckDBPyRelation], columns: list[str]
) -> list[DuckDBPyRelation]:
    """The rows of those documents alone whose rows have not the same sum of hashes on both sides.

    Documents are soon joined, and few differ; rows are many, and their keys long.
    """
    row = ", ".join(f'"{name}"' for name in columns)
    old, new = (side.aggregate(f"document_id, sum(hash({row})) as total", "document_id") for side in sides)
    unlike = f"unlike_{table.name}"
    old.set_alias("o").join(new.set_alias("n"), "o.document_id = n.document_id", how="outer").filter(
        "o.total is distinct from n.total"
    ).project("coalesce(o.document_id, n.document_id) as unlike_id").create(unlike)
    ids = connection.table(unlike)
    return [side.set_alias("s").join(ids, "s.document_id = unlike_id", how="semi") for side in sides]


def _retyped(name: str, before: _Side, now: _Side) -> bool:
    return before.columns.get(name) != now.columns.get(name)


def _rows(
    connection: DuckDBPyConnection, table: Table, side: _Side, columns: list[str], as_text: set[str]
) -> DuckDBPyRelation:
    """One side with the columns of both: a column that it lacks is null, a table that it lacks is empty."""
    usable = set(table.primary_key) <= set(side.columns)
    rows = parquet(connection, side.path) if usable else connection.sql("select 1 as present limit 0")
    chosen = [
        f'{_value(name, name in as_text) if usable and name in side.columns else "null::varchar"} as "{name}"'
        for name in columns
    ]
    return rows.project(", ".join([*chosen, "true as present"]))


def _value(name: str, as_text: bool) -> str:
    if name == "text":
        return 'hash("text")'
    return f'"{name}"::varchar' if as_text else f'"{name}"'


def _either(name: str) -> str:
    return f'coalesce(n."{name}", o."{name}")'


# What tells the cause of a change beside the columns: taken along for `CAUSES`.
_AIDS = {
    "references": 'o."target_document_id" as old_target, n."target_document_id" as new_target',
    "sources": 'o."status" as old_status, n."status" as new_status',
}


def _aids(table: Table) -> str:
    return _AIDS.get(table.name, "null as nothing")


def _with_targets(connection: DuckDBPyConnection, rows: DuckDBPyRelation) -> DuckDBPyRelation:
    """Whether a cited document came or went because of a raw file."""
    moved = connection.table("moved")
    return rows.join(
        moved.project("document_id as old_id").set_alias("gone"), "old_target = gone.old_id", how="left"
    ).join(moved.project("document_id as new_id").set_alias("come"), "new_target = come.new_id", how="left")
