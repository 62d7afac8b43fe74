"""Whether what is asked of a run can be done, seen before anything begins."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kamervragen.release.cluster import check_cluster
from kamervragen.release.errors import WrongUseError
from kamervragen.release.manifest import MANIFEST
from kamervragen.release.output import Output, versions
from kamervragen.release.places import local_folder
from kamervragen.release.remote_output import RemoteOutput, versions_in
from kamervragen.release.versions import Version, next_version, parse_version
from kamervragen.storage import AddressError, Remote, Storage


def check_request(
    raw: Path | Remote,
    output: Path | RemoteOutput,
    version: str | None = None,
    scheduler: str | None = None,
) -> None:
    """See that a run can begin, at no cost: that the folders, the version and the cluster can be used.

    The raw folder must be one, and the output be writable and not stand inside it.

    Raises:
        WrongUseError: with what to do about it.
    """
    for place in (raw, output):
        _check_unicode(place)
    if isinstance(raw, Remote):
        _check_remote_raw(raw)
    else:
        _check_raw(raw)
    folder = local_folder(output)
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f"{folder} is not a folder; --output names the folder for the releases.")
    if complaint := misplaced(raw, output):
        raise WrongUseError(complaint)
    _check_writable(folder)
    if isinstance(output, RemoteOutput):
        with in_words(output.folder):
            existing = versions_in(Storage(output.folder))
    else:
        existing = versions(Output(output))
    chosen_version(version, existing)
    if scheduler is not None:
        check_cluster(scheduler)


def _check_unicode(place: Path | Remote | RemoteOutput) -> None:
    """Names of files may be of any bytes, those of the folders not: Prefect cannot note them."""
    try:
        str(_shown(place)).encode()
    except UnicodeEncodeError:
        raise WrongUseError(
            f"The name of the folder {_shown(place)} is no valid UTF-8; give it or one above it another name."
        ) from None


def _check_raw(raw: Path) -> None:
    if not raw.exists():
        raise WrongUseError(f"There is no folder {raw}; --raw names the folder with the raw text files.")
    if not raw.is_dir():
        raise WrongUseError(f"{raw} is not a folder; --raw names the folder with the raw text files.")


def _check_remote_raw(raw: Remote) -> None:
    with in_words(raw):
        if not Storage(raw).is_folder():
            raise WrongUseError(f"There is nothing in {raw}; --raw names the folder with the raw text files.")


def misplaced(raw: Path | Remote, output: Path | RemoteOutput) -> str | None:
    """Why nothing may be written in the folder `output`; None when it is in a fit place."""
    place = local_folder(output).resolve()
    if isinstance(raw, Path):
        inside = place.is_relative_to(raw.resolve())
    else:
        inside = isinstance(output, RemoteOutput) and output.folder.is_within(raw)
    if inside:
        return (
            f"The output folder {_shown(output)} is inside the raw folder {raw}, so that releases would be"
            " read as raw files; choose another one."
        )
    for folder in (place, *place.parents):
        if (folder / MANIFEST).exists():
            return f"{folder} is a release and never changed; choose another output folder."
    return None


def _check_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            read_only = os.statvfs(folder).f_flag & os.ST_RDONLY
            reason = errno.EROFS if read_only else errno.EACCES
            raise OSError(reason, os.strerror(reason))
    except OSError as error:
        raise WrongUseError(
            f"Nothing can be written in the output folder {folder}: {error.strerror}."
        ) from None


def _shown(place: Path | Remote | RemoteOutput) -> Path | Remote:
    return place.folder if isinstance(place, RemoteOutput) else place


@contextmanager
def in_words(remote: Remote) -> Iterator[None]:
    """Trouble with object storage before anything has begun: most often an address or credentials."""
    try:
        yield
    except (AddressError, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        raise WrongUseError(f"{remote} cannot be used: {reason}") from None


def chosen_version(wanted: str | None, existing: list[Version]) -> Version:
    """The version of a new release beside the existing ones: the `wanted` one, or the next of today.

    Raises:
        WrongUseError: it is none, or there is such a release or a later one.
    """
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
