"""The last step: a release that stands ready becomes a published one, all at once or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamervragen.release.completing import complete
from kamervragen.release.files import make_folder, put_in_place, settle, sync_folder, temporary_files_in
from kamervragen.release.manifest import MANIFEST, make_manifest, manifest_bytes, with_files_of
from kamervragen.release.output import (
    Output,
    Release,
    latest_sound_release,
    point_to_latest,
    pointer_aside,
    whole_release,
)
from kamervragen.release.undisturbed import undisturbed
from kamervragen.release.versions import Version


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it: the new release, or the latest one when that holds the same data already."""

    release: Release
    is_new: bool


def publish(ready: Path, output: Output, version: Version) -> Publication:
    """Publish the files in `ready` (on the same file system as `output`) as release `version`.

    When the latest sound release holds the same data files, byte for byte, nothing is published. Else what
    is made from the tables is put beside them.

    Raises:
        FileExistsError: that version has been published; releases are never overwritten.
    """
    return publish_after(latest_sound_release(output), ready, output, version)


def publish_after(latest: Release | None, ready: Path, output: Output, version: Version) -> Publication:
    """The same, when it is known which sound release is the latest."""
    target = output.releases / str(version)
    if not ready.exists() and (release := whole_release(target)) is not None:
        point_to_latest(output)
        return Publication(release, is_new=True)  # an earlier try came as far as the rename
    manifest = make_manifest(ready, str(version), str(latest.version) if latest else None)
    if latest is not None and latest.manifest.data == manifest.data:
        point_to_latest(output)
        return Publication(latest, is_new=False)
    if target.exists():
        raise FileExistsError(f"release {version} exists and is never overwritten")
    with temporary_files_in(ready.with_name("temporary")):
        sums = complete(ready, manifest, latest)
    manifest = with_files_of(manifest, ready, sums)
    (ready / MANIFEST).write_bytes(manifest_bytes(manifest))
    settle(ready)
    make_folder(output.releases)
    pointer = pointer_aside(output, version)  # now, when a full disk still does no harm
    with undisturbed():  # a release and its pointer belong together
        try:
            ready.rename(target)
        except OSError:
            pointer.unlink(missing_ok=True)
            raise
        sync_folder(output.releases)
        sync_folder(ready.parent)
        put_in_place(pointer, output.latest_file)
    release = whole_release(target)
    if release is None:  # pragma: no cover - somebody has damaged it between these lines
        raise OSError(f"{target} was damaged while it was published")
    return Publication(release, is_new=True)
