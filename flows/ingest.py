"""Ingest: register and decode the raw files."""

from __future__ import annotations

from prefect import flow, task
from prefect.artifacts import create_table_artifact

from flows.retrying import RETRY
from kamervragen.raw import SET_ASIDE, IngestSummary, read_ledger
from kamervragen.release.errors import WrongUseError
from kamervragen.release.ingest import register_files
from kamervragen.release.output import Output
from kamervragen.release.progress import note, stage
from kamervragen.release.run import Run
from kamervragen.release.workers import workers

_SHOWN = 200
_NOTED = 10


@flow(name="ingest", description=__doc__)
def ingest(run: Run) -> IngestSummary:
    """Register every raw file; the ledger and the decoded texts go into the run's work folder.

    Raises:
        WrongUseError: there is nothing to read in the raw folder.
    """
    summary = register(run)
    show_set_aside(run)
    if not summary.loaded:
        raise WrongUseError(nothing_readable(run, summary))
    return summary


@task(name="register and decode raw files", **RETRY)
def register(run: Run) -> IngestSummary:
    """All raw files, by as many processes as the run may use or, from object storage, by its cluster."""
    with workers(run.workers, run.raw_scheduler) as executor:
        store = Output(run.output).readings
        return register_files(run.raw, run.work, executor, stage("registering files"), store)


def show_set_aside(run: Run) -> None:
    """Leave a table of the files that were set aside, with the reason, for those who look in the UI."""
    rows = [
        {"file": source.source_path, "status": source.status, "reason": source.reason}
        for source in read_ledger(run.work / "ledger.parquet", SET_ASIDE)
    ]
    note("files set aside", count=len(rows), first=rows[:_NOTED])
    description = f"{len(rows)} files set aside (the first {_SHOWN} are shown)."
    create_table_artifact(rows[:_SHOWN], key="files-set-aside", description=description)


def nothing_readable(run: Run, summary: IngestSummary) -> str:
    """One sentence for a raw folder without a single text in it."""
    if not summary.files:
        return f"There are no files in {run.raw}."
    first = next(read_ledger(run.work / "ledger.parquet"))
    return (
        f"Nothing in {run.raw} can be read as text: files: {summary.files}, all set aside"
        f" (the first, {first.source_path!r}: {first.reason})"
    )
