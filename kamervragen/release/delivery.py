"""What a run has made goes to its output, which may be elsewhere."""

from __future__ import annotations

from pathlib import Path

from kamervragen.release.manifest import MANIFEST, read_manifest
from kamervragen.release.output import Output, Release, keep_failure
from kamervragen.release.publish import Publication, publish, publish_after
from kamervragen.release.remote_output import place_of, send_failure, send_release
from kamervragen.release.run import Run
from kamervragen.release.versions import parse_version
from kamervragen.storage import Remote, Storage


def finish(run: Run) -> Publication:
    """Publish what stands ready in the output on this machine; see `publish`."""
    version = parse_version(run.version)
    if version is None:
        raise ValueError(f"{run.version!r} is no version")
    if run.remote is None:
        return publish(run.ready, Output(run.output), version)
    return publish_after(fetched(run), run.ready, Output(run.output), version)


def fetched(run: Run) -> Release | None:
    """The latest release, when it was fetched from elsewhere: its tables and its report are here."""
    if run.remote is None or run.previous is None:
        return None
    version, manifest = parse_version(run.previous.name), read_manifest(run.previous / MANIFEST)
    return Release(version, run.previous, manifest) if version and manifest else None


def send(run: Run, publication: Publication) -> None:
    """Send a new release to object storage, where the output is there; may be repeated when it fails.

    Raises:
        LockLostError: another run has taken the output over.
        OSError: the storage does not take it.
    """
    if run.remote is not None and run.lock is not None and publication.is_new:
        send_release(Storage(run.remote), publication.release, run.lock)


def published_in(run: Run, release: Release) -> Path | Remote:
    """Where people find the release."""
    return release.folder if run.remote is None else place_of(run.remote, release.version)


def keep_report(run: Run) -> Path | Remote:
    """Put the report of a run that a check has stopped where people find it."""
    report = run.ready / "quality"
    if run.remote is None:
        return keep_failure(Output(run.output), run.version, report)
    return send_failure(Storage(run.remote), run.version, report)
