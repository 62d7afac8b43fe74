"""Whether the text of a row is exactly what stands at its place in the document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow.parquet as pq

from kamervragen.quality.report import SAMPLE_ROWS, CheckResult, Row, counted, shown

_TABLES = {"references": "reference_id", "amounts": "amount_id"}
# Texts (8 kB on average) and rows that are in memory at once.
_BATCH_DOCUMENTS = 200
_BATCH_ROWS = 10_000
_READ_BYTES = 1 << 20

# Every row with a place in a document, in the order in which the documents lie in their file.
_SPANS = """
SELECT place.file_row_number, spans.*
FROM ({rows}) AS spans
JOIN (SELECT document_id, file_row_number FROM read_parquet($documents, file_row_number = true)) AS place
  USING (document_id)
JOIN (SELECT document_id, text_length FROM documents) USING (document_id)
WHERE text <> '' AND 0 <= start AND start <= "end" AND "end" <= text_length
ORDER BY ALL
"""
_ROWS = 'SELECT \'{table}\' AS "table", {key} AS id, document_id, start, "end", text FROM "{table}"'


class _Span(NamedTuple):  # quicker to make than a dataclass, and there are many
    place: int
    table: str
    id: str | None
    document_id: str
    start: int
    end: int
    text: str


def check_spans(connection: duckdb.DuckDBPyConnection, directory: Path) -> tuple[CheckResult, ...]:
    """`text` is `documents.text[start:end]`, for references and amounts.

    In Python and not in SQL: `substring` walks through the document for each row, which takes for ever in a
    document of megabytes with an amount on every line; a Python string knows its code points by number.
    Rows without a text, or outside the document, are left to the checks of those columns.
    """
    documents = directory / "documents.parquet"
    texts = _Texts(documents)
    counts = dict.fromkeys(_TABLES, 0)
    wrong: dict[str, list[Row]] = {table: [] for table in _TABLES}
    for span in _spans(connection, documents):
        printed = texts.at(span.place)[span.start : span.end]
        if printed != span.text:
            counts[span.table] += 1
            if len(wrong[span.table]) < SAMPLE_ROWS:
                wrong[span.table].append(_row(span, printed))
    return tuple(_result(table, counts[table], wrong[table]) for table in _TABLES)


class _Texts:
    """The texts of the documents by their place in the file; places are asked for in ascending order."""

    def __init__(self, path: Path) -> None:
        file = pq.ParquetFile(path, buffer_size=_READ_BYTES, pre_buffer=False)
        self._batches: Iterator[Any] = file.iter_batches(batch_size=_BATCH_DOCUMENTS, columns=["text"])
        self._batch: Any = ()
        self._first = 0
        self._place = -1
        self._text = ""

    def at(self, place: int) -> str:
        if place != self._place:
            while place >= self._first + len(self._batch):
                self._first += len(self._batch)
                self._batch = next(self._batches)
            self._place = place
            self._text = self._batch.column(0)[place - self._first].as_py() or ""
        return self._text


def _spans(connection: duckdb.DuckDBPyConnection, documents: Path) -> Iterator[_Span]:
    query = _SPANS.format(
        rows=" UNION ALL ".join(_ROWS.format(table=table, key=key) for table, key in _TABLES.items())
    )
    cursor = connection.execute(query, {"documents": str(documents)})
    while found := cursor.fetchmany(_BATCH_ROWS):
        yield from (_Span(*row) for row in found)


def _row(span: _Span, printed: str) -> Row:
    return {
        _TABLES[span.table]: span.id,
        "document_id": span.document_id,
        "start": span.start,
        "end": span.end,
        "text": shown(span.text),
        "text_in_document": shown(printed),
    }


def _result(table: str, failing: int, wrong: list[Row]) -> CheckResult:
    return CheckResult(
        id=f"{table}.text.printed",
        severity="critical",
        table=table,
        column="text",
        description=f"The text of a row of {table} is documents.text from start to end.",
        passed=not failing,
        observed=counted(failing) if failing else "none",
        expected="no rows with another text",
        failing_count=failing,
        failing_rows=tuple(wrong),
    )
