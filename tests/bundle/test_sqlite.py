"""The one-file bundle holds every row, keeps its keys, and has the same bytes each time."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kamervragen.bundle import BUNDLE, write_bundle
from kamervragen.bundle.sqlite import BundleError
from kamervragen.release.completing import bundle_meanwhile
from kamervragen.release.output import Release
from kamervragen.tables import read_table
from schemas import TABLES
from tests.conftest import ROOT
from tests.releasing import make_release


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return make_release(ROOT / "raw", tmp_path_factory.mktemp("bundel"), "2026-05-01.1")


@pytest.fixture
def bundle(release: Release) -> Iterator[sqlite3.Connection]:
    file = f"file:{release.folder / BUNDLE}?mode=ro&immutable=1"
    with closing(sqlite3.connect(file, uri=True)) as connection:
        yield connection


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_there_with_its_values(release: Release, bundle: sqlite3.Connection, name: str) -> None:
    expected = []
    for row in read_table(release.folder, name).to_pylist():
        values = []
        for column in TABLES[name].columns:
            value = row[column.name]
            if value is not None and column.type == "date":
                value = value.isoformat()
            if value is not None and column.type == "decimal":
                value = float(value)
            values.append(";".join(value) if isinstance(value, list) else value)
        expected.append(tuple(values))
    # Without an order asked for, SQLite reads a table as it is stored.
    assert bundle.execute(f'SELECT * FROM "{name}"').fetchall() == expected  # noqa: S608 - a name from the schema


def test_sqlite_finds_nothing_wrong(bundle: sqlite3.Connection) -> None:
    assert bundle.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert bundle.execute("pragma foreign_key_check").fetchall() == []


def test_keys_and_comments_are_as_defined(bundle: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        info = bundle.execute(f'pragma table_info("{name}")').fetchall()
        keys = sorted((row[5], row[1]) for row in info if row[5])
        assert tuple(column for _, column in keys) == table.primary_key
        foreign = bundle.execute(f'pragma foreign_key_list("{name}")').fetchall()
        assert {row[2] for row in foreign} == {key.table for key in table.foreign_keys}
    described = bundle.execute("select table_name, column_name, description from about_columns").fetchall()
    assert described == [(t.name, c.name, c.description) for t in TABLES.values() for c in t.columns]


def test_foreign_keys_are_looked_up_by_an_index(bundle: sqlite3.Connection) -> None:
    plan = bundle.execute('explain query plan select * from "references" where document_id = ?', ("x",))
    assert "USING INDEX" in str(plan.fetchall())


def test_the_same_tables_give_the_same_bytes(release: Release, tmp_path: Path) -> None:
    expected = (release.folder / BUNDLE).read_bytes()
    elsewhere = tmp_path / "elders"
    shutil.copytree(release.folder, elsewhere, copy_function=shutil.copyfile)
    for _ in range(2):
        assert write_bundle(elsewhere, "2026-05-01.1", tmp_path).read_bytes() == expected


def test_one_that_is_no_longer_wanted_does_not_get_its_name(release: Release, tmp_path: Path) -> None:
    asked = iter([True] * 5)
    with pytest.raises(BundleError):
        write_bundle(release.folder, "2026-05-01.1", tmp_path, lambda: next(asked, False))
    assert not (tmp_path / BUNDLE).exists()
    assert write_bundle(release.folder, "2026-05-01.1", tmp_path).exists()
    assert [path.name for path in tmp_path.iterdir()] == [BUNDLE]


@pytest.mark.parametrize(("workers", "made"), [(1, False), (2, True)])
def test_more_than_one_worker_makes_it_while_something_else_goes_on(
    release: Release, tmp_path: Path, workers: int, made: bool
) -> None:
    shutil.copytree(release.folder, tmp_path / "klaar", ignore=shutil.ignore_patterns(BUNDLE))
    with bundle_meanwhile(tmp_path / "klaar", "2026-05-01.1", workers):
        pass
    bundle = tmp_path / "klaar" / BUNDLE
    assert bundle.exists() == made
    assert not made or bundle.read_bytes() == (release.folder / BUNDLE).read_bytes()


def test_an_error_meanwhile_ends_it(release: Release, tmp_path: Path) -> None:
    shutil.copytree(release.folder, tmp_path / "klaar", ignore=shutil.ignore_patterns(BUNDLE))
    with (
        pytest.raises(ZeroDivisionError),
        bundle_meanwhile(tmp_path / "klaar", "2026-05-01.1", 2),
    ):
        raise ZeroDivisionError


def test_what_goes_wrong_with_it_is_told_afterwards(release: Release, tmp_path: Path) -> None:
    shutil.copytree(release.folder, tmp_path / "klaar", ignore=shutil.ignore_patterns(BUNDLE))
    (tmp_path / "klaar" / f".{BUNDLE}.new").mkdir()
    with pytest.raises(IsADirectoryError), bundle_meanwhile(tmp_path / "klaar", "2026-05-01.1", 2):
        pass
