"""What a table definition holds: columns, keys, and what a value must look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

ColumnType = Literal["string", "int64", "double", "boolean", "date", "decimal", "list<string>"]
COLUMN_TYPES: tuple[str, ...] = get_args(ColumnType)

# Money: sums of a whole state fit in 20 digits, and prices stay exact (energy taxes have five decimals).
DECIMAL_PRECISION = 26
DECIMAL_SCALE = 6

Bound = int | float | Decimal | date
Example = str | int | float | bool | date | Decimal | tuple[str, ...]


class SchemaError(ValueError):
    """A table definition that cannot be used; the message names the file and the key."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `pattern` and `values` hold for each item where the column is a list.

    `values` is the closed set of values with the meaning of each; empty where any value may stand.
    `minimum` and `maximum` are inclusive. `pattern` is a regular expression for the whole value.
    """

    name: str
    type: ColumnType
    nullable: bool
    description: str
    example: Example
    unit: str | None = None
    pattern: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    minimum: Bound | None = None
    maximum: Bound | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`columns` of this table, where not null, are found in `references` (its primary key) of `table`."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Its rows are sorted by `sorted_by`, which need not be unique."""

    name: str
    title: str
    description: str
    primary_key: tuple[str, ...]
    sorted_by: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name!r} has no column {name!r}")
