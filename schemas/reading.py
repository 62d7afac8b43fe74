"""YAML table definitions -> `Table`. Whatever is not understood is an error, never ignored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from typing import Any, cast

import yaml

from schemas.model import (
    COLUMN_TYPES,
    DECIMAL_SCALE,
    Bound,
    Column,
    ColumnType,
    Example,
    ForeignKey,
    SchemaError,
    Table,
)

TABLE_KEYS = ("name", "title", "description", "primary_key", "sorted_by", "columns")
COLUMN_KEYS = ("name", "type", "nullable", "description", "example")
FOREIGN_KEY_KEYS = ("columns", "table", "references")
TEXTUAL = ("string", "list<string>")
MEASURABLE = ("int64", "double", "decimal", "date")
NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")

# The C parser reads all definitions in some 20 ms, the Python one takes ten times as long.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Place:
    """Where in which file we are, for messages."""

    def __init__(self, file: str, path: str = "") -> None:
        self.file, self.path = file, path

    def at(self, key: str) -> _Place:
        return _Place(self.file, f"{self.path}.{key}" if self.path else key)

    def error(self, what: str) -> SchemaError:
        return SchemaError(f"{self.file}: {self.path or 'the file'}: {what}")


def read_table(file: Traversable) -> Table:
    """The table that one YAML file defines; SchemaError names the file and the key that is wrong."""
    place = _Place(file.name)
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        raise place.error(f"this is not YAML: {error}") from error
    given = _mapping(raw, place, TABLE_KEYS, ("foreign_keys",))
    table = Table(
        name=_name(given["name"], place.at("name")),
        title=_text(given["title"], place.at("title")),
        description=_text(given["description"], place.at("description")),
        primary_key=_names(given["primary_key"], place.at("primary_key")),
        sorted_by=_names(given["sorted_by"], place.at("sorted_by")),
        columns=_columns(given["columns"], place.at("columns")),
        foreign_keys=_foreign_keys(given.get("foreign_keys", []), place.at("foreign_keys")),
    )
    if file.name != f"{table.name}.yaml":
        raise place.at("name").error(f"the file of table {table.name!r} must be called {table.name}.yaml")
    _check_table(table, place)
    return table


def check_foreign_keys(tables: Mapping[str, Table]) -> None:
    """Every foreign key points to the primary key of a table that exists; else SchemaError."""
    for table in tables.values():
        for index, key in enumerate(table.foreign_keys):
            place = _Place(f"{table.name}.yaml", f"foreign_keys[{index}]")
            if key.table not in tables:
                raise place.at("table").error(f"there is no table {key.table!r}")
            if key.references != tables[key.table].primary_key:
                raise place.at("references").error(f"this is not the primary key of {key.table!r}")


def _columns(raw: Any, place: _Place) -> tuple[Column, ...]:
    if not isinstance(raw, list) or not raw:
        raise place.error("a list of columns is expected")
    columns: list[Column] = []
    for index, item in enumerate(raw):
        name = item.get("name") if isinstance(item, dict) else None
        columns.append(_column(item, place.at(str(name or index))))
    names = [column.name for column in columns]
    for name in names:
        if names.count(name) > 1:
            raise place.at(name).error("this column is defined twice")
    return tuple(columns)


def _column(raw: Any, place: _Place) -> Column:
    optional = ("unit", "pattern", "values", "minimum", "maximum")
    given = _mapping(raw, place, COLUMN_KEYS, optional)
    kind = given["type"]
    if kind not in COLUMN_TYPES:
        raise place.at("type").error(f"{kind!r} is not one of {', '.join(COLUMN_TYPES)}")
    if not isinstance(given["nullable"], bool):
        raise place.at("nullable").error("true or false is expected")
    for key, kinds in (
        ("pattern", TEXTUAL),
        ("values", TEXTUAL),
        ("minimum", MEASURABLE),
        ("maximum", MEASURABLE),
    ):
        if key in given and kind not in kinds:
            raise place.at(key).error(f"a column of type {kind} cannot have this")
    column = Column(
        name=_name(given["name"], place.at("name")),
        type=cast(ColumnType, kind),
        nullable=given["nullable"],
        description=_text(given["description"], place.at("description")),
        example=_example(given["example"], kind, place.at("example")),
        unit=_text(given["unit"], place.at("unit")) if "unit" in given else None,
        pattern=_pattern(given["pattern"], place.at("pattern")) if "pattern" in given else None,
        values=_values(given["values"], place.at("values")) if "values" in given else {},
        minimum=cast(Bound, _scalar(given["minimum"], kind, place.at("minimum")))
        if "minimum" in given
        else None,
        maximum=cast(Bound, _scalar(given["maximum"], kind, place.at("maximum")))
        if "maximum" in given
        else None,
    )
    _check_example(column, place.at("example"))
    return column


def _foreign_keys(raw: Any, place: _Place) -> tuple[ForeignKey, ...]:
    if not isinstance(raw, list):
        raise place.error("a list is expected")
    keys = []
    for index, item in enumerate(raw):
        here = place.at(str(index))
        given = _mapping(item, here, FOREIGN_KEY_KEYS, ())
        keys.append(
            ForeignKey(
                columns=_names(given["columns"], here.at("columns")),
                table=_name(given["table"], here.at("table")),
                references=_names(given["references"], here.at("references")),
            )
        )
    return tuple(keys)


def _check_table(table: Table, place: _Place) -> None:
    lists = [("primary_key", table.primary_key), ("sorted_by", table.sorted_by)]
    lists += [(f"foreign_keys.{i}.columns", key.columns) for i, key in enumerate(table.foreign_keys)]
    for key, names in lists:
        for name in names:
            if name not in table.column_names:
                raise place.at(key).error(f"there is no column {name!r}")
    for name in table.primary_key:
        if table.column(name).nullable:
            raise place.at("primary_key").error(f"column {name!r} may not be nullable")


def _check_example(column: Column, place: _Place) -> None:
    items = column.example if isinstance(column.example, tuple) else (column.example,)
    for item in items:
        if column.values and item not in column.values:
            raise place.error(f"{item!r} is not one of the values")
        if column.pattern and not re.fullmatch(column.pattern, str(item)):
            raise place.error(f"{item!r} does not match the pattern")
    bounds = (column.minimum, column.maximum)
    low, high = ((bound if bound is not None else column.example) for bound in bounds)
    if bounds != (None, None) and not low <= column.example <= high:  # type: ignore[operator] # one type, checked above
        raise place.error("the example lies outside minimum and maximum")


def _mapping(raw: Any, place: _Place, needed: tuple[str, ...], optional: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise place.error("a mapping of keys to values is expected")
    for key in raw:
        if key not in needed and key not in optional:
            known = ", ".join((*needed, *optional))
            raise place.at(str(key)).error(f"unknown key (known: {known})")
    for key in needed:
        if key not in raw:
            raise place.at(key).error("this key is missing")
    return raw


def _text(raw: Any, place: _Place) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise place.error("a text is expected")
    return raw.strip()


def _name(raw: Any, place: _Place) -> str:
    if not isinstance(raw, str) or not NAME.fullmatch(raw):
        raise place.error(f"{raw!r} is not a name: lower-case letters, digits and _ are expected")
    return raw


def _names(raw: Any, place: _Place) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise place.error("a list of names is expected")
    return tuple(_name(item, place) for item in raw)


def _pattern(raw: Any, place: _Place) -> str:
    pattern = _text(raw, place)
    try:
        re.compile(pattern)
    except re.error as error:
        raise place.error(f"not a regular expression: {error}") from error
    return pattern


def _values(raw: Any, place: _Place) -> dict[str, str]:
    if not isinstance(raw, dict) or not raw:
        raise place.error("a mapping of values to their meanings is expected")
    return {_text(value, place): _text(meaning, place.at(str(value))) for value, meaning in raw.items()}


def _example(raw: Any, kind: str, place: _Place) -> Example:
    if kind != "list<string>":
        return _scalar(raw, kind, place)
    if not isinstance(raw, list) or not raw or not all(isinstance(item, str) for item in raw):
        raise place.error("a list of texts is expected")
    return tuple(raw)


def _scalar(raw: Any, kind: str, place: _Place) -> str | int | float | bool | date | Decimal:
    if kind == "decimal":
        return _decimal(raw, place)
    wanted = {"string": str, "int64": int, "double": float, "boolean": bool, "date": date}[kind]
    if type(raw) is not wanted:  # a date and time is no date, and true is no 1
        raise place.error(f"{raw!r} is not of type {kind}")
    return cast("str | int | float | bool | date", raw)


def _decimal(raw: Any, place: _Place) -> Decimal:
    try:
        number = Decimal(raw) if isinstance(raw, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or number != round(number, DECIMAL_SCALE):
        raise place.error(f"{raw!r} is not a decimal in quotes with at most {DECIMAL_SCALE} decimals")
    return number
