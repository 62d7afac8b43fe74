"""The files of a release against its manifest, its list of sums, and the definitions of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.release.files import sha256_of
from kamervragen.release.manifest import MANIFEST, Manifest, source_sums
from schemas import TABLES

SUMS = "SHA256SUMS"


def check_files(folder: Path, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the files of the release, one sentence each."""
    yield from _names(folder, manifest)
    sums = {}
    for file in manifest.files:
        path = folder / file.path
        if not path.is_file():
            yield f"{file.path} is missing."
            continue
        sums[file.path] = sha256_of(path)
        if sums[file.path] != file.sha256:
            yield f"{file.path} has been changed: its SHA-256 is not the one in the manifest."
    yield from _listed_sums(folder, sums)
    yield from _tables(folder, manifest)


def _names(folder: Path, manifest: Manifest) -> Iterator[str]:
    known = {MANIFEST, SUMS, *(file.path for file in manifest.files)}
    if manifest.version != folder.name:
        yield f"The manifest is of release {manifest.version}, the folder is called {folder.name}."
    for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
        name = path.relative_to(folder).as_posix()
        if name not in known:
            yield f"{name} is not in the manifest: it does not belong to the release."


def _listed_sums(folder: Path, sums: dict[str, str]) -> Iterator[str]:
    path = folder / SUMS
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        sum_, _, name = line.partition("  ")
        target = folder / name
        if not name or not target.resolve().is_relative_to(folder.resolve()) or not target.is_file():
            yield f"{SUMS} names {name!r}, which is no file of the release."
        elif (sums.get(name) or sha256_of(target)) != sum_:
            yield f"{name} has another SHA-256 than {SUMS} says."


def _tables(folder: Path, manifest: Manifest) -> Iterator[str]:
    named = {file.table for file in manifest.files}
    for name in TABLES:
        if name not in named:
            yield f"The manifest has no table {name}."
    for file in manifest.files:
        path = folder / file.path
        if file.table is not None and path.suffix == ".parquet" and path.is_file():
            yield from _table(path, file.rows)
    if (folder / "sources.parquet").is_file():
        yield from _sources(folder / "sources.parquet", manifest)


def _table(path: Path, rows: int | None) -> Iterator[str]:
    try:
        with pq.ParquetFile(path) as file:
            found = sum(batch.num_rows for batch in file.iter_batches(4096))
    except (pa.ArrowException, OSError) as error:
        yield f"{path.name} cannot be read: {' '.join(str(error).split())[:200]}"
        return
    if found != rows:
        yield f"{path.name} holds {found:,} rows; the manifest says {rows}."


def _sources(path: Path, manifest: Manifest) -> Iterator[str]:
    try:
        found = source_sums(path)
    except (pa.ArrowException, OSError):
        return  # said already
    if found != manifest.sources:
        yield "The raw files in sources.parquet are not those that the manifest was made of."
