"""The table of changes says exactly what differs between two releases, and why."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from kamervragen.changes import CHANGES, counts, summarise, tell_changes, write_changes
from kamervragen.release.output import Release
from schemas import TABLES
from schemas.arrow import arrow_schema
from tests.changes.conftest import FIRST, SECOND, edit_folder
from tests.changes.plainly import compared
from tests.releasing import make_release

Pair = tuple[Release, Release]
Rows = list[dict[str, Any]]


def rows(path: Path) -> Rows:
    found: Rows = pq.ParquetFile(path).read().to_pylist()
    return found


def without_cause(found: Rows) -> Rows:
    return [{key: row[key] for key in ("table", "id", "change", "columns")} for row in found]


def test_the_first_release_has_an_empty_table_of_the_right_schema(releases: Pair) -> None:
    table = pq.ParquetFile(releases[0].folder / "changes.parquet").read()
    assert table.num_rows == 0
    assert table.schema.equals(arrow_schema(CHANGES))
    assert (releases[0].folder / "changes.csv").read_text().count("\n") == 1
    assert "first release" in (releases[0].folder / "CHANGES.md").read_text()


def test_every_difference_and_nothing_else(releases: Pair) -> None:
    first, second = (release.folder for release in releases)
    found = rows(second / "changes.parquet")
    expected = compared(first, second)
    assert without_cause(found) == expected
    assert {row["change"] for row in expected} == {"added", "removed", "changed"}
    assert {row["table"] for row in expected} == set(TABLES)
    assert {row["cause"] for row in found} == {"source"}  # by the same code


def test_the_other_way_round(releases: Pair, tmp_path: Path) -> None:
    first, second = (release.folder for release in releases)
    write_changes(second, first, tmp_path, same_code=True)
    assert without_cause(rows(tmp_path / "changes.parquet")) == compared(second, first)


def test_a_release_differs_in_nothing_from_itself(releases: Pair, tmp_path: Path) -> None:
    assert write_changes(releases[1].folder, releases[1].folder, tmp_path, same_code=False) == 0


def test_the_csv_has_the_same_rows(releases: Pair) -> None:
    folder = releases[1].folder
    options = pa.csv.ConvertOptions(strings_can_be_null=True, quoted_strings_can_be_null=False)
    given = pa.csv.read_csv(folder / "changes.csv", convert_options=options).to_pylist()
    expected = rows(folder / "changes.parquet")
    for row in expected:
        row["columns"] = None if row["columns"] is None else ";".join(row["columns"])
    assert given == expected


def test_twice_the_same_bytes(releases: Pair, tmp_path: Path) -> None:
    first, second = (release.folder for release in releases)
    write_changes(first, second, tmp_path, same_code=True)
    for name in ("changes.parquet", "changes.csv"):
        assert (tmp_path / name).read_bytes() == (second / name).read_bytes()


def rewritten(folder: Path, into: Path, table: str, change: Callable[[pa.Table], pa.Table]) -> Path:
    """A copy of a release with one table changed, as other code would have made it."""
    shutil.copytree(folder, into, copy_function=shutil.copyfile)
    path = into / f"{table}.parquet"
    pq.write_table(change(pq.ParquetFile(path).read()), path)
    return into


def renamed_title(table: pa.Table) -> pa.Table:
    place = table.schema.get_field_index("title")
    return table.set_column(place, table.schema.field(place), pa.array(["Anders"] * table.num_rows))


def test_the_same_file_read_by_other_code_is_told_apart(releases: Pair, tmp_path: Path) -> None:
    first, second = releases
    other = rewritten(second.folder, tmp_path / "other", "documents", renamed_title)
    write_changes(first.folder, other, tmp_path, same_code=False)
    documents = {r["id"]: r for r in rows(tmp_path / "changes.parquet") if r["table"] == "documents"}
    before = {r["document_id"]: r["source_sha256"] for r in rows(first.folder / "documents.parquet")}
    now = {r["document_id"]: r["source_sha256"] for r in rows(other / "documents.parquet")}
    assert set(documents) == {*before, *now}
    untouched = {name for name, row in documents.items() if row["columns"] == ["title"]}
    assert len(untouched) > 10
    for name, row in documents.items():
        from_source = before.get(name) != now.get(name) or "source_path" in row["columns"]
        assert row["cause"] == ("source" if from_source else "reading"), row


def test_rows_that_other_code_finds_come_from_the_reading(releases: Pair, tmp_path: Path) -> None:
    folder = releases[0].folder
    other = rewritten(folder, tmp_path / "other", "amounts", lambda table: table.slice(3))
    assert write_changes(other, folder, tmp_path, same_code=False) == 3
    found = rows(tmp_path / "changes.parquet")
    assert [(r["table"], r["change"], r["cause"]) for r in found] == [("amounts", "added", "reading")] * 3
    page = tell_changes(tmp_path, other, folder, version="nieuw", previous="oud")
    source, reading = page.split("## Changes in our reading")
    assert "None." in source
    assert "| `amounts` | 3 | 0 | 0 |" in reading
    assert list(summarise(counts(tmp_path / "changes.parquet"))) == ["amounts: 3 added (by our reading)"]


def test_a_column_that_is_new_changed_in_every_row_that_has_it(releases: Pair, tmp_path: Path) -> None:
    folder = releases[0].folder
    other = rewritten(folder, tmp_path / "other", "questions", lambda table: table.drop_columns(["number"]))
    questions = pq.read_metadata(folder / "questions.parquet").num_rows
    assert write_changes(other, folder, tmp_path, same_code=False) == questions
    assert {tuple(r["columns"]) for r in rows(tmp_path / "changes.parquet")} == {("number",)}


def test_a_table_that_was_not_there_before_is_added(releases: Pair, tmp_path: Path) -> None:
    folder = releases[0].folder
    shutil.copytree(folder, tmp_path / "other", copy_function=shutil.copyfile)
    (tmp_path / "other" / "amounts.parquet").unlink()
    amounts = pq.read_metadata(folder / "amounts.parquet").num_rows
    assert write_changes(tmp_path / "other", folder, tmp_path, same_code=False) == amounts
    assert {(r["table"], r["change"]) for r in rows(tmp_path / "changes.parquet")} == {("amounts", "added")}


def test_people_are_told_which_files_came_and_went(releases: Pair) -> None:
    page = (releases[1].folder / "CHANGES.md").read_text()
    assert f"# What changed in release {SECOND}" in page
    assert f"Compared with release {FIRST}." in page
    for line in ("- nieuw\\.txt", "- nog\\-eens\\.txt", "- hernoemd\\.txt", "### Raw files edited: 1"):
        assert line in page


@pytest.mark.corpus
def test_two_releases_of_real_documents(corpus: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for path in sorted((corpus / "dev").glob("*.txt"))[:40]:
        shutil.copyfile(path, raw / path.name)
    first = make_release(raw, tmp_path / "output", FIRST).folder
    edit_folder(raw)
    second = make_release(raw, tmp_path / "output", SECOND).folder
    assert without_cause(rows(second / "changes.parquet")) == compared(first, second)
