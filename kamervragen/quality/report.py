"""What the gate found: a result for each check, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Severity = Literal["critical", "warning"]
Value = str | int | float | bool | None | list[str]
Row = Mapping[str, Value]

# Enough to see what is wrong; the count says how much of it there is.
SAMPLE_ROWS = 20
_LONGEST_VALUE = 300


class CheckError(RuntimeError):
    """A check that could not be run at all, which says nothing about the tables."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that people should know and that no table holds."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one check.

    `description` says in plain words what must hold. `failing_count` counts rows, and `failing_rows` is a
    sample of them: their keys and the values that matter.
    """

    id: str
    severity: Severity
    table: str
    column: str | None
    description: str
    passed: bool
    observed: str
    expected: str
    failing_count: int = 0
    failing_rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All results, in order. `row_counts` has the tables that could be read."""

    checks: tuple[CheckResult, ...]
    row_counts: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether these tables must not be published: a critical check failed."""
        return bool(self.failed("critical"))

    def failed(self, severity: Severity) -> tuple[CheckResult, ...]:
        """The checks of that severity that did not pass."""
        return tuple(check for check in self.checks if not check.passed and check.severity == severity)


def shown(value: object) -> Value:
    """A value of a table as JSON can hold it; texts are cut after 300 characters."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)  # false for NaN too, which JSON lacks
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_cut(str(item)) for item in value[:SAMPLE_ROWS]]
    return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def counted(number: int, what: str = "row") -> str:
    """`1 row`, `2,048 rows`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
