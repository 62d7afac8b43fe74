"""Table definitions -> Arrow schemas, with what each column means in the field metadata."""

from __future__ import annotations

import pyarrow as pa

from schemas import DECIMAL_PRECISION, DECIMAL_SCALE, SCHEMA_VERSION, Column, Table

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "decimal": pa.decimal128(DECIMAL_PRECISION, DECIMAL_SCALE),
    # "element" is what Parquet calls it. It stays nullable: many Arrow functions do not take lists otherwise.
    "list<string>": pa.list_(pa.field("element", pa.string())),
}


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table: types, nullability, descriptions; nothing that changes by run."""
    return pa.schema(
        [_field(column) for column in table.columns],
        metadata={
            "table": table.name,
            "title": table.title,
            "description": table.description,
            "primary_key": ", ".join(table.primary_key),
            "schema_version": SCHEMA_VERSION,
        },
    )


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.description}
    if column.unit:
        metadata["unit"] = column.unit
    return pa.field(column.name, ARROW_TYPES[column.type], nullable=column.nullable, metadata=metadata)
