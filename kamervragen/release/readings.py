"""The store of readings, `output/.readings/`: what was read before, so that it need not be read again.

It holds the part files of the latest run and an index of what they were read from. A reading is taken over
when the same code, with the same libraries and schemas, would read the same bytes under the same path with
the same id from its sidecar. Sums guard every file, and what does not have its sum is read again, so that
the store may be damaged or deleted at any time. What a run does not use is not kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kamervragen.raw import Source
from kamervragen.release.code import code_version, library_versions
from kamervragen.release.files import sha256_of
from kamervragen.tables.parts import SOURCE, write_part
from kamervragen.tables.rows import DOCUMENT_TABLES
from schemas import SCHEMA_VERSION

_INDEX = "index.json"
# Parts with fewer documents are joined, so that their number does not grow from run to run.
_FEW = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What decides the rows of a document: its bytes, and where its id may come from."""

    source_path: str
    source_sha256: str
    publication_id: str | None

    @classmethod
    def of(cls, source: Source) -> Reading:
        """The reading that a loaded file of the ledger asks for."""
        return cls(source.source_path, source.source_sha256 or "", source.publication_id)


@dataclass(frozen=True, slots=True)
class _Part:
    """Part files in the store: the sum of each table's, and the readings in them."""

    name: str
    sums: Mapping[str, str]
    readings: frozenset[Reading]


@cache
def made_with() -> str:
    """A hash over all that reads: our code, the libraries, the schemas."""
    facts = [code_version(), library_versions(), SCHEMA_VERSION]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def take_over(store: Path, wanted: Iterable[Reading], parts: Path) -> frozenset[str]:
    """Put part files with the rows of `wanted` readings in the folder `parts`, as far as the store has them.

    Returns the paths of the files that they were read from, which need not be read any more.
    """
    asked = frozenset(wanted)
    taken: set[str] = set()
    for number, part in enumerate(_parts(store)):
        found = part.readings & asked
        name = f"kept-{number:06d}"
        if found and _take_part(store, part, found, parts, name):
            taken.update(reading.source_path for reading in found)
    return frozenset(taken)


def _take_part(store: Path, part: _Part, found: frozenset[Reading], parts: Path, name: str) -> bool:
    dropped = pa.array(sorted(reading.source_path for reading in part.readings - found), pa.string())
    try:
        if any(sha256_of(_file(store, table, part.name)) != sum_ for table, sum_ in part.sums.items()):
            return False
        for table in part.sums:
            source, target = _file(store, table, part.name), _file(parts, table, name)
            if not dropped:
                _link(source, target)
                continue
            rows = _read(source)
            write_part(target, table, [rows.filter(pc.invert(pc.is_in(rows[SOURCE], dropped)))])
    except (OSError, pa.ArrowException):  # these are read again; a disk that is full is noticed then
        for table in part.sums:
            _file(parts, table, name).unlink(missing_ok=True)
        return False
    return True


def keep(store: Path, readings: Iterable[Reading], parts: Path, place: Path) -> None:
    """Make the part files in `parts` the store, instead of all that it held; it is built in `place`.

    `readings` are those that were asked for; those of texts that could not be read have no rows and are
    not kept.
    """
    shutil.rmtree(place, ignore_errors=True)
    new = place / "new"
    new.mkdir(parents=True)
    by_path = {reading.source_path: reading for reading in readings}
    index = []
    for number, group in enumerate(_groups(parts)):
        name = f"{number:06d}"
        for table in DOCUMENT_TABLES:
            files = [file for one in group if (file := _file(parts, table, one)).exists()]
            if len(files) == 1:
                _link(files[0], _file(new, table, name))
            else:
                write_part(_file(new, table, name), table, map(_read, files))
        paths = _sources(_file(new, "documents", name))
        index.append(
            {
                "name": name,
                "sums": {
                    table: sha256_of(file)
                    for table in DOCUMENT_TABLES
                    if (file := _file(new, table, name)).exists()
                },
                "readings": [
                    [by_path[path].source_path, by_path[path].source_sha256, by_path[path].publication_id]
                    for path in paths
                ],
            }
        )
    content = json.dumps({"made_with": made_with(), "parts": index})
    (new / _INDEX).write_text(f"{hashlib.sha256(content.encode()).hexdigest()}\n{content}", encoding="ascii")
    if store.exists():
        store.rename(place / "old")
    new.rename(store)
    shutil.rmtree(place, ignore_errors=True)


def _groups(parts: Path) -> Iterator[list[str]]:
    """The names of the parts, those with few documents together."""
    small: list[str] = []
    count = 0
    for file in sorted((parts / "documents").glob("*.parquet")):
        rows = pq.read_metadata(file).num_rows
        if rows >= _FEW:
            yield [file.stem]
            continue
        small.append(file.stem)
        count += rows
        if count >= _FEW:
            yield small
            small, count = [], 0
    if small:
        yield small


def _parts(store: Path) -> list[_Part]:
    """What the index says; nothing where it is damaged, or of other code."""
    try:
        sum_, _, content = (store / _INDEX).read_text(encoding="ascii").partition("\n")
        if hashlib.sha256(content.encode()).hexdigest() != sum_:
            return []
        index = json.loads(content)
        if index["made_with"] != made_with():
            return []
        return [
            _Part(part["name"], part["sums"], frozenset(Reading(*reading) for reading in part["readings"]))
            for part in index["parts"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _file(folder: Path, table: str, part: str) -> Path:
    return folder / table / f"{part}.parquet"


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # not every file system has links
        shutil.copyfile(source, target)


def _read(file: Path) -> pa.Table:
    with pq.ParquetFile(file) as rows:
        return rows.read()


def _sources(file: Path) -> list[str]:
    with pq.ParquetFile(file) as rows:
        paths: list[str] = rows.read([SOURCE])[SOURCE].to_pylist()
        return paths
