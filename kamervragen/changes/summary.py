"""The table `changes` in figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kamervragen.tables.database import database, parquet
from schemas import TABLES


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a table changed in one way for one reason."""

    table: str
    change: str
    cause: str
    rows: int


_CHANGES = ("added", "removed", "changed")


def counts(changes: Path) -> tuple[Count, ...]:
    """The figures of the Parquet file `changes`, in the order of the tables."""
    with database() as connection:
        rows = (
            parquet(connection, changes)
            .aggregate('"table", change, cause, count(*) as rows', '"table", change, cause')
            .fetchall()
        )
    order = {name: place for place, name in enumerate(TABLES)}
    found = [Count(*row) for row in rows]
    return tuple(sorted(found, key=lambda c: (order[c.table], _CHANGES.index(c.change), c.cause)))


def summarise(found: tuple[Count, ...]) -> Iterator[str]:
    """One line for each table that changed, such as `questions: 3 added, 1 changed (by our reading)`."""
    for name in TABLES:
        parts = [_part(count) for count in found if count.table == name]
        if parts:
            yield f"{name}: {', '.join(parts)}"


def _part(count: Count) -> str:
    reading = " (by our reading)" if count.cause == "reading" else ""
    return f"{count.rows:,} {count.change}{reading}"
