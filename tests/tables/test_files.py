"""The two files of a table hold the same rows, in bytes that depend on the rows alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.tables import csv_path, files, parquet_path, read_table, write_table
from schemas import TABLES, Column, Table
from schemas.arrow import arrow_schema

COLUMNS = (
    Column("key", "int64", False, "Key.", 1),
    Column("text", "string", True, "Text.", "a"),
    Column("items", "list<string>", True, "Items.", ("a",)),
    Column("value", "decimal", True, "Value.", Decimal(1)),
    Column("share", "double", True, "Share.", 0.5),
    Column("known", "boolean", True, "Known.", True),
    Column("day", "date", True, "Day.", date(2024, 1, 1)),
)
TABLE = Table("things", "Things", "One row per thing.", ("key",), ("key",), COLUMNS)
SCHEMA = arrow_schema(TABLE)


def rows_to_batches(rows: list[dict[str, Any]], sizes: Iterable[int] = ()) -> list[pa.RecordBatch]:
    """The rows in batches of the given sizes, and what is left in one more."""
    batch = pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    batches, start = [], 0
    for size in sizes:
        batches.append(batch.slice(start, size))
        start += size
    return [*batches, batch.slice(start)]


def read_csv_strictly(content: bytes) -> list[list[str | None]]:
    """The records of an RFC 4180 file: null where nothing stands, "" where two quotes stand.

    Written for these tests after the grammar of the standard, so that no other reader's leniency helps.
    """
    text = content.decode("utf-8")
    records: list[list[str | None]] = []
    record: list[str | None] = []
    position = 0
    while position < len(text):
        if text[position] == '"':
            end = position + 1
            pieces = []
            while True:
                quote = text.index('"', end)
                pieces.append(text[end:quote])
                end = quote + 1
                if text[end : end + 1] != '"':
                    break
                pieces.append('"')
                end += 1
            record.append("".join(pieces))
        else:
            end = position
            while text[end] not in ',"\r\n':
                end += 1
            record.append(text[position:end] or None)
        if text[end] == ",":
            position = end + 1
            if text.startswith("\r\n", position):
                record.append(None)
                position += 2
                records.append(record)
                record = []
        else:
            assert text[end : end + 2] == "\r\n", f"a cell is followed by {text[end : end + 2]!r}"
            position = end + 2
            records.append(record)
            record = []
    assert not record
    return records


def as_printed(value: Any) -> str | None:
    """What stands in CSV for a value of Parquet."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


HOSTILE = st.text(st.sampled_from('"\r\n,;=+-@\t\0\ufeff aé€😀\u2028'), max_size=8) | st.text(max_size=8)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "key": st.integers(-(2**63), 2**63 - 1),
            "text": st.none() | HOSTILE,
            "items": st.none() | st.lists(st.text(st.characters(exclude_characters=";"), min_size=1)),
            "value": st.none()
            | st.decimals(Decimal(-(10**19)), Decimal(10**19), places=6, allow_nan=False).map(
                lambda value: value.quantize(Decimal("0.000001"))
            ),
            "share": st.none() | st.floats(allow_nan=False, allow_infinity=False),
            "known": st.none() | st.booleans(),
            "day": st.none() | st.dates(),
        }
    ),
    max_size=12,
).map(lambda rows: [row for row in rows if encodable(row)])


def encodable(row: dict[str, Any]) -> bool:
    """False for lone surrogates, which no UTF-8 file can hold (decoded raw files have none)."""
    try:
        "".join([row["text"] or "", *(row["items"] or [])]).encode()
    except UnicodeEncodeError:
        return False
    return True


@given(ROWS)
@settings(max_examples=150)
def test_csv_and_parquet_hold_the_same_rows(rows: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert write_table(TABLE, rows_to_batches(rows), folder) == len(rows)
        stored = pq.ParquetFile(parquet_path(folder, "things")).read()
        assert stored.schema == SCHEMA
        assert stored.to_pylist() == rows
        header, *records = read_csv_strictly(csv_path(folder, "things").read_bytes())
        assert header == list(TABLE.column_names)
        for record, row in zip(records, rows, strict=True):
            printed = [as_printed(row[name]) for name in header if name]
            share = header.index("share")
            assert (
                record[share] is None if row["share"] is None else float(record[share] or "") == row["share"]
            )
            assert record[:share] + record[share + 1 :] == printed[:share] + printed[share + 1 :]


ROW = {
    "key": 1,
    "text": 'Hij zei: "ja"\r\nen ging, ; heen\rof\nniet',
    "items": ["2", "3a"],
    "value": Decimal("2400000"),
    "share": 0.5,
    "known": True,
    "day": date(2024, 11, 21),
}
NULLS = dict.fromkeys(TABLE.column_names) | {"key": 2}
EMPTY = NULLS | {"key": 3, "text": "", "items": []}
FORMULA = NULLS | {"key": 4, "text": "=1+1", "value": Decimal("-0.0915")}


def test_the_bytes_of_csv(tmp_path: Path) -> None:
    write_table(TABLE, rows_to_batches([ROW, NULLS, EMPTY, FORMULA]), tmp_path)
    assert csv_path(tmp_path, "things").read_bytes() == (
        b'"key","text","items","value","share","known","day"\r\n'
        b'1,"Hij zei: ""ja""\r\nen ging, ; heen\rof\nniet","2;3a",2400000.000000,0.5,true,2024-11-21\r\n'
        b"2,,,,,,\r\n"
        b'3,"","",,,,\r\n'
        b'4,"=1+1",,-0.091500,,,\r\n'
    )


def test_other_readers_read_the_same(tmp_path: Path) -> None:
    write_table(TABLE, rows_to_batches([ROW, NULLS, EMPTY, FORMULA]), tmp_path)
    path = csv_path(tmp_path, "things")
    expected = [ROW["text"], None, "", "=1+1"]
    records = list(csv.reader(io.StringIO(path.read_text("utf-8", errors="strict"), newline=""), strict=True))
    assert len(records) == 5
    options = pyarrow.csv.ConvertOptions(strings_can_be_null=True, quoted_strings_can_be_null=False)
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    table = pyarrow.csv.read_csv(path, convert_options=options, parse_options=parsing)
    assert table["text"].to_pylist() == expected
    texts = duckdb.connect().execute(
        "select text from read_csv($path, all_varchar = true)", {"path": str(path)}
    )
    # DuckDB takes the empty text for null, too; everything else must be there.
    assert [text or None for (text,) in texts.fetchall()] == [text or None for text in expected]


@pytest.mark.parametrize("items", [["1;2"], [""], ["1", ""], ["1", None]])
def test_a_list_that_csv_cannot_tell_apart_is_refused(tmp_path: Path, items: list[str | None]) -> None:
    with pytest.raises(ValueError, match=r"column 'items'.*cannot be written to CSV"):
        write_table(TABLE, rows_to_batches([ROW | {"items": items}]), tmp_path)


def test_a_null_where_none_may_be_is_refused(tmp_path: Path) -> None:
    batch = pa.RecordBatch.from_pylist(
        [ROW | {"key": None}], schema=pa.schema([f.with_nullable(True) for f in SCHEMA])
    )
    with pytest.raises(ValueError, match="'key' with null values"):
        write_table(TABLE, [batch], tmp_path)


def test_an_empty_table_has_a_header_and_a_schema(tmp_path: Path) -> None:
    assert write_table(TABLE, [], tmp_path) == 0
    assert csv_path(tmp_path, "things").read_bytes().startswith(b'"key","text"')
    assert pq.ParquetFile(parquet_path(tmp_path, "things")).read().schema == SCHEMA


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(1, 12), st.integers(1, 60))
def test_row_groups_do_not_depend_on_the_stream(sizes: list[int], most_rows: int, most_bytes: int) -> None:
    rows = [NULLS | {"key": key, "text": "é" * (key * 7 % 23)} for key in range(40)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_GROUP_ROWS", most_rows)
        patch.setattr(files, "_GROUP_BYTES", most_bytes)
        groups = list(files.row_groups(rows_to_batches(rows, sizes), SCHEMA))
        whole = list(files.row_groups(rows_to_batches(rows), SCHEMA))
    assert groups == whole
    assert pa.concat_tables(groups).to_pylist() == rows
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        sizes_in_bytes = [len((text or "").encode()) for text in group["text"].to_pylist()]
        assert group.num_rows <= most_rows
        assert group.num_rows == 1 or sum(sizes_in_bytes) <= most_bytes
        if following is not None and group.num_rows < most_rows:  # as full as can be
            assert sum(sizes_in_bytes) + len(following["text"][0].as_py().encode()) > most_bytes


def test_the_bytes_do_not_depend_on_the_stream(tmp_path: Path) -> None:
    rows = [NULLS | {"key": key, "text": f"tekst {key}"} for key in range(5000)]
    for name, sizes in (("one", []), ("many", [1, 700, 0, 2999])):
        (tmp_path / name).mkdir()
        write_table(TABLE, rows_to_batches(rows, sizes), tmp_path / name)
    for path in (parquet_path, csv_path):
        assert path(tmp_path / "one", "things").read_bytes() == path(tmp_path / "many", "things").read_bytes()


def test_parquet_says_how_it_is_sorted_and_nothing_that_changes(tmp_path: Path) -> None:
    write_table(TABLE, rows_to_batches([ROW]), tmp_path)
    with pq.ParquetFile(parquet_path(tmp_path, "things")) as file:
        group = file.metadata.row_group(0)
        assert [column.column_index for column in group.sorting_columns] == [0]
        assert {group.column(index).compression for index in range(group.num_columns)} == {"ZSTD"}
        assert set(file.metadata.metadata) == {b"ARROW:schema", *SCHEMA.metadata}
        assert file.read().schema.field("value").metadata[b"description"] == b"Value."


def test_reading_back(tmp_path: Path) -> None:
    folder = tmp_path / "year=2024"  # must not become a column
    folder.mkdir()
    rows = [{"question_id": "d/q/1", "answer_id": "d/a/1", "link": "direct", "document_id": "d"}]
    table = TABLES["question_answers"]
    write_table(table, [pa.RecordBatch.from_pylist(rows, schema=arrow_schema(table))], folder)
    assert read_table(folder, "question_answers").to_pylist() == rows
    assert read_table(folder, "question_answers").schema.equals(arrow_schema(table), check_metadata=True)


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no table 'vragen'"):
        read_table(tmp_path, "vragen")
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path, "questions")
