"""Reads the checks in `sql/`: a heading of comments that says what must hold, and a query for what does not.

-- check: amounts.value_max.order          the id
-- severity: critical
-- table: amounts
-- column: value_max                       optional
-- says: The upper end of a range is ...   what must hold, in plain words
-- observed: SELECT ...                    optional: one value that is shown, pass or fail
-- expected: at most $limit                optional
SELECT ...                                 the rows that fail; $names are thresholds
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from importlib.resources import files
from typing import Any, cast

import yaml

from kamervragen.quality.report import Severity
from schemas import TABLES, ForeignKey, Table

_HEADING = re.compile(r"-- (check|severity|table|column|says|observed|expected): (.+)")
_SUBJECTS = ("sources", "documents", "segments", "questions", "notes", "references", "amounts")
# A small corpus may well have none of these; the other tables have critical checks of their own.
_MAY_BE_EMPTY = ("participants", "footnotes", "references", "amounts")


@dataclass(frozen=True, slots=True)
class Query:
    """One check: `sql` selects the rows that fail."""

    check: str
    severity: str
    table: str
    says: str
    sql: str
    column: str | None = None
    observed: str | None = None
    expected: str = "no such rows"

    @property
    def grade(self) -> Severity:
        """The severity, of which there are only two."""
        if self.severity not in ("critical", "warning"):
            raise ValueError(f"check {self.check}: {self.severity!r} is neither critical nor warning")
        return cast(Severity, self.severity)

    def filled(self, names: Mapping[str, str]) -> Query:
        """This query with the names in braces filled in."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(self, **{key: text and text.format_map(names) for key, text in given.items()})


def queries(tables: Mapping[str, Table] = TABLES) -> tuple[Query, ...]:
    """All checks of `sql/`: first those that return for many tables, then those of each subject."""
    families = {query.check: query for query in read("families")}
    return (*_of_families(families, tables), *(query for subject in _SUBJECTS for query in read(subject)))


def thresholds() -> dict[str, Any]:
    """From where on something is worth a warning (`thresholds.yaml`)."""
    raw = yaml.safe_load((files(__package__) / "thresholds.yaml").read_text(encoding="utf-8"))
    return cast("dict[str, Any]", raw)


def read(subject: str) -> Iterator[Query]:
    """The checks in one file of `sql/`, in order."""
    text = (files(__package__) / "sql" / f"{subject}.sql").read_text(encoding="utf-8")
    for block in re.split(r"^(?=-- check: )", text, flags=re.MULTILINE)[1:]:
        lines = block.rstrip().splitlines()
        headings = [_HEADING.fullmatch(line) for line in lines]
        given = {found[1]: found[2] for found in headings if found}
        sql = "\n".join(line for line, found in zip(lines, headings, strict=True) if not found)
        yield Query(sql=sql, **given)


def _of_families(families: Mapping[str, Query], tables: Mapping[str, Table]) -> Iterator[Query]:
    for table in tables.values():
        if len(table.primary_key) > 1:  # a key of one column is checked with the values of the column
            yield families["{table}.key"].filled(_names(table))
        for key in table.foreign_keys:
            yield families["{table}.{column}.resolves"].filled(_link(table, key))
            if _both_have_a_document(table, key, tables):
                yield families["{table}.{column}.same_document"].filled(_link(table, key))
        if "position" in table.column_names:
            yield families["{table}.position.counts"].filled(_names(table))
        for start, end in _spans(table):
            yield families["{table}.{start}.within"].filled({**_names(table), "start": start, "end": end})
        if table.name in ("questions", "answers", "footnotes"):
            yield families["{table}.text.clean"].filled(_names(table))
        if table.name in _MAY_BE_EMPTY:
            yield families["{table}.none"].filled(_names(table))


def _names(table: Table) -> dict[str, str]:
    key = ", ".join(table.primary_key)
    return {
        "table": table.name,
        "key": key,
        "key_is_whole": " AND ".join(f"{column} IS NOT NULL" for column in table.primary_key),
        "shown_key": key,
        "shown_row_key": ", ".join(f"here.{column}" for column in table.primary_key),
        # Where the position is part of the key, the key says that it occurs once.
        "each_once": "false" if "position" in table.primary_key else "true",
    }


def _link(table: Table, key: ForeignKey) -> dict[str, str]:
    (column,), (target_key,) = key.columns, key.references
    shown = [f'"{name}"' for name in table.primary_key if name != column]
    names = _names(table)
    return {
        **names,
        "column": column,
        "target": key.table,
        "target_key": target_key,
        "shown_key": ", ".join(shown) or "true AS found",
    }


def _both_have_a_document(table: Table, key: ForeignKey, tables: Mapping[str, Table]) -> bool:
    if key.table in ("documents", "sources"):
        return False
    return "document_id" in table.column_names and "document_id" in tables[key.table].column_names


def _spans(table: Table) -> Iterator[tuple[str, str]]:
    """Pairs of columns that give a stretch of the document; those of segments may be empty."""
    for start, end in (("start", "end"), ("marker_start", "marker_end")):
        if start in table.column_names and table.name != "segments":
            yield start, end
