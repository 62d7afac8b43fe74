"""Releases in object storage: sent whole, found whole, and nothing left of runs that died."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamervragen.release.errors import WrongUseError
from kamervragen.release.manifest import MANIFEST
from kamervragen.release.places import chosen_output, chosen_raw
from kamervragen.release.remote_lock import LockLostError, held
from kamervragen.release.remote_output import (
    RemoteOutput,
    remote_output,
    send_failure,
    send_log,
    send_release,
    take_stock,
)
from kamervragen.release.request import check_request
from kamervragen.release.run import begun
from kamervragen.storage import Remote, Storage
from tests.conftest import ROOT
from tests.object_storage import objects_in, put_folder
from tests.releasing import contents, make_release, released_there

FIRST, SECOND, THIRD = "2026-05-01.1", "2026-05-01.2", "2026-05-02.1"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Two small documents."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in ("docx-ah.txt", "een-regel.txt"):
        (folder / name).write_bytes((ROOT / "raw" / name).read_bytes())
    return folder


@pytest.fixture
def output(bucket: Remote, tmp_path: Path) -> RemoteOutput:
    return remote_output(bucket / "output", tmp_path / "scratch")


def latest_named(output: RemoteOutput) -> str:
    version: str = json.loads(Storage(output.folder).read_whole("latest.json"))["version"]
    return version


def names_in(output: RemoteOutput) -> list[str]:
    return sorted(Storage(output.folder).objects())


def test_a_release_there_is_the_release_that_is_made_here(
    raw: Path, output: RemoteOutput, tmp_path: Path
) -> None:
    for version, more in ((FIRST, ""), (SECOND, "\nVraag 9\nIs dit nieuw?\n")):
        (raw / "een-regel.txt").open("a").write(more)
        here = make_release(raw, tmp_path / "here", version)
        there = released_there(put_folder(raw, Remote(f"memory:/{tmp_path}/{version}")), output, version)
        assert there.is_new
        assert objects_in(output.folder / "releases" / version) == contents(here.folder)
        latest = Storage(output.folder).read_whole("latest.json")
        assert latest == (tmp_path / "here" / "latest.json").read_bytes()
    assert latest_named(output) == SECOND
    assert not (output.scratch / "releases").exists()
    assert not (output.scratch / ".staging").exists()
    assert [name for name in names_in(output) if name.startswith(".")] == []


def test_with_nothing_changed_nothing_is_sent(raw: Path, output: RemoteOutput) -> None:
    released_there(raw, output, FIRST)
    before = objects_in(output.folder)
    again = released_there(raw, output, SECOND)
    assert (again.is_new, str(again.release.version)) == (False, FIRST)
    assert objects_in(output.folder) == before


def test_what_a_dead_run_has_sent_is_removed_and_its_version_used(raw: Path, output: RemoteOutput) -> None:
    storage = Storage(output.folder)
    storage.write(f"releases/{SECOND}/questions.csv", b"half of it")
    storage.write(f"releases/{SECOND}/quality/report.json", b"{}")
    released_there(raw, output, SECOND)
    manifest = json.loads(storage.read_whole(f"releases/{SECOND}/{MANIFEST}"))
    sent = {name for name in names_in(output) if name.startswith("releases/")}
    assert sent == {f"releases/{SECOND}/{file['path']}" for file in manifest["files"]} | {
        f"releases/{SECOND}/{MANIFEST}"
    }


@pytest.mark.parametrize("damage", ["missing", "shorter", "other bytes", "manifest"])
def test_a_damaged_latest_release_is_passed_over_and_kept(
    raw: Path, output: RemoteOutput, tmp_path: Path, damage: str
) -> None:
    storage = Storage(output.folder)
    released_there(raw, output, FIRST)
    (raw / "een-regel.txt").open("a").write("\nNog een regel.\n")
    released_there(raw, output, SECOND)
    table = f"releases/{SECOND}/documents.parquet"
    content = storage.read_whole(table)
    match damage:
        case "missing":
            storage.remove([table])
        case "shorter":
            storage.write(table, content[:-1])
        case "other bytes":
            storage.write(table, bytes([content[0] ^ 1]) + content[1:])
        case "manifest":
            storage.write(f"releases/{SECOND}/{MANIFEST}", b"{")
    stock = take_stock(storage, tmp_path / "stock")
    assert stock.latest is not None
    assert str(stock.latest.version) == FIRST
    assert [str(version) for version in stock.versions] == [FIRST, SECOND]
    assert latest_named(output) == FIRST
    assert released_there(raw, output, THIRD).is_new
    assert latest_named(output) == THIRD


def test_a_version_is_never_published_twice(raw: Path, output: RemoteOutput) -> None:
    released_there(raw, output, SECOND)
    for version, complaint in ((SECOND, "never overwritten"), (FIRST, "comes before the latest")):
        with pytest.raises(WrongUseError, match=complaint):
            check_request(raw, output, version)


def test_sending_again_after_trouble_is_no_trouble(raw: Path, output: RemoteOutput, tmp_path: Path) -> None:
    release = make_release(raw, tmp_path / "here", FIRST)
    storage = Storage(output.folder)
    with held(storage) as lock:
        storage.write(f"releases/{FIRST}/questions.csv", b"half of it")
        send_release(storage, release, lock)
        sent = objects_in(output.folder)
        send_release(storage, release, lock)
        assert objects_in(output.folder) == sent
        other = make_release(raw, tmp_path / "other", FIRST)
        (other.folder / MANIFEST).chmod(0o644)
        (other.folder / MANIFEST).write_text("{}")
        with pytest.raises(FileExistsError, match="never overwritten"):
            send_release(storage, other, lock)


def test_a_run_that_has_lost_its_lock_publishes_nothing(
    raw: Path, output: RemoteOutput, tmp_path: Path
) -> None:
    release = make_release(raw, tmp_path / "here", FIRST)
    storage = Storage(output.folder)
    with held(storage) as lock:
        storage.remove([lock])
        with pytest.raises(LockLostError):
            send_release(storage, release, lock)
    assert storage.objects() == {}


def test_reports_of_stopped_releases_are_kept_for_a_while(output: RemoteOutput, tmp_path: Path) -> None:
    report = tmp_path / "quality"
    report.mkdir()
    (report / "report.json").write_text("{}")
    storage = Storage(output.folder)
    places = [send_failure(storage, version, report) for version in [FIRST] * 12 + [SECOND] * 12]
    assert str(places[-1]) == f"{output.folder}/failed/{SECOND}-12"
    kept = [f"{FIRST}-{number}" for number in range(5, 13)] + [
        f"{SECOND}-{number}" for number in range(1, 13)
    ]
    assert names_in(output) == sorted(f"failed/{name}/quality/report.json" for name in kept)


def test_the_last_hundred_logs_are_kept(output: RemoteOutput, tmp_path: Path) -> None:
    storage = Storage(output.folder)
    for number in range(103):
        log = tmp_path / f"{number:03d}.jsonl"
        log.write_text("{}\n")
        send_log(storage, log)
    assert storage.names("runs") == [f"{number:03d}.jsonl" for number in range(3, 103)]
    (tmp_path / "000.jsonl").write_text("the clock was set back")
    send_log(storage, tmp_path / "000.jsonl")
    assert storage.names("runs")[0] == "000.jsonl"


@pytest.mark.parametrize(
    ("raw", "output", "complaint"),
    [
        ("memory://nothing-here/raw", "memory://x/output", "There is nothing in memory://nothing-here/raw"),
        ("s3://no-such-bucket/raw", "memory://x/output", "There is nothing in s3://no-such-bucket/raw"),
        ("raw", "s3://no-such-bucket/x", "s3://no-such-bucket/x cannot be used: .*bucket does not exist"),
        ("raw", "unknown://x/y", "unknown://x/y cannot be used: Protocol not known"),
        ("s3://b/raw", "s3://b/raw/output", "is inside the raw folder"),
        ("s3://b/raw", "s3://b/raw", "is inside the raw folder"),
    ],
)
def test_what_cannot_be_used_is_said(
    s3: None, tmp_path: Path, raw: str, output: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    if raw.startswith("s3://b/"):
        monkeypatch.setattr(Storage, "is_folder", lambda self: True)
    with pytest.raises(WrongUseError, match=complaint), begun(chosen_raw(raw), chosen_output(output)):
        pass


def test_a_scratch_folder_that_others_may_write_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first = chosen_output("s3://emmer/x")
    assert isinstance(first, RemoteOutput)
    assert first == chosen_output("s3://emmer/x") != chosen_output("s3://emmer/y")
    first.scratch.parent.chmod(0o777)
    with pytest.raises(WrongUseError, match="give --scratch DIR"):
        chosen_output("s3://emmer/x")
    assert chosen_output("s3://emmer/x", tmp_path / "mine") == RemoteOutput(
        Remote("s3://emmer/x"), tmp_path / "mine" / first.scratch.name
    )
    with pytest.raises(WrongUseError, match="A scratch folder is for an output in object storage"):
        chosen_output("output", "mine")
