"""Releases made for tests, by the library alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kamervragen.raw.texts import MOST_FILES
from kamervragen.release.build import build_tables
from kamervragen.release.delivery import finish, send
from kamervragen.release.output import Output, Release
from kamervragen.release.publish import Publication, publish
from kamervragen.release.remote_output import RemoteOutput
from kamervragen.release.run import begun
from kamervragen.release.versions import parse_version
from kamervragen.storage import Remote


def make_release(
    raw: Path, output: Path, version: str, *, scheduler: str | None = None, most_files: int = MOST_FILES
) -> Release:
    """The release of `raw` in `output`; the latest one when nothing has changed."""
    with begun(raw, output, version, scheduler=scheduler) as run:
        build_tables(
            run.raw, run.work, run.ready, run.previous, scheduler=run.scheduler, most_files=most_files
        )
        wanted = parse_version(version)
        assert wanted is not None
        return publish(run.ready, Output(run.output), wanted).release


def released_there(raw: Path | Remote, output: RemoteOutput, version: str, **options: Any) -> Publication:
    """A run of the library with its output in object storage."""
    with begun(raw, output, version, scheduler=options.get("scheduler")) as run:
        build_tables(run.raw, run.work, run.ready, run.previous, **options)
        publication = finish(run)
        send(run, publication)
        return publication


def contents(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Content, time of change and mode of everything below a folder, and the folder itself."""
    paths = [folder, *sorted(folder.rglob("*"))]
    return {
        str(path): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in paths
    }
