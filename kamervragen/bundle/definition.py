"""Table definitions -> SQL for SQLite, and the tables that tell what the columns mean."""

from __future__ import annotations

from collections.abc import Iterator

from schemas import TABLES, Column, Table

_TYPES = {
    "string": "text",
    "int64": "integer",
    "double": "real",
    "boolean": "boolean",
    "date": "date",
    "decimal": "numeric",
    "list<string>": "text",
}

# What a reader wants to look rows up by, beside the keys.
_LOOKED_UP = {
    "documents": ("publication_id", "case_number", "answered_on"),
    "participants": ("name", "party", "ministry_id"),
    "references": ("kind", "target_id"),
    "amounts": ("value",),
}

# Rows hardly larger than their key, in the order of their key, are kept in its index alone: a second copy of
# the keys would be a twentieth of the file.
_WITHOUT_ROWID = ("segments",)

INFORMATION = (
    "create table about_release (version text not null primary key, schema_version text not null)",
    "create table about_tables (table_name text not null primary key, title text not null,"
    " description text not null)",
    "create table about_columns (table_name text not null references about_tables (table_name),"
    " column_name text not null, position integer not null, type text not null, nullable boolean not null,"
    " description text not null, unit text, primary key (table_name, column_name))",
    "create table about_values (table_name text not null, column_name text not null, value text not null,"
    " meaning text not null, primary key (table_name, column_name, value),"
    " foreign key (table_name, column_name) references about_columns (table_name, column_name))",
)


def quoted(name: str) -> str:
    """A name as SQL wants it: `references` and `end` are words of the language."""
    return f'"{name}"'


def create_table(table: Table) -> str:
    """The definition of a table, with a comment for each column."""
    parts = [_column(column) for column in table.columns]
    parts.append((f"primary key ({_names(table.primary_key)})", ""))
    for key in table.foreign_keys:
        target = f"{quoted(key.table)} ({_names(key.references)})"
        parts.append((f"foreign key ({_names(key.columns)}) references {target}", ""))
    lines = [
        f"  {sql}{',' if place < len(parts) else ''}{f' -- {comment}' if comment else ''}"
        for place, (sql, comment) in enumerate(parts, start=1)
    ]
    end = ") without rowid" if table.name in _WITHOUT_ROWID else ")"
    return "\n".join([f"create table {quoted(table.name)} ( -- {_line(table.description)}", *lines, end])


def indexes(table: Table) -> Iterator[str]:
    """An index for each foreign key that the primary key does not serve, and for what is looked up often.

    Nobody looks up what is not there: an index of a column with nulls leaves them out.
    """
    wanted = [key.columns for key in table.foreign_keys]
    wanted += [(name,) for name in _LOOKED_UP.get(table.name, ())]
    for columns in dict.fromkeys(wanted):
        if columns != table.primary_key[: len(columns)]:
            name = quoted("_".join((table.name, *columns)))
            there = [f"{quoted(column)} is not null" for column in columns if table.column(column).nullable]
            where = f" where {' and '.join(there)}" if there else ""
            yield f"create index {name} on {quoted(table.name)} ({_names(columns)}){where}"


def information() -> dict[str, list[tuple[str | int | None, ...]]]:
    """The rows of the tables that tell what the others mean, by table."""
    tables = list(TABLES.values())
    return {
        "about_tables": [(table.name, table.title, table.description) for table in tables],
        "about_columns": [
            (table.name, c.name, place, c.type, int(c.nullable), c.description, c.unit)
            for table in tables
            for place, c in enumerate(table.columns, start=1)
        ],
        "about_values": [
            (table.name, column.name, value, meaning)
            for table in tables
            for column in table.columns
            for value, meaning in column.values.items()
        ],
    }


def _column(column: Column) -> tuple[str, str]:
    null = "" if column.nullable else " not null"
    return f"{quoted(column.name)} {_TYPES[column.type]}{null}", _line(column.description)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in columns)


def _line(text: str) -> str:
    return " ".join(text.split())
