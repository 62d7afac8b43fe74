"""`CHANGES.md`: what changed since the previous release, for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from kamervragen.changes.summary import Count, counts
from kamervragen.tables import parquet_path
from kamervragen.tables.database import database, parquet
from schemas import TABLES

# Enough to see what happened; all of it stands in changes.parquet.
_LISTED = 50
_TITLE_LENGTH = 120
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|<>&~-])")


def tell_changes(changes: Path, old: Path | None, new: Path, *, version: str, previous: str | None) -> str:
    """The page, in Markdown.

    Args:
        changes: the folder with `changes.parquet`.
        old: the folder of the previous release; None when there is none.
        new: the folder of the new release, or of its tables.
        version: the name of the new release.
        previous: the name of the previous one.
    """
    if old is None or previous is None:
        return (
            f"# What changed in release {version}\n\nThis is the first release: nothing to compare it with.\n"
        )
    file = parquet_path(changes, "changes")
    found = counts(file)
    lines = [f"# What changed in release {version}", "", f"Compared with release {previous}.", ""]
    with database() as connection:
        rows = parquet(connection, file)
        lines += _section("Changes in the source", _SOURCE, [c for c in found if c.cause == "source"])
        lines += _raw_files(rows)
        lines += _documents(connection, rows, old, new)
        lines += _section("Changes in our reading", _READING, [c for c in found if c.cause == "reading"])
        lines += _columns(rows)
    lines += ["Every row that changed stands in `changes.parquet` and `changes.csv`.", ""]
    return "\n".join(lines)


_SOURCE = "Rows that differ because a raw file was added, removed, renamed or edited."
_READING = (
    "Rows that differ although the raw file is the same: they were read by other code, or the tables are"
    " defined otherwise."
)


def _section(title: str, meaning: str, found: list[Count]) -> Iterator[str]:
    yield from (f"## {title}", "")
    if not found:
        yield from ("None.", "")
        return
    yield from (meaning, "", "| table | added | removed | changed |", "|---|---:|---:|---:|")
    rows = {(count.table, count.change): count.rows for count in found}
    for name in TABLES:
        if any(count.table == name for count in found):
            cells = [f"{rows.get((name, change), 0):,}" for change in ("added", "removed", "changed")]
            yield f"| `{name}` | " + " | ".join(cells) + " |"
    yield ""


def _raw_files(rows: DuckDBPyRelation) -> Iterator[str]:
    kinds = {
        "Raw files added": "change = 'added'",
        "Raw files removed": "change = 'removed'",
        "Raw files edited": "change = 'changed' and list_contains(columns, 'source_sha256')",
    }
    sources = rows.filter("\"table\" = 'sources'")
    for title, condition in kinds.items():
        yield from _list(title, sources.filter(condition).project("id as name, '' as title"))


def _documents(connection: DuckDBPyConnection, rows: DuckDBPyRelation, old: Path, new: Path) -> Iterator[str]:
    documents = rows.filter("\"table\" = 'documents'")
    for change, folder in (("added", new), ("removed", old)):
        path = parquet_path(folder, "documents")
        if path.is_file():
            titles = parquet(connection, path).project("document_id as titled, title").set_alias("t")
            chosen = documents.filter(f"change = '{change}'").set_alias("c")
            named = chosen.join(titles, "c.id = t.titled").project("id as name, title")
            yield from _list(f"Documents {change}", named)


def _list(title: str, rows: DuckDBPyRelation) -> Iterator[str]:
    total = rows.shape[0]
    if not total:
        return
    yield from (f"### {title}: {total:,}", "")
    for name, subject in rows.order("name").limit(_LISTED).fetchall():
        yield f"- {_plain(name)}" + (f": {_plain(subject[:_TITLE_LENGTH])}" if subject else "")
    if total > _LISTED:
        yield f"- and {total - _LISTED:,} more"
    yield ""


def _columns(rows: DuckDBPyRelation) -> Iterator[str]:
    """Which columns the reading changed most often."""
    changed = rows.filter("cause = 'reading' and change = 'changed'").project(
        '"table" as name, unnest(columns) as part'
    )
    totals = changed.aggregate("name, part, count(*) as rows", "name, part").order("rows desc, name, part")
    found = totals.limit(_LISTED).fetchall()
    if found:
        yield from ("| column | rows |", "|---|---:|")
        yield from (f"| `{name}.{part}` | {count:,} |" for name, part, count in found)
        yield ""


def _plain(text: str) -> str:
    """A text out of raw material as one line that Markdown does not take for anything else."""
    visible = (
        text if text.isprintable() else "".join(map(_visible, json.dumps(text, ensure_ascii=False)[1:-1]))
    )
    return _SPECIAL.sub(r"\\\1", visible)


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode()
