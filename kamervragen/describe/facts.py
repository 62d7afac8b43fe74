"""What the descriptors are made from: the tables of a release, the facts of their files, the version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from kamervragen.release.files import sha256_of
from kamervragen.release.versions import parse_version
from schemas import DERIVED_TABLES, SCHEMA_VERSION, TABLES, Table
from schemas.publication import ReleaseDescription, release_description


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file of a release by its path in it, with its size in bytes and its hash (hexadecimal)."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table of a release with its files; a table that is made from the others has no CSV file."""

    table: Table
    rows: int
    parquet: FileFacts
    csv: FileFacts | None


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """A release as its descriptors see it. `date` is the day in its version, in ISO form."""

    version: str
    previous: str | None
    date: str
    schema_version: str
    tables: tuple[TableFacts, ...]
    about: ReleaseDescription

    @property
    def address(self) -> str:
        """Where its files are found; ends in `/`."""
        return self.about.release_address(self.version)

    def has(self, table: str) -> bool:
        """Whether the release holds that table."""
        return any(facts.table.name == table for facts in self.tables)


def gather(folder: Path, version: str, previous: str | None, sums: Mapping[str, str]) -> ReleaseFacts:
    """The facts of the release whose tables stand in `folder`; `sums` are hashes of files by path, if known.

    Raises:
        ValueError: `version` is no version.
    """
    parsed = parse_version(version)
    if parsed is None:
        raise ValueError(f"{version!r} is no version; versions look like 2026-05-01.1")
    return ReleaseFacts(
        version=version,
        previous=previous,
        date=parsed.day.isoformat(),
        schema_version=SCHEMA_VERSION,
        tables=tuple(
            _table(folder, table, sums)
            for table in (*TABLES.values(), *DERIVED_TABLES.values())
            if (folder / f"{table.name}.parquet").is_file()
        ),
        about=release_description(),
    )


def _table(folder: Path, table: Table, sums: Mapping[str, str]) -> TableFacts:
    parquet, csv = folder / f"{table.name}.parquet", folder / f"{table.name}.csv"
    return TableFacts(
        table=table,
        rows=pq.read_metadata(parquet).num_rows,
        parquet=_file(parquet, sums),
        csv=_file(csv, sums) if csv.is_file() else None,
    )


def _file(path: Path, sums: Mapping[str, str]) -> FileFacts:
    return FileFacts(path.name, path.stat().st_size, sums.get(path.name) or sha256_of(path))
