"""Publishing: all at once or not at all, never twice the same, never over an earlier release."""

import json
import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kamervragen.release.errors import WrongUseError
from kamervragen.release.files import sha256_of, write_atomically
from kamervragen.release.lock import locked
from kamervragen.release.manifest import make_manifest, manifest_bytes, read_manifest
from kamervragen.release.output import (
    Output,
    begin_staging,
    keep_failure,
    latest_release,
    point_to_latest,
    whole_release,
)
from kamervragen.release.publish import Publication, publish
from kamervragen.release.versions import Version
from schemas import TABLES
from schemas.arrow import arrow_schema

FIRST, SECOND = Version(date(2026, 5, 1), 1), Version(date(2026, 5, 1), 2)


@pytest.fixture
def output(tmp_path: Path) -> Output:
    return Output(tmp_path / "output")


def ready(output: Output, *paths: str) -> Path:
    """Tables that stand ready, with these source files in them."""
    folder = begin_staging(output) / "ready"
    (folder / "quality").mkdir(parents=True)
    (folder / "quality" / "report.json").write_text(f"{paths}")
    rows = [
        {"source_path": path, "source_sha256": None, "size_bytes": 1, "status": "rejected"} for path in paths
    ]
    pq.write_table(pa.Table.from_pylist(rows, arrow_schema(TABLES["sources"])), folder / "sources.parquet")
    (folder / "sources.csv").write_text("source_path\n" + "\n".join(paths))
    return folder


def published(output: Output, version: Version, *paths: str) -> Publication:
    return publish(ready(output, *paths), output, version)


def test_a_release_names_all_its_files_with_rows_sizes_and_hashes(output: Output) -> None:
    release = published(output, FIRST, "a.txt", "b.txt").release
    assert release.folder == output.releases / "2026-05-01.1"
    manifest = json.loads((release.folder / "manifest.json").read_text())
    assert (manifest["version"], manifest["previous"]) == ("2026-05-01.1", None)
    assert manifest["sources"]["files"] == 2
    files = {file["path"]: file for file in manifest["files"]}
    rows = {path: file["rows"] for path, file in files.items() if file["table"] == "sources"}
    assert rows == {"sources.csv": 2, "sources.parquet": 2}
    found = (path for path in release.folder.rglob("*") if path.is_file())
    on_disk = {path.relative_to(release.folder).as_posix() for path in found}
    assert {*files, "manifest.json"} == on_disk
    assert "quality/report.json" in files
    for path, file in files.items():
        assert file["sha256"] == sha256_of(release.folder / path)
        assert file["bytes"] == (release.folder / path).stat().st_size


def test_the_manifest_says_what_went_in_and_what_came_out(output: Output) -> None:
    published(output, FIRST, "a.txt")
    release = published(output, SECOND, "a.txt", "b.txt").release
    manifest = json.loads((release.folder / "manifest.json").read_text())
    lineage = manifest["lineage"]
    raw, before = lineage["inputs"]
    assert (raw["name"], before["name"]) == ("raw", "releases/2026-05-01.1")
    assert raw["inputFacets"]["inputStatistics"] == {"fileCount": 2, "size": 2}
    assert raw["facets"]["version"]["datasetVersion"] == manifest["sources"]["sha256"]
    outputs = {one["name"].rpartition("/")[2]: one for one in lineage["outputs"]}
    assert set(outputs) == {file["table"] for file in manifest["files"]} - {None}
    sources = outputs["sources"]
    assert sources["name"] == "releases/2026-05-01.2/sources"
    sums = {name: sha256_of(release.folder / name) for name in ("sources.csv", "sources.parquet")}
    assert sources["facets"]["sha256"] == sums
    sizes = sum((release.folder / name).stat().st_size for name in sums)
    assert sources["outputFacets"]["outputStatistics"] == {"rowCount": 2, "fileCount": 2, "size": sizes}
    assert {one["namespace"] for one in (*lineage["inputs"], *lineage["outputs"])} == {
        lineage["job"]["namespace"]
    }


def test_a_manifest_of_older_or_newer_make_is_understood(output: Output) -> None:
    release = published(output, FIRST, "a.txt").release
    given = json.loads((release.folder / "manifest.json").read_text())
    del given["lineage"], given["sources"]["bytes"]
    given["files"][0]["colour"] = given["mood"] = given["code"]["branch"] = "new"
    copy = output.root / "manifest.json"
    copy.write_text(json.dumps(given))
    assert read_manifest(copy) == release.manifest


def test_latest_names_the_newest_release(output: Output) -> None:
    published(output, FIRST, "a.txt")
    second = published(output, SECOND, "b.txt").release
    assert second.manifest.previous == "2026-05-01.1"
    assert json.loads(output.latest_file.read_text()) == {
        "version": "2026-05-01.2",
        "path": "releases/2026-05-01.2",
        "manifest": "releases/2026-05-01.2/manifest.json",
    }


def test_the_same_data_are_not_published_twice(output: Output) -> None:
    first = published(output, FIRST, "a.txt")
    folder = ready(output, "a.txt")
    (folder / "quality" / "report.json").write_text("compared with another release")
    again = publish(folder, output, SECOND)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.release == first.release
    assert [path.name for path in output.releases.iterdir()] == ["2026-05-01.1"]


def test_a_published_release_is_never_overwritten(output: Output) -> None:
    release = published(output, FIRST, "a.txt").release
    before = {path: path.read_bytes() for path in release.folder.rglob("*.*")}
    with pytest.raises(FileExistsError, match="never overwritten"):
        published(output, FIRST, "b.txt")
    assert {path: path.read_bytes() for path in release.folder.rglob("*.*")} == before
    assert all(path.stat().st_mode & 0o222 == 0 for path in before)


def test_the_manifest_does_not_depend_on_where_the_release_stands(output: Output, tmp_path: Path) -> None:
    here, there = (ready(Output(tmp_path / name), "a.txt") for name in ("hier", "daar"))
    assert manifest_bytes(make_manifest(here, "v", None)) == manifest_bytes(make_manifest(there, "v", None))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": "2026-05-01.1"}', b"\xff"])
def test_a_damaged_manifest_is_no_manifest(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    assert read_manifest(tmp_path / "manifest.json") is None
    assert read_manifest(tmp_path / "absent.json") is None


@pytest.mark.parametrize("damage", ["no manifest", "no table", "half a table"])
def test_a_damaged_release_is_passed_over_and_latest_healed(output: Output, damage: str) -> None:
    published(output, FIRST, "a.txt")
    second = published(output, SECOND, "b.txt").release.folder
    match damage:
        case "no manifest":
            (second / "manifest.json").unlink()
        case "no table":
            (second / "sources.csv").unlink()
        case "half a table":
            (second / "sources.csv").chmod(0o600)
            (second / "sources.csv").write_text("source_path\n")
    assert whole_release(second) is None
    release = latest_release(output)
    assert release is not None
    assert release.version == FIRST
    point_to_latest(output)
    assert json.loads(output.latest_file.read_text())["version"] == "2026-05-01.1"


def test_a_release_renamed_just_before_a_power_cut_becomes_the_latest(output: Output) -> None:
    published(output, FIRST, "a.txt")
    pointer = output.latest_file.read_bytes()
    published(output, SECOND, "b.txt")
    output.latest_file.write_bytes(pointer)  # as if the power went before it was replaced
    point_to_latest(output)
    assert json.loads(output.latest_file.read_text())["version"] == "2026-05-01.2"


def test_what_dead_runs_have_left_is_removed(output: Output) -> None:
    (output.staging / "run-1" / "work").mkdir(parents=True)
    (output.staging / "run-1" / "work" / "half.parquet").write_bytes(b"PAR1")
    folder = begin_staging(output)
    assert list(output.staging.iterdir()) == [folder]


def test_reports_of_stopped_releases_are_kept_apart_and_not_for_ever(output: Output) -> None:
    for _ in range(25):
        quality = ready(output, "a.txt") / "quality"
        kept = keep_failure(output, FIRST, quality)
    assert kept.name == "2026-05-01.1-25"
    assert (kept / "quality" / "report.json").is_file()
    assert len(list(output.failed.iterdir())) == 20
    assert latest_release(output) is None
    for older in output.failed.iterdir():
        os.utime(older, (2**32, 2**32))  # the clock was set back
    assert keep_failure(output, FIRST, ready(output, "a.txt") / "quality").is_dir()


def test_a_file_replaced_in_one_step_leaves_nothing_beside_it(tmp_path: Path) -> None:
    for content in (b"old", b"new"):
        write_atomically(tmp_path / "latest.json", content)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"latest.json": b"new"}


def test_one_run_at_a_time_and_the_second_is_told_who_holds_the_output(output: Output) -> None:
    with locked(output), pytest.raises(WrongUseError, match=r"Process \d+ has been making a release since"):
        locked(output).__enter__()
    with locked(output):  # and it is free again afterwards
        pass
