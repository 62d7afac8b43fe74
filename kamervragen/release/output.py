"""The output folder: where releases stand, where they are built, and which one is the latest.

    output/
        releases/2026-05-01.1/   a release: tables, quality report, manifest.json; never changed again
        latest.json              names the newest release
        failed/2026-05-02.1-1/   the quality report of a release that a check stopped
        runs/                    the log of each run, the last hundred
        .readings/               what was read before; it may be deleted at any time
        .staging/                where a release is built; of no use after the run
        .lock                    held while a release is made

A release is whole when it has its manifest, which is written last, and the files that this names, and sound
when these have the sums that it says.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kamervragen.release.files import (
    aside,
    make_folder,
    put_in_place,
    settle,
    sha256_of,
    sync_folder,
    written_aside,
)
from kamervragen.release.manifest import MANIFEST, Manifest, read_manifest
from kamervragen.release.versions import Version, parse_version

# The names in an output, in a folder here and in object storage alike.
RELEASES, FAILED, LATEST = "releases", "failed", "latest.json"
FAILURES_KEPT = 20


@dataclass(frozen=True, slots=True)
class Release:
    """A whole release in its folder."""

    version: Version
    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder; nothing in it needs to exist yet."""

    root: Path

    @property
    def releases(self) -> Path:
        """Where the releases stand, each in a folder of its version."""
        return self.root / RELEASES

    @property
    def staging(self) -> Path:
        """Where releases are built."""
        return self.root / ".staging"

    @property
    def readings(self) -> Path:
        """Where what was read before is kept."""
        return self.root / ".readings"

    @property
    def failed(self) -> Path:
        """Where the reports of stopped releases stand."""
        return self.root / FAILED

    @property
    def runs(self) -> Path:
        """Where the logs of runs stand."""
        return self.root / "runs"

    @property
    def latest_file(self) -> Path:
        """The file that names the newest release."""
        return self.root / LATEST

    @property
    def lock_file(self) -> Path:
        """The file that is locked while a release is made."""
        return self.root / ".lock"


def versions(output: Output) -> list[Version]:
    """All versions that have a folder, whole or not, oldest first."""
    if not output.releases.is_dir():
        return []
    found = (parse_version(folder.name) for folder in output.releases.iterdir())
    return sorted(version for version in found if version is not None)


def published(output: Output) -> list[Version]:
    """All versions that have a manifest, sound or not, oldest first."""
    return [one for one in versions(output) if (output.releases / str(one) / MANIFEST).is_file()]


def latest_release(output: Output) -> Release | None:
    """The newest whole release; damaged ones are passed over."""
    for version in reversed(versions(output)):
        release = whole_release(output.releases / str(version))
        if release is not None:
            return release
    return None


def latest_sound_release(output: Output) -> Release | None:
    """The newest release whose files are all as they were written; damaged ones are passed over.

    Every byte is read for it, once in a process unless a file is changed.
    """
    for version in reversed(versions(output)):
        release = whole_release(output.releases / str(version))
        if release is not None and is_sound(release):
            return release
    return None


def is_sound(release: Release) -> bool:
    """Whether the files of a release have the sums that its manifest says."""
    try:
        return all(_sum_now(release.folder / file.path) == file.sha256 for file in release.manifest.files)
    except OSError:
        return False


def _sum_now(path: Path) -> str:
    status = path.stat()
    return _sum(path, (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns))


@cache
def _sum(path: Path, state: tuple[int, ...]) -> str:  # the state is there to tell a changed file
    return sha256_of(path)


def whole_release(folder: Path) -> Release | None:
    """The release in `folder`; None when its manifest or a file of its manifest's size is missing."""
    version, manifest = parse_version(folder.name), read_manifest(folder / MANIFEST)
    if version is None or manifest is None or manifest.version != str(version):
        return None
    for file in manifest.files:
        path = folder / file.path
        if not path.is_file() or path.stat().st_size != file.bytes:
            return None
    return Release(version, folder, manifest)


def point_to_latest(output: Output) -> Release | None:
    """Make `latest.json` name the newest sound release, in one step; does nothing when it already does."""
    release = latest_sound_release(output)
    if release is None:
        return None
    path = output.latest_file
    if not path.is_file() or path.read_bytes() != pointer(release.version):
        put_in_place(pointer_aside(output, release.version), path)
    aside(path).unlink(missing_ok=True)  # a run that was killed may have left it
    return release


def pointer_aside(output: Output, version: Version) -> Path:
    """A `latest.json` that names the release `version`, which need not be there yet, to be put in place."""
    return written_aside(output.latest_file, pointer(version))


def pointer(version: Version) -> bytes:
    """The content of a `latest.json` that names the release `version`, here or in object storage."""
    path = f"{RELEASES}/{version}"
    named = {"version": str(version), "path": path, "manifest": f"{path}/{MANIFEST}"}
    return (json.dumps(named, indent=2) + "\n").encode()


def begin_staging(output: Output) -> Path:
    """A new empty folder to build a release in; what dead runs have left is removed.

    To be called while the output is locked: whatever stands there belongs to nobody then.
    """
    if output.staging.exists():
        shutil.rmtree(output.staging)
    folder = output.staging / f"run-{os.getpid()}"
    folder.mkdir(parents=True)
    return folder


def keep_failure(output: Output, version: Version | str, quality: Path) -> Path:
    """Move the report of a stopped release to where it can be looked at, and forget the oldest ones."""
    make_folder(output.failed)
    endings = [path.name.rpartition("-")[2] for path in output.failed.glob(f"{version}-*")]
    number = max((int(ending) for ending in endings if ending.isdecimal()), default=0) + 1
    folder = output.failed / f"{version}-{number}"
    whole = quality.with_name("failure")
    whole.mkdir()
    quality.rename(whole / quality.name)
    settle(whole)
    whole.rename(folder)
    sync_folder(output.failed)
    kept = sorted(output.failed.iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for old in kept[:-FAILURES_KEPT]:
        if old != folder:  # the clock may have been set back
            shutil.rmtree(old)
    return folder
