"""Rules for the values of single columns: those that follow from `schemas/`, and those of `domain.yaml`.

This module only says what must hold; `expectations` runs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Literal

import yaml

from kamervragen.quality.report import Severity
from schemas import TABLES, Column, Table

Kind = Literal["not_null", "not_empty", "values", "pattern", "range", "unique"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold for each value of a column; for each item, where the column is a list.

    Nulls are the business of `not_null` alone. `where` is a condition in SQL that narrows the rows.
    """

    id: str
    kind: Kind
    table: str
    column: str
    description: str
    expected: str
    severity: Severity = "critical"
    values: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | date | None = None
    maximum: float | date | None = None
    where: str | None = None


def rules(tables: Mapping[str, Table] = TABLES) -> tuple[Rule, ...]:
    """All rules, table by table, in the order of the columns; those of the domain follow."""
    return (*(rule for table in tables.values() for rule in schema_rules(table)), *domain_rules())


def schema_rules(table: Table) -> Iterator[Rule]:
    """What `schemas/` promises of the values of a table."""
    for column in table.columns:
        if not column.nullable:
            yield _rule(table, column, "not_null", f"`{column.name}` is never missing.", "no nulls")
        if table.primary_key == (column.name,):
            yield _rule(table, column, "unique", f"No two rows share a `{column.name}`.", "each value once")
        # A key that leads to another table is judged there, and by whether it leads anywhere.
        if not _points_elsewhere(table, column):
            yield from _value_rules(table, column)


def domain_rules() -> tuple[Rule, ...]:
    """The rules written by hand in `domain.yaml`."""
    raw = yaml.safe_load((files(__package__) / "domain.yaml").read_text(encoding="utf-8"))
    return tuple(
        Rule(**{**entry, "values": tuple(str(value) for value in entry.get("values", ()))}) for entry in raw
    )


def _value_rules(table: Table, column: Column) -> Iterator[Rule]:
    name = column.name
    if column.values:
        listed = ", ".join(column.values)
        yield _rule(
            table,
            column,
            "values",
            f"`{name}` has one of its defined values.",
            f"one of {listed}",
            values=tuple(column.values),
        )
    if column.pattern:
        yield _rule(
            table,
            column,
            "pattern",
            f"`{name}` has its defined form.",
            f"matches {column.pattern}",
            pattern=column.pattern,
        )
    if column.type == "string" and not column.values and not column.pattern:
        yield _rule(
            table, column, "not_empty", f"`{name}` is null or a text, never an empty one.", "no empty texts"
        )
    if column.minimum is not None or column.maximum is not None:
        yield _rule(
            table,
            column,
            "range",
            f"`{name}` lies within its bounds.",
            _bounds(column),
            minimum=_number(column.minimum),
            maximum=_number(column.maximum),
        )


def _rule(
    table: Table,
    column: Column,
    kind: Kind,
    description: str,
    expected: str,
    values: tuple[str, ...] = (),
    pattern: str | None = None,
    minimum: float | date | None = None,
    maximum: float | date | None = None,
) -> Rule:
    return Rule(
        id=f"{table.name}.{column.name}.{kind}",
        kind=kind,
        table=table.name,
        column=column.name,
        description=description,
        expected=expected,
        values=values,
        pattern=pattern,
        minimum=minimum,
        maximum=maximum,
    )


def _points_elsewhere(table: Table, column: Column) -> bool:
    return any(key.columns == (column.name,) for key in table.foreign_keys)


def _bounds(column: Column) -> str:
    parts = [f"at least {column.minimum}"] if column.minimum is not None else []
    if column.maximum is not None:
        parts.append(f"at most {column.maximum}")
    return ", ".join(parts)


def _number(bound: float | Decimal | date | None) -> float | date | None:
    """Great Expectations compares money as floats; far more than precise enough for a bound."""
    return float(bound) if isinstance(bound, Decimal) else bound
