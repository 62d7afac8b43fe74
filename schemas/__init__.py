"""The tables of a release: the only place where a column is defined.

`TABLES` maps the name of each table to its definition, read from the YAML files in `schemas/tables/`.
Arrow schemas (`schemas.arrow`), the data dictionary (`schemas.dictionary`), the headers of the CSV files
and the checks of a release are all made from it. `DERIVED_TABLES`, from `schemas/derived/`, are made from
those tables and say nothing new about the documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from schemas.model import DECIMAL_PRECISION, DECIMAL_SCALE, Column, ForeignKey, SchemaError, Table
from schemas.reading import check_foreign_keys, read_table

__all__ = [
    "DECIMAL_PRECISION",
    "DECIMAL_SCALE",
    "DERIVED_TABLES",
    "SCHEMA_VERSION",
    "TABLES",
    "Column",
    "ForeignKey",
    "SchemaError",
    "Table",
]

# Of the shape of the tables (semantic versioning), apart from the version of the data in a release.
SCHEMA_VERSION = "1.0.0"

_ORDER = (
    "sources",
    "documents",
    "participants",
    "questions",
    "answers",
    "question_answers",
    "footnotes",
    "references",
    "amounts",
    "segments",
)
_DERIVED = ("citations", "changes")


def _load(
    folder_name: str, order: tuple[str, ...], others: Mapping[str, Table] = MappingProxyType({})
) -> Mapping[str, Table]:
    folder = files("schemas") / folder_name
    unlisted = sorted({file.name for file in folder.iterdir()} - {f"{name}.yaml" for name in order})
    if unlisted:
        raise SchemaError(f"{unlisted[0]}: this file defines no table that schemas/__init__.py lists")
    tables = {name: read_table(folder / f"{name}.yaml") for name in order}
    check_foreign_keys({**others, **tables})
    return MappingProxyType(tables)


TABLES: Mapping[str, Table] = _load("tables", _ORDER)
DERIVED_TABLES: Mapping[str, Table] = _load("derived", _DERIVED, TABLES)
