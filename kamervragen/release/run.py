"""One run of the main job: its folders, its version, and nothing of it left behind afterwards."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kamervragen.release.cluster import check_cluster
from kamervragen.release.errors import WrongUseError
from kamervragen.release.lock import locked
from kamervragen.release.manifest import MANIFEST
from kamervragen.release.output import Output, begin_staging, point_to_latest, versions
from kamervragen.release.versions import Version, next_version, parse_version


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage of a run needs to know.

    `work` is for what passes between the stages, `ready` becomes the release; both are in `output`'s
    staging folder. `previous` is the folder of the latest release, None when this is the first. `workers`
    is how many processes may be used; texts are read on the Dask cluster of `scheduler`, where one is given.
    """

    raw: Path
    output: Path
    work: Path
    ready: Path
    version: str
    previous: Path | None
    workers: int
    scheduler: str | None


def check_request(raw: Path, output: Path, version: str | None = None, scheduler: str | None = None) -> None:
    """See that a run can begin, at no cost: that the folders, the version and the cluster can be used.

    The raw folder must be one, and the output be writable and not stand inside it.

    Raises:
        WrongUseError: with what to do about it.
    """
    if not raw.exists():
        raise WrongUseError(f"There is no folder {raw}; --raw names the folder with the raw text files.")
    if not raw.is_dir():
        raise WrongUseError(f"{raw} is not a folder; --raw names the folder with the raw text files.")
    if output.exists() and not output.is_dir():
        raise WrongUseError(f"{output} is not a folder; --output names the folder for the releases.")
    if complaint := misplaced(raw, output):
        raise WrongUseError(complaint)
    try:
        output.mkdir(parents=True, exist_ok=True)
        if not os.access(output, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise WrongUseError(
            f"Nothing can be written in the output folder {output}: {error.strerror}."
        ) from None
    _chosen(version, versions(Output(output)))
    if scheduler is not None:
        check_cluster(scheduler)


def misplaced(raw: Path, output: Path) -> str | None:
    """Why nothing may be written in the folder `output`; None when it is in a fit place."""
    place = output.resolve()
    if place.is_relative_to(raw.resolve()):
        return (
            f"The output folder {output} is inside the raw folder {raw}, so that releases would be read as"
            " raw files; choose another one."
        )
    for folder in (place, *place.parents):
        if (folder / MANIFEST).exists():
            return f"{folder} is a release and never changed; choose another output folder."
    return None


@contextmanager
def begun(
    raw: Path, output: Path, version: str | None = None, workers: int = 1, scheduler: str | None = None
) -> Iterator[Run]:
    """A run in the folder `output`, which is held until the block ends.

    Raises:
        WrongUseError: the folders, the version or the cluster are of no use, or another run holds the output.
        OSError: the output folder cannot be written.
    """
    check_request(raw, output, version, scheduler)
    folders = Output(output.resolve())
    with locked(folders):
        previous = point_to_latest(folders)
        chosen = _chosen(version, versions(folders))
        staging = begin_staging(folders)
        try:
            work, ready = staging / "work", staging / "ready"
            ready.mkdir()
            yield Run(
                raw=raw.resolve(),
                output=folders.root,
                work=work,
                ready=ready,
                version=str(chosen),
                previous=previous.folder if previous else None,
                workers=workers,
                scheduler=scheduler,
            )
        finally:
            shutil.rmtree(folders.staging, ignore_errors=True)


def _chosen(wanted: str | None, existing: list[Version]) -> Version:
    if wanted is None:
        return next_version(existing)
    version = parse_version(wanted)
    if version is None:
        raise WrongUseError(f"{wanted!r} is not a version; versions look like 2026-05-01.1.")
    if version in existing:
        raise WrongUseError(f"Release {version} exists, and releases are never overwritten.")
    if existing and version < existing[-1]:
        raise WrongUseError(f"Version {version} comes before the latest release, {existing[-1]}.")
    return version
