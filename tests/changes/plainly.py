"""The comparison of two releases made another way: plain Python over all rows of both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kamervragen.tables import read_table
from schemas import TABLES

Row = dict[str, Any]


def compared(old: Path, new: Path) -> list[Row]:
    """Table, id, change and columns of every row that differs, in the order of `changes`."""
    found = []
    for name in sorted(TABLES):
        before, now = _by_key(old, name), _by_key(new, name)
        for key in sorted({*before, *now}, key=lambda key: key.encode()):
            change, columns = _difference(before.get(key), now.get(key))
            if change:
                found.append({"table": name, "id": key, "change": change, "columns": columns})
    return found


def _by_key(folder: Path, name: str) -> dict[str, Row]:
    rows = read_table(folder, name).to_pylist()
    return {"|".join(str(row[key]) for key in TABLES[name].primary_key): row for row in rows}


def _difference(before: Row | None, now: Row | None) -> tuple[str | None, list[str] | None]:
    if before is None:
        return "added", None
    if now is None:
        return "removed", None
    columns = [name for name in now if before[name] != now[name]]
    return ("changed", columns) if columns else (None, None)
