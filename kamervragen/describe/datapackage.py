"""`datapackage.json`: Data Package, version 2 (https://datapackage.org/standard/data-package/).

A resource for each CSV file, with its table schema, and one for each Parquet file.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kamervragen.describe.facts import FileFacts, ReleaseFacts, TableFacts
from schemas import Column, ForeignKey

_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES = {
    "string": "string",
    "int64": "integer",
    "double": "number",
    "boolean": "boolean",
    "date": "date",
    "decimal": "number",
    "list<string>": "list",
}
_DIALECT = {
    "$schema": f"{_PROFILE}tabledialect.json",
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
}


def data_package(facts: ReleaseFacts) -> dict[str, Any]:
    """The descriptor of the whole package."""
    about = facts.about
    return {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": about.identifier,
        "id": facts.address,
        "title": about.title,
        "description": about.description,
        "homepage": about.address,
        "version": facts.version,
        "schemaVersion": facts.schema_version,
        "created": f"{facts.date}T00:00:00Z",
        "licenses": [
            {"name": about.licence.spdx, "path": about.licence.address, "title": about.licence.name}
        ],
        "contributors": [
            {
                "title": about.publisher.name,
                "path": about.publisher.address,
                "email": about.contact.email,
                "roles": ["publisher"],
            }
        ],
        "keywords": list(about.keywords),
        "resources": [
            *(_csv(table, table.csv, facts) for table in facts.tables if table.csv),
            *(_parquet(table) for table in facts.tables),
        ],
    }


def table_schema(table: TableFacts, facts: ReleaseFacts) -> dict[str, Any]:
    """The Table Schema of a table; keys to tables that the release does not hold are left out."""
    definition = table.table
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(column) for column in definition.columns],
        "primaryKey": list(definition.primary_key),
        # Null is printed as nothing at all. Where a column has no nulls, see the field, "" is an empty text.
        "missingValues": [""],
    }
    keys = [_foreign_key(key, definition.name) for key in definition.foreign_keys if facts.has(key.table)]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _csv(table: TableFacts, file: FileFacts, facts: ReleaseFacts) -> dict[str, Any]:
    return {
        "name": table.table.name,
        "type": "table",
        "title": table.table.title,
        "description": table.table.description,
        **_file(file, "csv", "text/csv"),
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": table_schema(table, facts),
    }


def _parquet(table: TableFacts) -> dict[str, Any]:
    return {
        "name": f"{table.table.name}-parquet",
        # Its types are in the file itself; the schema is that of the resource beside it.
        "type": "file",
        "title": f"{table.table.title} (Parquet)",
        "description": table.table.description,
        **_file(table.parquet, "parquet", "application/vnd.apache.parquet"),
    }


def _file(file: FileFacts, extension: str, media_type: str) -> dict[str, Any]:
    return {
        "path": file.path,
        "format": extension,
        "mediatype": media_type,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type]}
    if column.type == "list<string>":
        field |= {"delimiter": ";", "itemType": "string"}
    field["description"] = column.description
    if column.unit:
        field["unit"] = column.unit
    field["example"] = _plain(column.example)
    if not column.nullable and column.type in ("string", "list<string>"):
        field["missingValues"] = []
    constraints = _constraints(column)
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.type == "string" and column.pattern:
        constraints["pattern"] = column.pattern
    if column.type == "string" and column.values:
        constraints["enum"] = list(column.values)
    for name, bound in (("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            constraints[name] = _plain(bound)
    return constraints


def _foreign_key(key: ForeignKey, table: str) -> dict[str, Any]:
    reference: dict[str, Any] = {"fields": list(key.references)}
    if key.table != table:
        reference = {"resource": key.table, **reference}
    return {"fields": list(key.columns), "reference": reference}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
