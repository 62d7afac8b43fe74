"""A release made once more from its raw files, and compared byte by byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from kamervragen.raw.sidecar import pair
from kamervragen.raw.walk import walk
from kamervragen.release.build import build_tables
from kamervragen.release.code import code_version, library_versions
from kamervragen.release.completing import complete
from kamervragen.release.files import sha256_of
from kamervragen.release.manifest import (
    MANIFEST,
    Manifest,
    make_manifest,
    manifest_bytes,
    source_sums,
    with_files_of,
)
from kamervragen.release.output import Release, whole_release

_SHOWN = 5


class CannotRebuildError(Exception):
    """The release cannot be made again here: the message says what is missing."""


def check_rebuild(folder: Path, manifest: Manifest, raw: Path, workers: int = 2) -> Iterator[str]:
    """What comes out otherwise when the release is made again, one sentence each.

    Raw files that came after the release are left aside.

    Raises:
        CannotRebuildError: this is other code, or the raw files or the previous release are not there.
    """
    _check_code(manifest)
    previous = _previous(folder, manifest)
    with TemporaryDirectory(prefix="kamervragen-verify-") as name:
        place = Path(name)
        ready = place / "ready"
        ready.mkdir()
        build_tables(
            _only_listed(folder, raw, place / "raw"), place / "work", ready, _folder(previous), workers
        )
        if source_sums(ready / "sources.parquet") != manifest.sources:
            raise CannotRebuildError(f"{raw} does not hold the raw files that the release was made from.")
        again = make_manifest(ready, manifest.version, manifest.previous)
        complete(ready, again, previous)
        yield from _differences(folder, ready, manifest)
        again = with_files_of(again, ready)
        if (folder / MANIFEST).read_bytes() != manifest_bytes(again):
            yield f"{MANIFEST} comes out otherwise."


def _check_code(manifest: Manifest) -> None:
    version, fingerprint = code_version()
    if manifest.code.sha256 != fingerprint:
        raise CannotRebuildError(
            f"The release was made by other code (kamervragen {manifest.code.version},"
            f" {manifest.code.sha256[:12]}; this is {version}, {fingerprint[:12]}): install that to rebuild."
        )
    here = library_versions()
    others = sorted(
        f"{name} {manifest.libraries.get(name, 'none')}"
        for name in {*here, *manifest.libraries}
        if here.get(name) != manifest.libraries.get(name)
    )
    if others:
        raise CannotRebuildError(
            f"The release was made with {', '.join(others)}: install that to rebuild it."
        )


def _previous(folder: Path, manifest: Manifest) -> Release | None:
    if manifest.previous is None:
        return None
    release = whole_release(folder.resolve().parent / manifest.previous)
    if release is None:
        raise CannotRebuildError(
            f"The release before it, {manifest.previous}, is not whole beside it, and what changed cannot be"
            " told without."
        )
    return release


def _folder(release: Release | None) -> Path | None:
    return release.folder if release else None


def _only_listed(folder: Path, raw: Path, place: Path) -> Path:
    """The raw folder as it was: itself, or a copy without the files that have come since."""
    listed = _ledger(folder)
    everything = walk(raw)
    sidecars, alone = pair(everything.files, everything.sidecars)
    found = {file.path: file for file in (*everything.files, *alone)}
    gone = sorted(set(listed) - set(found))
    edited = sorted(
        path
        for path, sum_ in listed.items()
        if sum_ and path in found and found[path].target and sha256_of(_path(found[path].target)) != sum_
    )
    if gone or edited:
        parts = [_some("missing", gone), _some("edited since", edited)]
        what = "; ".join(filter(None, parts))
        raise CannotRebuildError(f"{raw} does not hold the raw files that the release was made from: {what}.")
    extra = sorted(set(found) - set(listed))
    if not extra:
        return raw
    place.mkdir()
    for path in listed:
        _copy(found[path].name, raw, place)
        if path in sidecars:
            _copy(sidecars[path].name, raw, place)
    return place


def _ledger(folder: Path) -> dict[str, str | None]:
    with pq.ParquetFile(folder / "sources.parquet") as file:
        table = file.read(["source_path", "source_sha256"])
    return dict(zip(table["source_path"].to_pylist(), table["source_sha256"].to_pylist(), strict=True))


def _copy(name: bytes, raw: Path, place: Path) -> None:
    """Copy a raw file as it is; links stay links."""
    source, target = raw / _path(name), place / _path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink() or source.is_file():
        shutil.copy2(source, target, follow_symlinks=False)


def _path(name: bytes) -> Path:
    return Path(os.fsdecode(name))


def _some(what: str, paths: list[str]) -> str:
    if not paths:
        return ""
    more = f" and {len(paths) - _SHOWN:,} more" if len(paths) > _SHOWN else ""
    return f"{what}: {', '.join(paths[:_SHOWN])}{more}"


def _differences(folder: Path, ready: Path, manifest: Manifest) -> Iterator[str]:
    made = {path.relative_to(ready).as_posix() for path in ready.rglob("*") if path.is_file()}
    known = {file.path: file.sha256 for file in manifest.files}
    for name in sorted(made | set(known)):
        if name not in known:
            yield f"{name} is made now, and is not in the release."
        elif name not in made:
            yield f"{name} is in the release, and is not made now."
        elif sha256_of(ready / name) != known[name]:
            yield f"{name} comes out otherwise."
