"""Part files and the ledger become tables that depend on the documents alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kamervragen import tables
from kamervragen.document import Document
from kamervragen.tables import AssemblyError, PartRows, assemble, assembly, read_table
from schemas import TABLES
from schemas.arrow import arrow_schema
from tests.conftest import ROOT
from tests.tables.documents import Read, sample, write_ledger, write_parts

TABLE_FILES = sorted(f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet"))


def document(publication_id: str | None = None, **changes: Any) -> Document:
    """The sample under another publication id."""
    base = sample()
    return replace(base, header=replace(base.header, publication_id=publication_id), **changes)


def twelve() -> list[Read]:
    """Documents whose ids are in another order than their paths."""
    official = [Read(f"a/{i}.txt", document(f"ah-tk-20242025-{900 - 37 * i}")) for i in range(9)]
    return official + [Read(f"zonder id/é {i}.txt", document()) for i in range(3)]


def build(folder: Path, partitions: Sequence[Sequence[Read]], **options: Any) -> Path:
    """A release of the documents in `folder`/release."""
    release = folder / "release"
    release.mkdir(parents=True)
    reads = sorted(
        (read for partition in partitions for read in partition), key=lambda read: read.source_path
    )
    assemble(write_parts(folder, partitions), write_ledger(folder, reads), release, **options)
    return release


def contents(release: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(release.iterdir())}


def rows(release: Path, name: str) -> list[dict[str, Any]]:
    return list(read_table(release, name).to_pylist())


def test_every_table_is_there_with_its_schema_sorted_and_unique(tmp_path: Path) -> None:
    release = build(tmp_path, [twelve()])
    assert sorted(contents(release)) == TABLE_FILES
    for name, table in TABLES.items():
        stored = read_table(release, name)
        assert stored.schema.equals(arrow_schema(table), check_metadata=True)
        keys = [tuple(row[column] for column in table.sorted_by) for row in stored.to_pylist()]
        assert keys == sorted(keys)
        primary = [tuple(row[column] for column in table.primary_key) for row in stored.to_pylist()]
        assert len(set(primary)) == len(primary) == len(keys) > 0


def test_rows_are_counted(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    parts = write_parts(tmp_path, [twelve()])
    counts = assemble(parts, write_ledger(tmp_path, twelve()), tmp_path / "release")
    assert list(counts) == list(TABLES)
    assert counts["sources"] == counts["documents"] == 12
    assert counts["segments"] == 120


def test_the_bytes_do_not_depend_on_partitions_ranges_or_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = twelve()
    expected = contents(build(tmp_path / "one", [reads], threads=1))
    reads = reads[::5] + reads[1::5] + reads[4::5] + reads[2::5] + reads[3::5]
    assert contents(build(tmp_path / "each", [[read] for read in reads], threads=2)) == expected
    monkeypatch.setattr(assembly, "_RANGE_BYTES", 300)
    assert contents(build(tmp_path / "ranges", [reads[:5], [], reads[5:]], threads=4)) == expected


_BUILD = (
    "import sys, pathlib; from kamervragen.tables import assemble; assemble(*map(pathlib.Path, sys.argv[1:]))"
)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ],
)
def test_the_bytes_do_not_depend_on_the_surroundings(tmp_path: Path, environment: dict[str, str]) -> None:
    expected = contents(build(tmp_path / "here", [twelve()]))
    release = tmp_path / "there"
    release.mkdir()
    folders = [tmp_path / "here" / "parts", tmp_path / "here" / "ledger.parquet", release]
    command = [sys.executable, "-c", _BUILD, *map(str, folders)]
    subprocess.run(
        command, check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}
    )
    assert contents(release) == expected


def test_ids_stay_when_other_documents_are_added(tmp_path: Path) -> None:
    reads = twelve()
    small = build(tmp_path / "small", [reads[4:6]])
    large = build(tmp_path / "large", [reads])
    for name, table in TABLES.items():
        everything = {tuple(row[key] for key in table.primary_key): row for row in rows(large, name)}
        for row in rows(small, name):
            assert everything[tuple(row[key] for key in table.primary_key)] == row


def status_of(release: Path) -> dict[str, tuple[str, str | None]]:
    return {row["source_path"]: (row["status"], row["reason"]) for row in rows(release, "sources")}


SAME = "ah-tk-20242025-604"
FULLER = sample().answers * 2


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        pytest.param({"confidence": 0.8}, {}, "which was read more clearly", id="clearer"),
        pytest.param(
            {"confidence": 0.8, "answers": FULLER},
            {},
            "which was read more clearly",
            id="clearer before fuller",
        ),
        pytest.param({}, {"answers": FULLER}, "in which more questions and answers were found", id="fuller"),
    ],
)
def test_the_better_reading_supersedes_the_other(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], reason: str
) -> None:
    reads = [Read("a.txt", document(SAME, **first)), Read('b "2".txt', document(SAME, **second))]
    release = build(tmp_path, [reads])
    assert status_of(release) == {
        "a.txt": ("superseded", f'It holds the same document as "b \\"2\\".txt", {reason}.'),
        'b "2".txt': ("loaded", None),
    }
    assert {row["document_id"] for row in rows(release, "sources")} == {SAME}
    assert [row["source_path"] for row in rows(release, "documents")] == ['b "2".txt']
    assert len(rows(release, "segments")) == len(sample().segments)


def test_of_equal_readings_the_first_name_stays(tmp_path: Path) -> None:
    reads = [Read(f"{name}.txt", document(SAME)) for name in "cab"]
    release = build(tmp_path, [[read] for read in reads])
    status = status_of(release)
    assert status["a.txt"] == ("loaded", None)
    equal = 'It holds the same document as "a.txt", which was read just as well and comes first by name.'
    assert status["b.txt"] == status["c.txt"] == ("superseded", equal)


def test_a_duplicate_gets_the_document_of_its_twin_and_a_rejected_file_none(tmp_path: Path) -> None:
    read = Read("a.txt", document(SAME))
    twin = {"source_path": "b.txt", "source_sha256": read.facts.source_sha256, "status": "duplicate"}
    rejected = {"source_path": "c.txt", "status": "rejected", "reason": "The file is empty."}
    ledger = write_ledger(tmp_path, [read], [twin | {"reason": 'Same bytes as "a.txt".'}, rejected])
    (tmp_path / "release").mkdir()
    assemble(write_parts(tmp_path, [[read]]), ledger, tmp_path / "release")
    found = rows(tmp_path / "release", "sources")
    assert [(row["status"], row["document_id"]) for row in found] == [
        ("loaded", SAME),
        ("duplicate", SAME),
        ("rejected", None),
    ]
    assert found[2]["reason"] == "The file is empty."


def reference(kind: str, target: str) -> Document:
    base = sample()
    return replace(base, references=(replace(base.references[0], kind=kind, target_id=target),))


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [
        ("aanhangsel", "ah-tk-20242025-1", "ah-tk-20242025-1"),
        ("aanhangsel", "ah-tk-20242025-2", None),
        ("case", "2024Z18294", "kv-tk-2024Z18294"),
        ("case", "2024Z18295", None),
        ("internal", "1", None),
    ],
)
def test_references_to_documents_of_the_release(
    tmp_path: Path, kind: str, target: str, expected: str | None
) -> None:
    cited = [Read(f"{name}.txt", document(name)) for name in ("ah-tk-20242025-1", "kv-tk-2024Z18294")]
    citing = reference(kind, target)
    release = build(tmp_path, [[*cited, Read("citing.txt", citing)]])
    found = [row for row in rows(release, "references") if row["document_id"] == SAME]
    assert [row["target_document_id"] for row in found] == [expected]


def test_nothing_loaded_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "parts").mkdir()
    counts = assemble(tmp_path / "parts", write_ledger(tmp_path, []), tmp_path / "release")
    assert set(counts.values()) == {0}
    assert sorted(contents(tmp_path / "release")) == TABLE_FILES


def test_folders_with_odd_names(tmp_path: Path) -> None:
    expected = contents(build(tmp_path / "plain", [twelve()]))
    assert contents(build(tmp_path / "a=b [x] *?'é\n", [twelve()])) == expected


@pytest.mark.parametrize(
    ("ledger", "partitions", "complaint"),
    [
        ("ab", ["a"], '"b.txt" was loaded, but no document was read'),
        ("a", ["ab"], '"b.txt" was read, but the ledger does not'),
        ("a", ["a", "a"], '"a.txt" was read more than once'),
    ],
)
def test_parts_and_ledger_of_different_runs(
    tmp_path: Path, ledger: str, partitions: list[str], complaint: str
) -> None:
    reads = {name: Read(f"{name}.txt", document(f"ah-tk-20242025-{ord(name)}")) for name in "ab"}
    parts = write_parts(tmp_path, [[reads[name] for name in partition] for partition in partitions])
    (tmp_path / "release").mkdir()
    with pytest.raises(AssemblyError, match=complaint):
        assemble(parts, write_ledger(tmp_path, [reads[name] for name in ledger]), tmp_path / "release")


def test_a_partition_written_again_leaves_nothing_of_the_earlier_one(tmp_path: Path) -> None:
    parts = write_parts(tmp_path, [twelve()])
    assert (parts / "questions" / "0000.parquet").exists()
    tables.write_parts(parts, "0000", PartRows().finish())
    assert [path for path in parts.rglob("*") if path.is_file()] == []


def test_a_partition_written_in_pieces_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = contents(build(tmp_path / "whole", [twelve()]))
    monkeypatch.setattr("kamervragen.tables.parts._FLUSH_CHARACTERS", 300)
    assert contents(build(tmp_path / "pieces", [twelve()])) == expected
