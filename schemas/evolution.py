"""How the schema has changed since it was last released, and what its version must be for that.

The shape of the last released schema stands in `schemas/golden/VERSION.json`; the rules are told in
`docs/schema-policy.md`. `python -m schemas.evolution` writes the shape of the present version.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from schemas import SCHEMA_VERSION, TABLES, Column, Table

GOLDEN = Path(__file__).resolve().parent / "golden"

Shape = dict[str, object]
Version = tuple[int, int, int]


class Bump(IntEnum):
    """Which number of the version must go up; the greater, the more a change asks of those who load data."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, told in a few words."""

    bump: Bump
    what: str


def shape(tables: Mapping[str, Table]) -> dict[str, Shape]:
    """What the tables promise, as JSON can hold it."""
    return {
        table.name: {
            "primary_key": list(table.primary_key),
            "sorted_by": list(table.sorted_by),
            "foreign_keys": [
                f"{','.join(key.columns)} -> {key.table}.{','.join(key.references)}"
                for key in table.foreign_keys
            ],
            "description": table.description,
            "columns": {column.name: _column(column) for column in table.columns},
        }
        for table in tables.values()
    }


def changes(old: Mapping[str, Shape], new: Mapping[str, Shape]) -> Iterator[Change]:
    """All differences between two shapes."""
    for name in [name for name in old if name not in new]:
        yield Change(Bump.MAJOR, f"table {name} is gone")
    for name, table in new.items():
        if name not in old:
            yield Change(Bump.MINOR, f"table {name} is new")
            continue
        for key in ("primary_key", "sorted_by", "foreign_keys"):
            if old[name][key] != table[key]:
                yield Change(Bump.MAJOR, f"{name}: {key} is another")
        if old[name]["description"] != table["description"]:
            yield Change(Bump.PATCH, f"{name}: description")
        yield from _column_changes(name, _columns(old[name]), _columns(table))


def needed(found: list[Change]) -> Bump:
    """The bump that the weightiest of the differences asks for."""
    return max((change.bump for change in found), default=Bump.NONE)


def bump_of(old: Version, new: Version) -> Bump | None:
    """Which number goes up, by one and with noughts behind it, from `old` to `new`; None if it is no step."""
    steps = {
        Bump.NONE: old,
        Bump.PATCH: (old[0], old[1], old[2] + 1),
        Bump.MINOR: (old[0], old[1] + 1, 0),
        Bump.MAJOR: (old[0] + 1, 0, 0),
    }
    return next((bump for bump, version in steps.items() if version == new), None)


def last_released() -> tuple[Version, dict[str, Shape]]:
    """Version and shape of the newest schema in `schemas/golden/`."""
    path = max(GOLDEN.glob("*.json"), key=lambda path: version_of(path.stem))
    return version_of(path.stem), json.loads(path.read_text(encoding="utf-8"))


def version_of(text: str) -> Version:
    """`1.2.3` as three numbers; ValueError when it is not that."""
    major, minor, patch = text.split(".")
    return int(major), int(minor), int(patch)


def _column(column: Column) -> Shape:
    return {
        "type": column.type,
        "nullable": column.nullable,
        "unit": column.unit,
        "pattern": column.pattern,
        "values": list(column.values),
        "minimum": None if column.minimum is None else str(column.minimum),
        "maximum": None if column.maximum is None else str(column.maximum),
        "description": column.description,
    }


def _columns(table: Shape) -> dict[str, Shape]:
    columns = table["columns"]
    if not isinstance(columns, dict):
        raise TypeError("columns of a shape are named ones")
    return columns


def _column_changes(table: str, old: dict[str, Shape], new: dict[str, Shape]) -> Iterator[Change]:
    for name in [name for name in old if name not in new]:
        yield Change(Bump.MAJOR, f"{table}.{name} is gone")
    kept = [name for name in new if name in old]
    if kept != [name for name in old if name in new] or list(new)[: len(kept)] != kept:
        yield Change(Bump.MAJOR, f"{table}: columns stand in another order, or new ones not at the end")
    for name in [name for name in new if name not in old]:
        yield Change(Bump.MINOR, f"{table}.{name} is new")
    for name in kept:
        for key in [key for key in new[name] if new[name][key] != old[name].get(key)]:
            yield Change(_weight(key, old[name].get(key), new[name][key]), f"{table}.{name}: {key}")


def _weight(key: str, old: object, new: object) -> Bump:
    if key == "description":
        return Bump.PATCH
    if key == "nullable":  # code that met no nulls breaks on them; the other way about none does
        return Bump.MAJOR if new else Bump.MINOR
    if key == "values" and isinstance(old, list) and isinstance(new, list) and old:
        return Bump.MINOR if set(old) <= set(new) else Bump.MAJOR
    return Bump.MAJOR


def main() -> int:
    """Write the shape of the present version; a released shape is never written over."""
    path = GOLDEN / f"{SCHEMA_VERSION}.json"
    if path.exists():
        print(f"{path.name} exists: a released schema does not change, SCHEMA_VERSION does", file=sys.stderr)
        return 1
    GOLDEN.mkdir(exist_ok=True)
    text = json.dumps(shape(TABLES), indent=1, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
