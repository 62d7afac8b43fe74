"""Table definitions -> the data dictionary for people (`docs/data-dictionary.md`).

`python -m schemas.dictionary` writes it; `python -m schemas.dictionary --check` only says whether it is
up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from schemas import DECIMAL_PRECISION, DECIMAL_SCALE, DERIVED_TABLES, SCHEMA_VERSION, TABLES, Column, Table

PATH = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"

_INTRODUCTION = f"""\
# Data dictionary

What every column of a release means. Made from the definitions in `schemas/` by
`python -m schemas.dictionary`; do not edit it by hand. Version of the schema: {SCHEMA_VERSION}.

## How to read the files

- Each table is there twice with the same rows: `NAME.parquet` and `NAME.csv`.
- `start` and `end` count Unicode code points in `documents.text`, from 0, the end exclusive. For every row
  of footnotes, references, amounts and segments, `documents.text[start:end]` is exactly what the row was
  read from.
- Absent is null: never an empty string, never a guess.
- Ids stay the same in later releases, whatever else is added to them.
- Rows stand in the order of the columns named under "sorted by".

### CSV

[RFC 4180](https://www.rfc-editor.org/rfc/rfc4180): comma, `CRLF` after each line, a header line, UTF-8
without byte order mark. Every text is quoted and a quote inside is doubled; texts may hold line breaks.

| value | in CSV |
|---|---|
| null | nothing at all, without quotes |
| empty text | `""` |
| list | the items joined by `;` in one quoted text; an empty list is `""`. No item is empty or holds a `;` |
| boolean | `true`, `false` |
| date | `2024-11-21` |
| decimal | plain digits with a point: `2400000.000000` |

**Cells that begin with `=`, `+`, `-` or `@` stand as they were printed.** The files are data and are not
altered to suit a spreadsheet, which may take such a cell for a formula. Load them with a data tool, or
import the text columns as text.

### Types

| type | in Parquet | meaning |
|---|---|---|
| string | string | text |
| int64 | int64 | whole number |
| double | double | number |
| boolean | bool | true or false |
| date | date32 | day, without a time |
| decimal | decimal128({DECIMAL_PRECISION}, {DECIMAL_SCALE}) | exact number with {DECIMAL_SCALE} decimals |
| `list<string>` | `list<string>` | texts in order |
"""


_DERIVED = """\
Made from these, and saying nothing new about the documents:
"""


def render() -> str:
    """The whole data dictionary, in Markdown."""
    parts = [
        _INTRODUCTION,
        "## Tables\n",
        _contents(TABLES.values()),
        _DERIVED,
        _contents(DERIVED_TABLES.values()),
    ]
    parts += [_section(table) for table in (*TABLES.values(), *DERIVED_TABLES.values())]
    return "\n".join(parts)


def _contents(tables: Iterable[Table]) -> str:
    return "".join(f"- [`{table.name}`](#{table.name}): {table.title}\n" for table in tables)


def _section(table: Table) -> str:
    lines = [f"## `{table.name}`", "", f"**{table.title}.** {table.description}", ""]
    lines.append(f"- Primary key: {_code(table.primary_key)}")
    lines.append(f"- Sorted by: {_code(table.sorted_by)}")
    lines += [f"- {_code(key.columns)} → {_code(key.references, key.table)}" for key in table.foreign_keys]
    lines += ["", "| column | type | null | meaning | example |", "|---|---|---|---|---|"]
    lines += [_row(column) for column in table.columns]
    for column in table.columns:
        if column.values:
            lines += ["", f"Values of `{column.name}`:", ""]
            lines += [f"- `{value}`: {meaning}" for value, meaning in column.values.items()]
    return "\n".join(lines) + "\n"


def _row(column: Column) -> str:
    null = "yes" if column.nullable else "no"
    cells = [f"`{column.name}`", f"`{column.type}`", null, _meaning(column), _inline_code(_example(column))]
    return "| " + " | ".join(cells) + " |"


def _meaning(column: Column) -> str:
    parts = [_escape(column.description)]
    if column.unit:
        parts.append(f"In {column.unit}.")
    if column.pattern:
        parts.append(f"Pattern: {_inline_code(column.pattern)}.")
    if column.minimum is not None and column.maximum is not None:
        parts.append(f"From {column.minimum} to {column.maximum}.")
    elif column.minimum is not None:
        parts.append(f"At least {column.minimum}.")
    elif column.maximum is not None:
        parts.append(f"At most {column.maximum}.")
    return " ".join(parts)


def _example(column: Column) -> str:
    example = column.example
    if isinstance(example, tuple):
        return ";".join(example)
    if isinstance(example, bool):
        return str(example).lower()
    if isinstance(example, date):
        return example.isoformat()
    if isinstance(example, Decimal):
        return f"{example:f}"
    return str(example)


def _code(names: tuple[str, ...], table: str | None = None) -> str:
    prefix = f"{table}." if table else ""
    return ", ".join(f"`{prefix}{name}`" for name in names)


def _inline_code(text: str) -> str:
    return "`" + text.replace("\n", "↵").replace("|", "\\|") + "`"


def _escape(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def main(arguments: list[str]) -> int:
    """Write the dictionary, or with --check compare it; returns an exit status."""
    if arguments == ["--check"]:
        current = PATH.read_text(encoding="utf-8") if PATH.is_file() else ""
        if current == render():
            return 0
        print(f"{PATH.name} is out of date: run python -m schemas.dictionary", file=sys.stderr)
        return 1
    if arguments:
        print("usage: python -m schemas.dictionary [--check]", file=sys.stderr)
        return 2
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(render(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
