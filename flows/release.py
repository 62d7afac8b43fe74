"""Release: the main job, from a folder of raw text to a checked, versioned release."""

from __future__ import annotations

import logging
from typing import Annotated, Literal

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from pydantic import BeforeValidator, Field

from flows.check import check
from flows.ingest import ingest
from flows.normalise import normalise
from flows.publish import publish
from kamervragen.release.cluster import chosen_scheduler
from kamervragen.release.delivery import fetched, keep_report, published_in
from kamervragen.release.hooks import chosen_hooks
from kamervragen.release.outcome import Outcome, StoppedError, as_markdown
from kamervragen.release.output import Output
from kamervragen.release.places import chosen_output, chosen_raw
from kamervragen.release.recording import recorded
from kamervragen.release.run import begun
from kamervragen.release.unchanged import inputs_of_run, mark, nothing_to_do
from kamervragen.release.versions import VERSION_FORM

_log = logging.getLogger("kamervragen.release")
# A text in Prefect's form; a path in Python is as good.
_Folder = Annotated[str, BeforeValidator(str)]


@flow(name="release", description=__doc__)
def release(
    raw: _Folder = "raw",
    output: _Folder = "output",
    version: Annotated[str, Field(pattern=rf"^({VERSION_FORM})?$")] | None = None,
    workers: Annotated[int, Field(ge=1, le=256)] = 2,
    executor: Literal["local", "dask"] = "local",
    address: str | None = None,
    scratch: _Folder | None = None,
) -> Outcome:
    """Make a release of all raw files, unless a check stops it or nothing has changed.

    Prefect's form shows what stands here about each parameter.

    Args:
        raw: The folder with the raw text files, or its address in object storage (s3://BUCKET/FOLDER).
        output: The folder for the releases, or its address in object storage. No passwords in addresses.
        version: Version of the release, YYYY-MM-DD.N; left empty, today's next.
        workers: Number of processes to work with on this machine.
        executor: Where the texts are read: here (local) or on a Dask cluster (dask).
        address: Of the cluster's scheduler, tcp://HOST:8786; left empty, the one in DASK_SCHEDULER_ADDRESS.
        scratch: Local folder to build in when the output is in object storage; by default a temporary one.

    Raises:
        StoppedError: a critical check failed; nothing is published.
        WrongUseError: the folders, the version or the cluster cannot be used, or there is nothing to read.
    """
    version = version or None  # what the form gives for an empty field
    asked = {"version": version, "workers": workers, "executor": executor}
    source, target = chosen_raw(raw), chosen_output(output, scratch)
    with (
        recorded(source, target, chosen_hooks(), _log.warning, **asked) as recording,
        begun(source, target, version, workers, chosen_scheduler(executor, address)) as run,
    ):
        latest = nothing_to_do(run.raw, Output(run.output), fetched(run))
        if latest is not None:
            outcome = Outcome.of_latest(latest, published_in(run, latest))
            recording.came_of_it(outcome)
            create_markdown_artifact(as_markdown(outcome), key="release", description="What was published.")
            return outcome
        ingest(run)
        normalise(run)
        report = check(run)
        if report.stopped:
            raise StoppedError(report, keep_report(run))
        publication = publish(run)
        mark(Output(run.output), publication.release, inputs_of_run(run.work))
        outcome = Outcome.of(publication, report, published_in(run, publication.release))
        recording.came_of_it(outcome)
        create_markdown_artifact(as_markdown(outcome), key="release", description="What was published.")
        return outcome


if __name__ == "__main__":
    release()
