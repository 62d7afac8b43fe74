"""Publish: a checked set of tables becomes a release, all at once."""

from __future__ import annotations

from prefect import flow, task

from flows.retrying import RETRY
from kamervragen.release.delivery import finish, send
from kamervragen.release.progress import note, stage
from kamervragen.release.publish import Publication
from kamervragen.release.run import Run


@flow(name="publish", description=__doc__)
def publish(run: Run) -> Publication:
    """The new release, or the latest one when nothing has changed since."""
    publication = put_in_place(run)
    if run.remote is not None:
        send_there(run, publication)
    release = publication.release
    event = "release published" if publication.is_new else "nothing changed"
    note(event, version=str(release.version), previous=release.manifest.previous)
    return publication


@task(name="put in place", **RETRY)
def put_in_place(run: Run) -> Publication:
    """Manifest, one rename, and the pointer to the latest release."""
    stage("publishing")
    return finish(run)


@task(name="send", **RETRY)
def send_there(run: Run, publication: Publication) -> None:
    """The release goes to object storage, the manifest last."""
    stage("sending the release")
    send(run, publication)
