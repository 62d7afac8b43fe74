"""The table definitions themselves, and the errors that a wrong one gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kamervragen.header.names import _ministries, ministry_id
from schemas import SCHEMA_VERSION, TABLES, SchemaError
from schemas.reading import check_foreign_keys, read_table

# The columns that users were promised. Others may follow them or stand between them; none may go.
PROMISED = {
    "sources": "source_path source_sha256 size_bytes encoding status reason document_id",
    "documents": "document_id source_path source_sha256 document_type publication_id session_year case_number"
    " title submitted_on answered_on days_to_answer question_count answer_count reference_count amount_count"
    " dialect confidence text",
    "participants": "participant_id document_id role position name party office ministry ministry_id"
    " on_behalf_of",
    "questions": "question_id document_id number number_printed position heading text start end confidence",
    "answers": "answer_id document_id position question_numbers text start end refers_to",
    "question_answers": "question_id answer_id link",
    "footnotes": "footnote_id document_id number text start end marker_start marker_end question_id"
    " answer_id",
    "references": "reference_id document_id question_id answer_id footnote_id part kind text start end"
    " target_id target_url target_document_id status dossier dossier_suffix number session_year article law"
    " page_from page_to",
    "amounts": "amount_id document_id question_id answer_id footnote_id part text start end value value_max"
    " currency currency_stated approximation period",
    "segments": "document_id position role start end question_id answer_id footnote_id",
}


def test_the_promised_tables_in_order() -> None:
    assert list(TABLES) == list(PROMISED)
    assert SCHEMA_VERSION == "1.0.0"


@pytest.mark.parametrize("name", PROMISED)
def test_the_promised_columns_in_order(name: str) -> None:
    promised = PROMISED[name].split()
    assert [column for column in TABLES[name].column_names if column in promised] == promised


def test_a_column_of_one_name_has_one_type_everywhere() -> None:
    types: dict[str, set[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            types.setdefault(column.name, set()).add(column.type)
    assert {name for name, found in types.items() if len(found) > 1} == set()


def test_tables_are_read_only() -> None:
    with pytest.raises(TypeError):
        TABLES["more"] = TABLES["sources"]
    with pytest.raises(AttributeError):
        TABLES["sources"].name = "other"


def definition() -> dict[str, Any]:
    """A small right definition, to be spoilt in one place."""
    return {
        "name": "things",
        "title": "Things",
        "description": "One row per thing.",
        "primary_key": ["thing_id"],
        "sorted_by": ["thing_id"],
        "columns": [
            {"name": "thing_id", "type": "string", "nullable": False, "description": "Id.", "example": "t1"},
            {"name": "size", "type": "int64", "nullable": True, "description": "Size.", "example": 3},
            {
                "name": "price",
                "type": "decimal",
                "nullable": True,
                "description": "Price.",
                "example": "1.50",
                "minimum": "0.00",
            },
        ],
    }


def write(folder: Path, content: Any, name: str = "things.yaml") -> Path:
    file = folder / name
    text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_right_definition_is_read(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, definition()))
    assert table.column_names == ("thing_id", "size", "price")
    assert table.column("size").nullable
    assert str(table.column("price").example) == "1.50"


Spoiler = Callable[[dict[str, Any]], Any]


def _set(key: str, value: Any) -> Spoiler:
    return lambda table: table.update({key: value})


def _set_column(index: int, key: str, value: Any) -> Spoiler:
    return lambda table: table["columns"][index].update({key: value})


@pytest.mark.parametrize(
    ("spoil", "key", "complaint"),
    [
        pytest.param(_set("colour", "red"), "colour", "unknown key", id="unknown table key"),
        pytest.param(lambda t: t.pop("title"), "title", "missing", id="missing table key"),
        pytest.param(_set("title", " "), "title", "a text is expected", id="empty text"),
        pytest.param(_set("name", "Things!"), "name", "is not a name", id="bad name"),
        pytest.param(_set("name", "others"), "name", "must be called others.yaml", id="other file name"),
        pytest.param(_set("columns", {}), "columns", "a list of columns", id="no list of columns"),
        pytest.param(_set("columns", [3]), "columns.0", "a mapping", id="column is no mapping"),
        pytest.param(_set("primary_key", ["id"]), "primary_key", "no column 'id'", id="key not a column"),
        pytest.param(_set("primary_key", ["size"]), "primary_key", "may not be nullable", id="nullable key"),
        pytest.param(_set("sorted_by", ["date"]), "sorted_by", "no column 'date'", id="sorted by no column"),
        pytest.param(_set("foreign_keys", 1), "foreign_keys", "a list is expected", id="no list of keys"),
        pytest.param(
            _set("foreign_keys", [{"columns": ["x"], "table": "y", "references": ["z"]}]),
            "foreign_keys.0.columns",
            "no column 'x'",
            id="foreign key on no column",
        ),
        pytest.param(_set_column(1, "unique", True), "columns.size.unique", "unknown key", id="unknown key"),
        pytest.param(_set_column(1, "type", "int32"), "columns.size.type", "not one of", id="unknown type"),
        pytest.param(
            _set_column(1, "nullable", "no"), "columns.size.nullable", "true or false", id="nullable"
        ),
        pytest.param(
            _set_column(1, "example", True), "columns.size.example", "type int64", id="true is no 1"
        ),
        pytest.param(_set_column(1, "minimum", 4), "columns.size.example", "outside", id="example too small"),
        pytest.param(_set_column(1, "values", {"a": "b"}), "columns.size.values", "cannot have", id="values"),
        pytest.param(
            _set_column(0, "values", ["a"]), "columns.thing_id.values", "meanings", id="list of values"
        ),
        pytest.param(
            _set_column(0, "values", {"a": "b"}), "columns.thing_id.example", "not one", id="example"
        ),
        pytest.param(
            _set_column(0, "pattern", "t(1"), "columns.thing_id.pattern", "expression", id="pattern"
        ),
        pytest.param(_set_column(0, "pattern", "t"), "columns.thing_id.example", "match", id="no match"),
        pytest.param(_set_column(1, "name", "thing_id"), "columns.thing_id", "defined twice", id="twice"),
        pytest.param(
            _set_column(2, "example", 1.5), "columns.price.example", "in quotes", id="float for money"
        ),
        pytest.param(
            _set_column(2, "example", "0.0000005"), "columns.price.example", "6 decimals", id="too fine"
        ),
    ],
)
def test_a_wrong_definition_names_file_and_key(
    tmp_path: Path, spoil: Spoiler, key: str, complaint: str
) -> None:
    table = definition()
    spoil(table)
    with pytest.raises(SchemaError) as error:
        read_table(write(tmp_path, table))
    assert str(error.value).startswith(f"things.yaml: {key}: ")
    assert complaint in str(error.value)


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "text"])
def test_a_file_that_holds_no_mapping(tmp_path: Path, text: str) -> None:
    with pytest.raises(SchemaError, match=r"things\.yaml"):
        read_table(write(tmp_path, text))


@pytest.mark.parametrize(
    ("key", "complaint"),
    [
        ({"columns": ["thing_id"], "table": "others", "references": ["id"]}, "no table 'others'"),
        ({"columns": ["thing_id"], "table": "things", "references": ["size"]}, "not the primary key"),
    ],
)
def test_a_foreign_key_that_leads_nowhere(tmp_path: Path, key: dict[str, Any], complaint: str) -> None:
    table = read_table(write(tmp_path, definition() | {"foreign_keys": [key]}))
    with pytest.raises(SchemaError, match=complaint):
        check_foreign_keys({"things": table})


def test_every_identifier_that_the_reader_may_give_a_ministry_is_allowed() -> None:
    pattern = TABLES["participants"].column("ministry_id").pattern
    assert pattern is not None
    given = {
        ministry_id(row.name, day)
        for row in _ministries()
        for day in (row.first, row.last, date(2014, 1, 1), date(2025, 1, 1))
    } - {None}
    assert len(given) > 20
    assert sorted(one for one in given if not re.fullmatch(pattern, str(one))) == []
