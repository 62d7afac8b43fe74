"""Outside judges: validators and readers that others wrote agree with the descriptors and the files."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import mlcroissant
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pyshacl
import pytest
import rdflib
from frictionless import Package, system

from schemas import TABLES, Table
from tests.describe.conftest import VERSION

SHAPES = (
    "dcat-ap-SHACL.ttl",
    "dcat-ap-nl-SHACL.ttl",
    "dcat-ap-nl-SHACL-aanbevolen.ttl",
    "dcat-ap-nl-SHACL-klassebereik.ttl",
)
# What every reader of CSV is told: the types of the columns, as the data dictionary has them.
POLARS = {
    "string": polars.String,
    "int64": polars.Int64,
    "double": polars.Float64,
    "boolean": polars.Boolean,
    "date": polars.Date,
    "decimal": polars.Decimal(26, 6),
    "list<string>": polars.String,
}
DUCKDB = {"string": "VARCHAR", "int64": "BIGINT", "double": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE",
          "decimal": "DECIMAL(24,4)", "list<string>": "VARCHAR"}  # fmt: skip


def test_frictionless_finds_the_package_valid(release: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(release / "datapackage.json")).validate()
    assert report.flatten(["type", "title", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == 2 * len(TABLES)


def test_mlcroissant_validates_and_loads_the_records(release: Path) -> None:
    dataset = mlcroissant.Dataset(jsonld=str(release / "croissant.json"))
    assert dataset.metadata.issues.errors == set()
    # It would have versions be semantic ones, which are no names for the days that data are of.
    assert all("MAJOR.MINOR.PATCH" in warning for warning in dataset.metadata.issues.warnings)
    assert str(dataset.metadata.version) == VERSION
    for name in TABLES:
        loaded = list(dataset.records(record_set=name))
        assert len(loaded) == pq.read_metadata(release / f"{name}.parquet").num_rows
    first = next(iter(dataset.records(record_set="questions")))
    expected = pq.read_table(release / "questions.parquet").slice(0, 1).to_pylist()[0]
    assert first["questions/question_id"].decode() == expected["question_id"]
    assert first["questions/text"].decode() == expected["text"]


@pytest.mark.corpus
def test_the_official_shapes_of_dcat_find_nothing(release: Path, standards: Path) -> None:
    graph = rdflib.Graph().parse(release / "dcat.jsonld", format="json-ld")
    shapes = rdflib.Graph()
    for name in SHAPES:
        shapes.parse(standards / name)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=True, inference="none")
    assert conforms, text
    assert "Severity" not in text  # no warnings and no remarks either
    graph.remove((None, rdflib.DCAT.contactPoint, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


def test_cffconvert_finds_the_citation_valid(release: Path) -> None:
    # It needs an older jsonschema than ours and so an environment of its own, which costs a download.
    program = os.environ.get("KAMERVRAGEN_CFFCONVERT")
    if not program:
        pytest.skip("set KAMERVRAGEN_CFFCONVERT to the path of cffconvert, installed apart from this project")
    done = subprocess.run(
        [program, "--validate", "-i", "CITATION.cff"], cwd=release, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_csv_is_rfc_4180(release: Path, table: Table) -> None:
    content = (release / f"{table.name}.csv").read_bytes()
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    csv.field_size_limit(sys.maxsize)
    with (release / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert tuple(header) == table.column_names
    assert {len(row) for row in rows} <= {len(header)}
    assert len(rows) == pq.read_metadata(release / f"{table.name}.parquet").num_rows


def duckdb_parquet(path: Path, table: Table) -> pa.Table:
    return duckdb.read_parquet(str(path)).to_arrow_table()


def polars_parquet(path: Path, table: Table) -> pa.Table:
    return polars.read_parquet(path).to_arrow()


def pandas_parquet(path: Path, table: Table) -> pa.Table:
    return pa.Table.from_pandas(pandas.read_parquet(path, dtype_backend="pyarrow"), preserve_index=False)


def duckdb_csv(path: Path, table: Table) -> pa.Table:
    return duckdb.read_csv(
        str(path),
        columns={column.name: DUCKDB[column.type] for column in table.columns},
        header=True,
        delimiter=",",
        quotechar='"',
        escapechar='"',
        na_values="",
        allow_quoted_nulls=False,
        auto_detect=False,
        max_line_size=100_000_000,
    ).to_arrow_table()


def polars_csv(path: Path, table: Table) -> pa.Table:
    types = {column.name: POLARS[column.type] for column in table.columns}
    return polars.read_csv(path, schema=types).to_arrow()


def pandas_csv(path: Path, table: Table) -> pa.Table:
    # pandas takes "" and nothing for the same; by the data contract no text is empty, so both are null.
    types = {c.name: "boolean" if c.type == "boolean" else "Int64" if c.type == "int64" else "string"
             for c in table.columns}  # fmt: skip
    frame = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])  # type: ignore[call-overload]  # the stubs want literals
    return pa.Table.from_pandas(frame, preserve_index=False)


def rows(read: pa.Table, table: Table, in_csv: bool) -> list[tuple[object, ...]]:
    """The rows as Python values; types that readers render differently are brought to one."""
    columns = [
        [_value(value, table.columns[at].type, in_csv) for value in column.to_pylist()]
        for at, column in enumerate(read.select(list(table.column_names)).columns)
    ]
    return list(zip(*columns, strict=True))


def _value(value: object, kind: str, in_csv: bool) -> object:
    if value is None:
        return None
    if kind == "list<string>":
        return ";".join(value) if isinstance(value, list) else value
    if kind == "decimal":
        return Decimal(str(value))
    if kind == "double":
        return float(str(value))
    return str(value) if kind == "date" else value


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize(
    ("ending", "read"),
    [
        ("parquet", duckdb_parquet),
        ("parquet", polars_parquet),
        ("parquet", pandas_parquet),
        ("csv", duckdb_csv),
        ("csv", polars_csv),
        ("csv", pandas_csv),
    ],
)
def test_every_reader_reads_the_same_rows(
    release: Path, table: Table, ending: str, read: Callable[[Path, Table], pa.Table]
) -> None:
    expected = rows(pq.ParquetFile(release / f"{table.name}.parquet").read(), table, in_csv=False)
    assert expected
    if read is pandas_csv:
        expected = [tuple(None if value == "" else value for value in row) for row in expected]
    assert rows(read(release / f"{table.name}.{ending}", table), table, ending == "csv") == expected
