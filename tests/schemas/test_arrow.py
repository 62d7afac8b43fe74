"""Arrow schemas are the table definitions, and carry nothing that changes from run to run."""

import pyarrow as pa
import pytest

from schemas import SCHEMA_VERSION, TABLES
from schemas.arrow import arrow_schema


@pytest.mark.parametrize("name", TABLES)
def test_columns_nullability_and_descriptions(name: str) -> None:
    table = TABLES[name]
    schema = arrow_schema(table)
    assert schema.names == list(table.column_names)
    for field, column in zip(schema, table.columns, strict=True):
        assert field.nullable == column.nullable
        assert field.metadata[b"description"].decode() == column.description
        assert field.metadata.get(b"unit") == (column.unit.encode() if column.unit else None)


@pytest.mark.parametrize("name", TABLES)
def test_examples_can_be_stored(name: str) -> None:
    table = TABLES[name]
    row = {column.name: column.example for column in table.columns}
    row |= {column.name: list(row[column.name]) for column in table.columns if column.type == "list<string>"}
    stored = pa.Table.from_pylist([row], schema=arrow_schema(table))
    stored.validate(full=True)
    assert stored.to_pylist() == [row]


def test_types() -> None:
    amounts = arrow_schema(TABLES["amounts"])
    assert amounts.field("value").type == pa.decimal128(26, 6)
    assert amounts.field("start").type == pa.int64()
    assert amounts.field("currency_stated").type == pa.bool_()
    assert arrow_schema(TABLES["documents"]).field("submitted_on").type == pa.date32()
    assert arrow_schema(TABLES["documents"]).field("confidence").type == pa.float64()
    numbers = arrow_schema(TABLES["answers"]).field("question_numbers").type
    assert pa.types.is_list(numbers)
    assert numbers.value_type == pa.string()


def test_metadata_of_the_table_are_fixed() -> None:
    metadata = arrow_schema(TABLES["question_answers"]).metadata
    assert set(metadata) == {b"table", b"title", b"description", b"primary_key", b"schema_version"}
    assert metadata[b"primary_key"] == b"question_id, answer_id"
    assert metadata[b"schema_version"].decode() == SCHEMA_VERSION
