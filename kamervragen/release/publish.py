"""The last step: a release that stands ready becomes a published one, all at once or not at all."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kamervragen.release.completing import complete
from kamervragen.release.files import sync_file, sync_folder
from kamervragen.release.manifest import MANIFEST, make_manifest, manifest_bytes, with_files_of
from kamervragen.release.output import Output, Release, latest_release, point_to_latest, whole_release
from kamervragen.release.versions import Version


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it: the new release, or the latest one when that holds the same data already."""

    release: Release
    is_new: bool


def publish(ready: Path, output: Output, version: Version) -> Publication:
    """Publish the files in `ready` (on the same file system as `output`) as release `version`.

    When the latest release holds the same data files, byte for byte, nothing is published. Else what is made
    from the tables is put beside them.

    Raises:
        FileExistsError: that version has been published; releases are never overwritten.
    """
    latest = latest_release(output)
    manifest = make_manifest(ready, str(version), str(latest.version) if latest else None)
    if latest is not None and latest.manifest.data == manifest.data:
        point_to_latest(output)
        return Publication(latest, is_new=False)
    target = output.releases / str(version)
    if target.exists():
        raise FileExistsError(f"release {version} exists and is never overwritten")
    complete(ready, manifest, latest)
    manifest = with_files_of(manifest, ready)
    (ready / MANIFEST).write_bytes(manifest_bytes(manifest))
    _settle(ready)
    output.releases.mkdir(parents=True, exist_ok=True)
    with _undisturbed():
        ready.rename(target)
        sync_folder(output.releases)
        point_to_latest(output)
    release = whole_release(target)
    if release is None:  # pragma: no cover - somebody has damaged it between these lines
        raise OSError(f"{target} was damaged while it was published")
    return Publication(release, is_new=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Whoever asks us to stop in the block is heard after it: a release and its pointer belong together."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle(folder: Path) -> None:
    """Everything in the folder is on the disk, and read-only from here on."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
        else:
            path.chmod(0o444)
            sync_file(path)
    sync_folder(folder)
