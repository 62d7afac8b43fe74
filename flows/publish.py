"""Publish: a checked set of tables becomes a release, all at once."""

from __future__ import annotations

from prefect import flow, task

from flows.retrying import RETRY
from kamervragen.release.output import Output
from kamervragen.release.progress import note, stage
from kamervragen.release.publish import Publication
from kamervragen.release.publish import publish as publish_release
from kamervragen.release.run import Run
from kamervragen.release.versions import parse_version


@flow(name="publish", description=__doc__)
def publish(run: Run) -> Publication:
    """The new release, or the latest one when nothing has changed since."""
    return put_in_place(run)


@task(name="put in place", **RETRY)
def put_in_place(run: Run) -> Publication:
    """Manifest, one rename, and the pointer to the latest release."""
    stage("publishing")
    version = parse_version(run.version)
    if version is None:
        raise ValueError(f"{run.version!r} is no version")
    publication = publish_release(run.ready, Output(run.output), version)
    release = publication.release
    event = "release published" if publication.is_new else "nothing changed"
    note(event, version=str(release.version), previous=release.manifest.previous)
    return publication
