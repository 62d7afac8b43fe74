"""Runs the rules for columns with Great Expectations.

Whether all values of a column obey a rule depends only on which values there are. So each column is
reduced to its distinct values with the number of rows of each (by DuckDB, from that one column of the file),
and those are validated, in batches: for the whole archive some two million values instead of a hundred
million cells. Free text is reduced to its first character, which tells null, empty and filled apart.

An expectation costs milliseconds before it has looked at a single value, so that columns with few values of
which the same must hold are looked at together; one by one only where something is wrong.

Importing Great Expectations takes seconds: only the gate imports this module, when it runs.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

import duckdb
import pyarrow as pa

from kamervragen.deferring import absent, deferred, fields_shared, uncollected
from kamervragen.quality.database import rows
from kamervragen.quality.report import CheckError, CheckResult, Row, counted
from kamervragen.quality.rules import Rule
from schemas import TABLES

# Read when Great Expectations is imported: nothing leaves this machine.
os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

# Great Expectations draws charts, tests distributions and fetches data with these; nobody asks for that here.
with uncollected(), fields_shared(), deferred("altair", "scipy.stats"), absent("boto3", "botocore"):
    import great_expectations as gx
    import great_expectations.expectations as gxe
    from great_expectations.validator.v1_validator import Validator

_BATCH_VALUES = 100_000
_FEW_VALUES = 25_000


@dataclass(frozen=True, slots=True)
class _Values:
    """Where the values are that rules look at: an expression in SQL over the rows of a source."""

    expression: str
    source: str

    @property
    def distinct(self) -> str:
        # `repeats` is null for null: many rows without a value do not share one.
        return (
            f"FROM {self.source} SELECT {self.expression} AS value, count(*) AS rows, "
            f"nullif(count({self.expression}), 0) AS repeats GROUP BY ALL"
        )


@dataclass(slots=True)
class _Outcome:
    """What is known of one rule so far: values seen, rows that fail, and the values that make them fail."""

    seen: int = 0
    failing_count: int = 0
    failing_values: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A rule, the values that are still to be held against it, and what is known of it so far."""

    rule: Rule
    batch: Any
    outcome: _Outcome


def check_columns(connection: duckdb.DuckDBPyConnection, rules: Iterable[Rule]) -> tuple[CheckResult, ...]:
    """The results of the rules, in their order. Raises CheckError for a rule that cannot be run."""
    definition = _definition()
    outcomes: list[tuple[Rule, _Values, _Outcome]] = []
    few: list[_Waiting] = []
    for values, group in groupby(rules, key=_values):
        together = [(rule, _Outcome()) for rule in group]
        for batch in _batches(connection, values):
            waiting = [_Waiting(rule, batch, outcome) for rule, outcome in together]
            if batch.num_rows <= _FEW_VALUES:
                few.extend(waiting)
            else:
                _validate(definition, waiting)
        outcomes.extend((rule, values, outcome) for rule, outcome in together)
    _validate_together(definition, few)
    return tuple(_result(connection, *outcome) for outcome in outcomes)


@cache
def _definition() -> Any:
    """What makes a frame something that Great Expectations validates; one for the process, in memory."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("tables").add_dataframe_asset("values")
    return asset.add_batch_definition_whole_dataframe("distinct values")


def _values(rule: Rule) -> _Values:
    """The values that a rule looks at; rules of one column in a row share them."""
    column = TABLES[rule.table].column(rule.column)
    source = f'(FROM "{rule.table}" WHERE {rule.where or "true"})'
    name = f'"{column.name}"'
    if column.type == "list<string>" and rule.kind != "not_null":
        return _Values("item", f"(FROM {source} SELECT *, unnest({name}) AS item)")
    if column.type == "list<string>":
        return _Values(f"len({name})", source)
    if column.type == "double":
        return _Values(f"nullif({name}, 'nan'::DOUBLE)", source)  # not a number is no number
    if column.type == "decimal":
        return _Values(f"{name}::DOUBLE", source)
    if column.type == "string" and _is_free(rule):
        return _Values(f"left({name}, 1)", source)
    return _Values(name, source)


def _is_free(rule: Rule) -> bool:
    """Whether null, empty and filled is all that matters of a text: no rule looks further."""
    table = TABLES[rule.table]
    column = table.column(rule.column)
    keyed = table.primary_key == (rule.column,)
    return rule.kind in ("not_null", "not_empty") and not (keyed or column.pattern or column.values)


def _batches(connection: duckdb.DuckDBPyConnection, values: _Values) -> Iterator[Any]:
    reader: Any = connection.sql(values.distinct).to_arrow_reader(_BATCH_VALUES)
    for batch in reader:
        if batch.num_rows:
            yield pa.Table.from_batches([batch])


def _validate(definition: Any, waiting: Sequence[_Waiting]) -> None:
    """Hold one batch of values against all its rules."""
    found = _run(definition, [one.rule for one in waiting], waiting[0].batch, "BOOLEAN_ONLY")
    for one in waiting:
        one.outcome.seen += one.batch.num_rows
        if not found[one.rule.id].success:
            _list_failing(definition, one)


def _validate_together(definition: Any, waiting: Iterable[_Waiting]) -> None:
    """Hold many small batches against their rules, those of the same rule and type at once."""
    alike: dict[Any, list[_Waiting]] = {}
    for one in waiting:
        rule = one.rule
        demand = (rule.kind, rule.values, rule.pattern, rule.minimum, rule.maximum, one.batch.schema)
        alike.setdefault(demand, []).append(one)
    for group in alike.values():
        rule = group[0].rule
        whole = pa.concat_tables([one.batch for one in group])
        sound = _run(definition, [rule], whole, "BOOLEAN_ONLY")[rule.id].success
        for one in group:
            one.outcome.seen += one.batch.num_rows
            if not sound:
                _list_failing(definition, one)


def _list_failing(definition: Any, one: _Waiting) -> None:
    # Which values fail is asked only where some may: to list them takes ten times as long.
    result = _run(definition, [one.rule], one.batch, "COMPLETE")[one.rule.id].result
    if places := sorted(result["unexpected_index_list"]):
        failing = one.batch.take(places)
        one.outcome.failing_count += sum(failing.column("rows").to_pylist())
        one.outcome.failing_values.append(failing.select(["value"]))


def _run(definition: Any, rules: Sequence[Rule], batch: Any, result_format: str) -> dict[str, Any]:
    """The results by id of rule (Great Expectations gives them in an order of its own)."""
    suite = gx.ExpectationSuite(name="rules", expectations=[_expectation(rule) for rule in rules])
    # What `Batch.validate` does; with that, all values would be hashed twice, once for the batch itself.
    data = Validator(definition, result_format, {"dataframe": batch.to_pandas()})
    with warnings.catch_warnings():
        # pandas warns of groups in a pattern, which do no harm.
        warnings.filterwarnings("ignore", "This pattern is interpreted as", UserWarning)
        results = data.validate_expectation_suite(suite).results
    found = {result.expectation_config.meta["rule"]: result for result in results}
    for name, result in found.items():
        # An error is a mapping from metric to error; the good case has this key.
        if result.exception_info.get("raised_exception", True):
            raise CheckError(f"check {name} could not be run: {_message(result.exception_info)}")
    return found


def _message(errors: dict[str, Any]) -> str:
    messages = {str(error.get("exception_message")) for error in errors.values() if isinstance(error, dict)}
    return "; ".join(sorted(messages)) or str(errors)


def _expectation(rule: Rule) -> Any:
    meta = {"rule": rule.id}
    match rule.kind:
        case "not_null":
            return gxe.ExpectColumnValuesToNotBeNull(column="value", severity=rule.severity, meta=meta)
        case "not_empty":
            return gxe.ExpectColumnValueLengthsToBeBetween(
                column="value", min_value=1, severity=rule.severity, meta=meta
            )
        case "values":
            return gxe.ExpectColumnValuesToBeInSet(
                column="value", value_set=list(rule.values), severity=rule.severity, meta=meta
            )
        case "pattern":
            # (?s) is left to the pattern; \A and \Z because $ would let a newline at the end pass.
            return gxe.ExpectColumnValuesToMatchRegex(
                column="value", regex=rf"\A(?:{rule.pattern})\Z", severity=rule.severity, meta=meta
            )
        case "range":
            return gxe.ExpectColumnValuesToBeBetween(
                column="value",
                min_value=rule.minimum,
                max_value=rule.maximum,
                severity=rule.severity,
                meta=meta,
            )
        case "unique":
            return gxe.ExpectColumnValuesToBeBetween(
                column="repeats", max_value=1, severity=rule.severity, meta=meta
            )


def _sample(
    connection: duckdb.DuckDBPyConnection, rule: Rule, values: _Values, outcome: _Outcome
) -> tuple[Row, ...]:
    """Some of the rows whose value fails, by their keys."""
    names = dict.fromkeys((*TABLES[rule.table].primary_key, rule.column))
    columns = ", ".join(f'"{name}"' for name in names)
    connection.register("failing", pa.concat_tables(outcome.failing_values))
    try:
        failing = f"EXISTS (FROM failing WHERE value IS NOT DISTINCT FROM {values.expression})"
        return rows(connection, f"FROM {values.source} SELECT {columns} WHERE {failing}")
    finally:
        connection.unregister("failing")


def _result(
    connection: duckdb.DuckDBPyConnection, rule: Rule, values: _Values, outcome: _Outcome
) -> CheckResult:
    return CheckResult(
        id=rule.id,
        severity=rule.severity,
        table=rule.table,
        column=rule.column,
        description=rule.description,
        passed=not outcome.failing_count,
        observed=counted(outcome.failing_count)
        if outcome.failing_count
        else f"none among {counted(outcome.seen, 'distinct value')}",
        expected=rule.expected,
        failing_count=outcome.failing_count,
        failing_rows=_sample(connection, rule, values, outcome) if outcome.failing_count else (),
    )
