"""Raw files in object storage: the same rows, reasons and texts as from a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from kamervragen.raw import IngestSummary, Source, ingest, read_ledger
from kamervragen.raw.objects import walk_objects
from kamervragen.release.executors import InlineExecutor
from kamervragen.release.workers import workers
from kamervragen.storage import Remote, Storage, StorageError
from tests.conftest import ROOT
from tests.object_storage import put_folder
from tests.releasing import contents

LETTER = "Voorbeelddocument\nVraag 1\nKent u het bericht?\nAntwoord 1\nJa.\n"


class Restless(MemoryFileSystem):
    """Storage in which every object is replaced whenever somebody has asked about it.

    It tells no MD5 and, under `gone/`, has forgotten an object by the time that it is read.
    """

    protocol = "restless"
    store: dict[str, object] = {}  # noqa: RUF012 - as in the class above
    pseudo_dirs = [""]  # noqa: RUF012 - likewise
    times = 1000

    def info(self, path: str, **_: object) -> dict[str, object]:
        info: dict[str, object] = super().info(path)
        if Restless.times:
            Restless.times -= 1
            self.pipe_file(path, f"{LETTER}{Restless.times}".encode())
        return info

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **_: object) -> bytes:
        if "gone" in path:
            raise FileNotFoundError(path)
        if "forbidden" in path:
            raise PermissionError(path)
        if "trouble" in path:
            raise ConnectionError("the network is down")
        content: bytes = super().cat_file(path, start, end)
        return content


fsspec.register_implementation("restless", Restless, clobber=True)


def ledger_of(raw: Path | Remote, into: Path, limit: int = 20_000_000) -> dict[str, Source]:
    ingest(raw, into, InlineExecutor(), limit)
    return {source.source_path: source for source in read_ledger(into / "ledger.parquet")}


def put(remote: Remote, contents: dict[str, bytes]) -> Remote:
    storage = Storage(remote)
    for name, content in contents.items():
        storage.write(name, content)
    return remote


def test_a_folder_and_a_bucket_with_the_same_files_give_the_same_bytes(
    bucket: Remote, tmp_path: Path
) -> None:
    raw = tmp_path / "raw"
    files = {
        "2024/a.txt": LETTER.encode(),
        "2024/a.meta.json": b'{"publication_id": "ah-tk-20242025-594"}',
        "2024/dubbel.txt": LETTER.encode(),
        "b.txt": f"{LETTER}b".encode("utf-16"),
        "b.txt.meta.json": b"{",
        "leeg.txt": b"",
        "groot.txt": b"a" * 3000,
        "alleen.meta.json": b"{}",
        "gold.json": b"{}",
        ".DS_Store": b"x",
        ".git/config": b"x",
        ".git/objects/1": b"x",
        "map/.hidden/a/b.txt": b"x",
        "één ?#%20&[a]*.txt": f"{LETTER}c".encode(),
    }
    for name, content in files.items():
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    here = ingest(raw, tmp_path / "here", InlineExecutor(), 2000)
    there = ingest(put(bucket / "raw", files), tmp_path / "there", InlineExecutor(), 2000)
    assert here == there == IngestSummary(files=11, loaded=3, duplicates=1, rejected=7, partitions=1)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_processes_and_partitions_make_no_difference(bucket: Remote, tmp_path: Path) -> None:
    put_folder(ROOT / "raw", bucket)
    here = ledger_of(ROOT / "raw", tmp_path / "here")
    with workers(2) as executor:
        ingest(bucket, tmp_path / "there", executor, most_files=3)
    assert {s.source_path: s for s in read_ledger(tmp_path / "there" / "ledger.parquet")} == here


def test_names_that_only_object_storage_has(bucket: Remote, tmp_path: Path) -> None:
    names = ["a//b.txt", "../c.txt", "d/../e.txt", "/f.txt", "s3://g/h.txt", "simplecache::file:///i.txt"]
    put(bucket / "raw", {name: f"{LETTER}{name}".encode() for name in names})
    put(bucket / "rawer", {"not-ours.txt": b"x"})
    # The marks of folders that some tools leave, and a document with the name of one.
    fs = Storage(bucket)._fs
    for key, body in (("raw/map/", b""), ("raw/vol/", b"x")):
        fs.call_s3("put_object", Bucket=bucket.address.removeprefix("s3://"), Key=key, Body=body)
    reasons = {path: source.reason for path, source in ledger_of(bucket / "raw", tmp_path / "work").items()}
    hidden = "The name begins with a dot: hidden folders are not read."
    assert reasons == {
        "../": hidden,
        "/f.txt": None,
        "a//b.txt": None,
        "d/../": hidden,
        "s3://g/h.txt": None,
        "simplecache::file:///i.txt": None,
        "vol/": "The name of the object ends with a slash, as only that of a folder does.",
    }


class _After(InlineExecutor):
    """Does something between finding the objects and reading them."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act = act

    def map(self, fn, *iterables, timeout=None, chunksize=1):  # type: ignore[no-untyped-def] # as in Executor
        self.act()
        return super().map(fn, *iterables)


def test_an_object_is_read_as_it_is_now(bucket: Remote, tmp_path: Path) -> None:
    storage = Storage(bucket)
    put(bucket, {name: LETTER.encode() for name in ("grown.txt", "same-size.txt", "gone.txt", "empty.txt")})

    def change() -> None:
        storage.write("grown.txt", LETTER.encode() * 2)
        storage.write("same-size.txt", LETTER.replace("Ja", "Ne").encode())
        storage.write("empty.txt", b"")
        storage.remove(["gone.txt"])

    ingest(bucket, tmp_path / "work", _After(change))
    sources = {source.source_path: source for source in read_ledger(tmp_path / "work" / "ledger.parquet")}
    assert sources["grown.txt"].size_bytes == len(LETTER) * 2
    assert (sources["same-size.txt"].status, sources["same-size.txt"].reason) == ("loaded", None)
    assert sources["gone.txt"].reason == "The file was gone when it was to be read."
    assert sources["empty.txt"].reason == "The file is empty."


def test_an_object_that_grows_over_the_limit_is_not_read(bucket: Remote, tmp_path: Path) -> None:
    put(bucket, {"a.txt": LETTER.encode()})
    grow = _After(lambda: Storage(bucket).write("a.txt", LETTER.encode() * 1000))
    ingest(bucket, tmp_path / "work", grow, limit=1000)
    (source,) = read_ledger(tmp_path / "work" / "ledger.parquet")
    assert source.reason == "The file is 0.1 MB; files over 0.001 MB are not read."


def test_an_object_that_keeps_changing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = put(Remote("restless://raw"), {"a.txt": LETTER.encode()})
    monkeypatch.setattr(Restless, "times", 1000)
    (source,) = ledger_of(raw, tmp_path / "work").values()
    assert source.reason == "The file kept changing while it was read."
    monkeypatch.setattr(Restless, "times", 1)
    (source,) = ledger_of(raw, tmp_path / "work").values()
    assert source.status == "loaded"


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Restless, "times", 0)
    raw = put(Remote("restless://other"), {"forbidden.txt": b"x", "gone.txt": b"x"})
    reasons = {path: source.reason for path, source in ledger_of(raw, tmp_path / "work").items()}
    assert reasons == {
        "forbidden.txt": "The file may not be opened (permission denied).",
        "gone.txt": "The file was gone when it was to be read.",
    }


def test_trouble_with_the_network_sets_no_file_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Restless, "times", 0)
    raw = put(Remote("restless://trouble"), {"a.txt": LETTER.encode()})
    with pytest.raises(StorageError, match="the network is down"):
        ledger_of(raw, tmp_path / "work")


def test_one_request_is_enough_for_an_object_of_s3(bucket: Remote) -> None:
    put(bucket, {f"{number}.txt": LETTER.encode() for number in range(3)})
    assert all(found.md5 for found in walk_objects(Storage(bucket)).files)
