"""The store of readings, `output/.readings/`: what was read before, so that it need not be read again.

It holds the part files of the latest run and an index of what they were read from. A reading is taken over
when the same code, with the same libraries and schemas, would read the same bytes under the same path with
the same id from its sidecar. Sums guard every file, and what does not have its sum is read again, so that
the store may be damaged or deleted at any time.

A part is taken over whole, with a note of the documents in it that are of no use any more; those are only
cleared away when they are a good part of it. A run in which little has changed writes little.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kamervragen.raw import Reading
from kamervragen.release.code import code_version, library_versions
from kamervragen.release.files import sha256_of
from kamervragen.tables.parts import SOURCE, LeftOut, leave_out, write_part
from kamervragen.tables.rows import DOCUMENT_TABLES
from schemas import SCHEMA_VERSION

_INDEX, _READINGS = "index.json", "readings.arrow"
# Parts with fewer documents are joined, so that their number does not grow from run to run.
_FEW = 100
# A part is written anew when more of its documents than this are of no use.
_MOST_LEFT_OUT = 0.25


@dataclass(frozen=True, slots=True)
class _Part:
    """Part files: the sum of each table's, the readings in them, and the paths of those that are of no use.

    There are no `sums` as long as the files have just been made.
    """

    name: str
    sums: Mapping[str, str]
    readings: frozenset[Reading]
    left_out: frozenset[str] = frozenset()

    @property
    def is_fit(self) -> bool:
        """Whether it may stay as it is."""
        size = len(self.readings)
        return size >= _FEW and len(self.left_out) <= _MOST_LEFT_OUT * size


_LISTED = pa.schema([(name, pa.string()) for name in ("part", *(one.name for one in fields(Reading)))])


@cache
def made_with() -> str:
    """A hash over all that reads: our code, the libraries, the schemas."""
    facts = [code_version(), library_versions(), SCHEMA_VERSION]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def take_over(store: Path, parts: Path) -> dict[str, Reading]:
    """Make the sound part files of the store the folder `parts`; returns the readings in them, by path."""
    shutil.rmtree(parts, ignore_errors=True)
    taken = []
    for number, part in enumerate(_parts(store)):
        name = f"kept-{number:06d}"
        if _is_sound(store, part) and _linked(store, part, parts, name):
            taken.append(replace(part, name=name))
    if taken:
        _write_index(parts, taken)
    return {reading.source_path: reading for part in taken for reading in part.readings}


def choose(parts: Path, wanted: Iterable[Reading]) -> frozenset[str]:
    """Leave of what was taken over in `parts` only the `wanted` readings; all else there is removed.

    Returns the paths of the files that they were read from, which need not be read any more.
    """
    asked = frozenset(wanted)
    chosen = [
        _Part(part.name, part.sums, found, part.left_out.union(r.source_path for r in part.readings - asked))
        for part in _parts(parts)
        if (found := part.readings & asked)
    ]
    names = {part.name for part in chosen}
    for table in DOCUMENT_TABLES:
        for file in (parts / table).glob("*.parquet"):
            if file.stem not in names:
                file.unlink()
    if chosen:
        _write_index(parts, chosen)
    leave_out(parts, [LeftOut(part.name, path) for part in chosen for path in sorted(part.left_out)])
    return frozenset(reading.source_path for part in chosen for reading in part.readings)


def keep(store: Path, readings: Iterable[Reading], parts: Path, place: Path) -> None:
    """Make the part files in `parts` the store, instead of all that it held; it is built in `place`.

    `readings` are those that were asked for; those of texts that could not be read have no rows and are
    not kept.
    """
    shutil.rmtree(place, ignore_errors=True)
    new = place / "new"
    new.mkdir(parents=True)
    index = []
    for number, group in enumerate(_groups(_at_hand(parts, readings))):
        name = f"{number:06d}"
        if len(group) == 1 and group[0].is_fit and _linked(parts, group[0], new, name):
            sums = group[0].sums or _sums(new, name)
            index.append(replace(group[0], name=name, sums=sums))
        else:
            index.append(_joined(parts, group, new, name))
    _write_index(new, index)
    if store.exists():
        store.rename(place / "old")
    new.rename(store)
    shutil.rmtree(place, ignore_errors=True)


def _at_hand(parts: Path, readings: Iterable[Reading]) -> Iterator[_Part]:
    """All parts there are: those that were taken over, and those that have just been made."""
    by_path = {reading.source_path: reading for reading in readings}
    kept = {part.name: part for part in _parts(parts)}
    for file in sorted((parts / "documents").glob("*.parquet")):
        yield kept.get(file.stem) or _Part(file.stem, {}, frozenset(by_path[path] for path in _sources(file)))


def _groups(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """The parts that are fit to stay one by one, the others together."""
    waiting: list[_Part] = []
    for part in parts:
        if part.is_fit:
            yield [part]
            continue
        waiting.append(part)
        if sum(len(one.readings) for one in waiting) >= _FEW:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _joined(parts: Path, group: Sequence[_Part], folder: Path, name: str) -> _Part:
    """One part of several, with what is of use in them."""
    for table in DOCUMENT_TABLES:
        rows = (
            _read(file, part.left_out) for part in group if (file := _file(parts, table, part.name)).exists()
        )
        write_part(_file(folder, table, name), table, rows)
    return _Part(name, _sums(folder, name), frozenset().union(*(part.readings for part in group)))


def _sums(folder: Path, name: str) -> dict[str, str]:
    files = {table: _file(folder, table, name) for table in DOCUMENT_TABLES}
    return {table: sha256_of(file) for table, file in files.items() if file.exists()}


def _is_sound(store: Path, part: _Part) -> bool:
    try:
        return all(sha256_of(_file(store, table, part.name)) == sum_ for table, sum_ in part.sums.items())
    except OSError:
        return False


def _linked(source: Path, part: _Part, target: Path, name: str) -> bool:
    """Put the files of a part in another folder under another name; nothing is there when that fails."""
    tables = part.sums or [table for table in DOCUMENT_TABLES if _file(source, table, part.name).exists()]
    try:
        for table in tables:
            _link(_file(source, table, part.name), _file(target, table, name))
    except OSError:  # what is not there is read again; a disk that is full is noticed then
        for table in tables:
            _file(target, table, name).unlink(missing_ok=True)
        return False
    return True


def _write_index(folder: Path, parts: Sequence[_Part]) -> None:
    columns: dict[str, list[str | None]] = {name: [] for name in _LISTED.names}
    for part in parts:
        known = sorted(part.readings, key=lambda reading: reading.source_path)
        gone = sorted(part.left_out)
        columns["part"].extend([part.name] * (len(known) + len(gone)))
        columns["source_path"].extend([*(reading.source_path for reading in known), *gone])
        for name in _LISTED.names[2:]:
            columns[name].extend([*(getattr(reading, name) for reading in known), *[None] * len(gone)])
    pq.write_table(pa.table(columns, schema=_LISTED), folder / _READINGS, compression="zstd")
    index = {
        "made_with": made_with(),
        "readings": sha256_of(folder / _READINGS),
        "parts": [{"name": part.name, "sums": part.sums} for part in parts],
    }
    content = json.dumps(index)
    sum_ = hashlib.sha256(content.encode()).hexdigest()
    (folder / _INDEX).write_text(f"{sum_}\n{content}", encoding="ascii")


def _parts(folder: Path) -> list[_Part]:
    """What the index says; nothing where it is damaged, or of other code."""
    try:
        sum_, _, content = (folder / _INDEX).read_text(encoding="ascii").partition("\n")
        if hashlib.sha256(content.encode()).hexdigest() != sum_:
            return []
        index = json.loads(content)
        if index["made_with"] != made_with() or index["readings"] != sha256_of(folder / _READINGS):
            return []
        listed = pq.read_table(folder / _READINGS, schema=_LISTED)
        readings: dict[str, list[Reading]] = {part["name"]: [] for part in index["parts"]}
        left_out: dict[str, list[str]] = {part["name"]: [] for part in index["parts"]}
        for name, *facts in zip(*(column.to_pylist() for column in listed.columns), strict=True):
            reading = Reading(*facts)
            if reading.source_sha256 is None:
                left_out[name].append(reading.source_path)
            else:
                readings[name].append(reading)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return []
    return [
        _Part(name, part["sums"], frozenset(readings[name]), frozenset(left_out[name]))
        for part in index["parts"]
        if (name := part["name"])
    ]


def _file(folder: Path, table: str, part: str) -> Path:
    return folder / table / f"{part}.parquet"


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # not every file system has links
        shutil.copyfile(source, target)


def _read(file: Path, left_out: frozenset[str]) -> pa.Table:
    with pq.ParquetFile(file) as rows:
        table = rows.read()
    if not left_out:
        return table
    return table.filter(pc.invert(pc.is_in(table[SOURCE], pa.array(sorted(left_out), pa.string()))))


def _sources(file: Path) -> list[str]:
    with pq.ParquetFile(file) as rows:
        paths: list[str] = rows.read([SOURCE])[SOURCE].to_pylist()
        return paths
