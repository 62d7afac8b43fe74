"""`manifest.json`: what a release holds and what it was made with. It is written last.

Nothing in it depends on the clock, the machine or the folders: the same sources, code and version give
the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow.parquet as pq

from kamervragen.release.code import code_version, library_versions
from kamervragen.release.files import sha256_of
from kamervragen.release.lineage import lineage
from schemas import DERIVED_TABLES, SCHEMA_VERSION, TABLES

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of a release. `table` and `rows` are of data files only; the others are reports about them."""

    path: str
    bytes: int
    sha256: str
    table: str | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The raw files a release was made from: how many, one hash over all their paths and hashes, their size.

    Manifests of old have no size.
    """

    files: int
    sha256: str
    bytes: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Code:
    """What made the release: version of the package, and a hash over its source files."""

    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release in facts; `previous` is the release it was compared with."""

    version: str
    previous: str | None
    schema_version: str
    code: Code
    libraries: dict[str, str]
    sources: Sources
    files: tuple[ReleaseFile, ...] = field(default=())

    @property
    def data(self) -> dict[str, str]:
        """The hash of each data file by its path: equal when two releases hold the same data.

        Tables that are made from the others (`schemas.DERIVED_TABLES`) do not count.
        """
        return {file.path: file.sha256 for file in self.files if file.table in TABLES}

    def same_code_as(self, other: Manifest) -> bool:
        """Whether the other release was read by the same code, so that the same files give the same rows."""
        return (self.code.sha256, self.libraries, self.schema_version) == (
            other.code.sha256,
            other.libraries,
            other.schema_version,
        )


def make_manifest(folder: Path, version: str, previous: str | None) -> Manifest:
    """The manifest of the release that stands ready in `folder`."""
    return Manifest(
        version=version,
        previous=previous,
        schema_version=SCHEMA_VERSION,
        code=Code(*code_version()),
        libraries=library_versions(),
        sources=source_sums(folder / "sources.parquet"),
        files=tuple(_files(folder)),
    )


def with_files_of(
    manifest: Manifest, folder: Path, sums: Mapping[str, str] = MappingProxyType({})
) -> Manifest:
    """The same manifest with all files that stand in `folder` by now; those it names have not changed.

    `sums` are the hashes of files by path, where they have just been made.
    """
    known = {file.path: file for file in manifest.files}
    return replace(manifest, files=tuple(_files(folder, known, sums)))


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written, with the lineage that follows from it."""
    given = {**asdict(manifest), "lineage": lineage(manifest)}
    return (json.dumps(given, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(path: Path) -> Manifest | None:
    """The manifest at `path`; None when there is none that can be understood.

    What a later version has put into it beside that is passed over.
    """
    try:
        return manifest_in(path.read_bytes())
    except OSError:
        return None


def manifest_in(content: bytes) -> Manifest | None:
    """The manifest that the bytes hold; None when they hold none that can be understood."""
    try:
        given = json.loads(content)
        files = tuple(ReleaseFile(**_known(ReleaseFile, file)) for file in given["files"])
        if not all(is_below(file.path) for file in files):
            return None  # nobody else's file is to be read or written for it
        return Manifest(
            **{
                **_known(Manifest, given),
                "code": Code(**_known(Code, given["code"])),
                "sources": Sources(**_known(Sources, given["sources"])),
                "files": files,
            }
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def is_below(name: str) -> bool:
    """Whether a path with slashes leads to something in the folder that it begins in."""
    return "\0" not in name and not {"", ".", ".."} & set(name.split("/"))


def _known(kind: type, given: dict[str, Any]) -> dict[str, Any]:
    return {one.name: given[one.name] for one in fields(kind) if one.name in given}


def _files(
    folder: Path,
    known: Mapping[str, ReleaseFile] = MappingProxyType({}),
    sums: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[ReleaseFile]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name == MANIFEST:
            continue
        if name in known:
            yield known[name]
            continue
        table = path.stem if path.parent == folder and path.stem in (*TABLES, *DERIVED_TABLES) else None
        rows = pq.read_metadata(folder / f"{table}.parquet").num_rows if table else None
        yield ReleaseFile(name, path.stat().st_size, sums.get(name) or sha256_of(path), table, rows)


def source_sums(table: Path) -> Sources:
    """How many raw files a ledger lists, and the hash over them."""
    digest = hashlib.sha256()
    count = size = 0
    with pq.ParquetFile(table) as file:
        for batch in file.iter_batches(columns=["source_path", "source_sha256", "size_bytes"]):
            for row in batch.to_pylist():
                digest.update(json.dumps(list(row.values()), ensure_ascii=False).encode() + b"\n")
                size += row["size_bytes"] or 0
            count += batch.num_rows
    return Sources(count, digest.hexdigest(), size)
