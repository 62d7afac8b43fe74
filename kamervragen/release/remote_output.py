"""An output folder in object storage: the same names as in a local one, and no way to rename anything.

Releases are built in a local folder, the scratch, and sent from there: the manifest last, so that a release
without one is of a run that died while it sent, and is removed by the next. All of this is for whoever
holds the lock of the output (`kamervragen.release.remote_lock`).
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kamervragen.release.errors import WrongUseError
from kamervragen.release.files import sha256_of
from kamervragen.release.manifest import MANIFEST, Manifest, manifest_in, read_manifest
from kamervragen.release.output import FAILED, FAILURES_KEPT, LATEST, RELEASES, Release, pointer
from kamervragen.release.remote_lock import check_held
from kamervragen.release.versions import Version, parse_version
from kamervragen.storage import ObjectFacts, Remote, Storage
from schemas import TABLES

RUNS = "runs"
_REPORT = "quality/report.json"
_LOGS_KEPT = 100


@dataclass(frozen=True, slots=True)
class RemoteOutput:
    """An output folder in object storage, and the local folder in which its releases are built."""

    folder: Remote
    scratch: Path


@dataclass(frozen=True, slots=True)
class Stock:
    """What an output holds: its latest whole release, and all versions there are, oldest first."""

    latest: Release | None
    versions: list[Version]


def remote_output(folder: Remote, scratch: Path | None = None) -> RemoteOutput:
    """The output at that address; each has a folder of its own in `scratch` (by default in the system's).

    Raises:
        WrongUseError: there is no safe place for the scratch folder.
    """
    name = hashlib.sha256(folder.address.encode()).hexdigest()[:16]
    return RemoteOutput(folder, (scratch.resolve() if scratch else _own_temporary_folder()) / name)


def _own_temporary_folder() -> Path:
    """A folder that is the same in every run, so that what a dead one has left is found and removed."""
    folder = Path(tempfile.gettempdir()) / f"kamervragen-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o022:
        raise WrongUseError(f"{folder} is not safe to work in: others may write there; give --scratch DIR.")
    return folder


def place_of(remote: Remote, version: Version) -> Remote:
    """Where that release stands."""
    return remote / RELEASES / str(version)


def versions_in(storage: Storage) -> list[Version]:
    """All versions that were sent to their end, oldest first."""
    versions = _begun_versions(storage)
    while versions and not storage.exists(f"{RELEASES}/{versions[-1]}/{MANIFEST}"):
        versions.pop()
    return versions


def _begun_versions(storage: Storage) -> list[Version]:
    found = (parse_version(name) for name in storage.names(RELEASES))
    return sorted(version for version in found if version is not None)


def take_stock(storage: Storage, releases: Path) -> Stock:
    """What the output holds. The latest whole release is fetched to the folder `releases`: as much of it as
    it takes to compare another one with it.

    Releases that were never sent to their end are removed. Makes `latest.json` name the latest one.
    """
    versions = _begun_versions(storage)
    for version in reversed(versions.copy()):
        objects = storage.objects(f"{RELEASES}/{version}")
        if MANIFEST not in objects:
            storage.remove(f"{RELEASES}/{version}/{name}" for name in objects)
            versions.remove(version)
            continue
        release = _fetched(storage, version, objects, releases / str(version))
        if release is not None:
            _point_to(storage, version)
            return Stock(release, versions)
    return Stock(None, versions)


def _fetched(
    storage: Storage, version: Version, objects: dict[str, ObjectFacts], folder: Path
) -> Release | None:
    """The release with its tables and its report; None when it is not sound."""
    storage.fetch(f"{RELEASES}/{version}/{MANIFEST}", folder / MANIFEST)
    manifest = read_manifest(folder / MANIFEST)
    if manifest is None or manifest.version != str(version) or not _is_whole(manifest, objects):
        return None
    for file in manifest.files:
        if file.path == _REPORT or (file.table in TABLES and file.path.endswith(".parquet")):
            storage.fetch(f"{RELEASES}/{version}/{file.path}", folder / file.path)
            if sha256_of(folder / file.path) != file.sha256:
                return None
    return Release(version, folder, manifest)


def _is_whole(manifest: Manifest, objects: dict[str, ObjectFacts]) -> bool:
    return all(file.path in objects and objects[file.path].size == file.bytes for file in manifest.files)


def whole_there(storage: Storage, version: Version) -> bool:
    """Whether a release has its manifest, and all files that this names have the size that it says."""
    place = f"{RELEASES}/{version}"
    objects = storage.objects(place)
    if MANIFEST not in objects:
        return False
    manifest = manifest_in(storage.read_whole(f"{place}/{MANIFEST}"))
    return manifest is not None and manifest.version == str(version) and _is_whole(manifest, objects)


def send_release(storage: Storage, release: Release, lock: str) -> None:
    """Publish a release that stands in its local folder; may be repeated when it fails on the way.

    Raises:
        LockLostError: another run has taken the output over.
        OSError: the storage does not take it.
    """
    place = f"{RELEASES}/{release.version}"
    sent = storage.objects(place)
    if MANIFEST not in sent:
        for file in release.manifest.files:
            check_held(storage, lock)
            storage.send(release.folder / file.path, f"{place}/{file.path}")
        if not _is_whole(release.manifest, storage.objects(place)):
            raise OSError(f"{storage.remote}/{place} does not hold what was sent")
        check_held(storage, lock)
    if not storage.create(f"{place}/{MANIFEST}", (release.folder / MANIFEST).read_bytes()):
        _check_same(storage, release, place)
    _point_to(storage, release.version)


def _check_same(storage: Storage, release: Release, place: str) -> None:
    if storage.read_whole(f"{place}/{MANIFEST}") != (release.folder / MANIFEST).read_bytes():
        raise FileExistsError(f"release {release.version} exists and is never overwritten")


def _point_to(storage: Storage, version: Version) -> None:
    try:
        if storage.read_whole(LATEST) == pointer(version):
            return
    except FileNotFoundError:
        pass
    storage.write(LATEST, pointer(version))


def send_failure(storage: Storage, version: str, report: Path) -> Remote:
    """Put the report of a stopped release where it can be looked at, and forget the oldest ones."""
    existing = storage.names(FAILED)
    numbers = [int(name.rpartition("-")[2]) for name in existing if name.startswith(f"{version}-")]
    name = f"{version}-{max(numbers, default=0) + 1}"
    for file in sorted(path for path in report.rglob("*") if path.is_file()):
        below = file.relative_to(report.parent).as_posix()
        storage.send(file, f"{FAILED}/{name}/{below}")
    for old in sorted((*existing, name), key=_order_of_failure)[:-FAILURES_KEPT]:
        storage.remove(f"{FAILED}/{old}/{below}" for below in storage.objects(f"{FAILED}/{old}"))
    return storage.remote / FAILED / name


def _order_of_failure(name: str) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", name)]


def send_log(storage: Storage, log: Path) -> None:
    """Keep the log of a run, and forget the oldest ones."""
    storage.send(log, f"{RUNS}/{log.name}")
    others = (old for old in storage.names(RUNS)[:-_LOGS_KEPT] if old != log.name)  # clocks may be set back
    storage.remove(f"{RUNS}/{old}" for old in others)
