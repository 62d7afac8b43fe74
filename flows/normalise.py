"""Normalise: read the documents and bring them together in tables."""

from __future__ import annotations

from dataclasses import asdict

from prefect import flow, task

from flows.retrying import RETRY
from kamervragen.release.normalise import Failure, read_documents
from kamervragen.release.output import Output
from kamervragen.release.progress import note, stage
from kamervragen.release.run import Run
from kamervragen.release.workers import workers
from kamervragen.tables import assemble

_NOTED = 10


@flow(name="normalise", description=__doc__)
def normalise(run: Run) -> dict[str, int]:
    """From decoded texts to the tables that stand ready to be released; the number of rows of each."""
    read(run)
    return write_tables(run)


@task(name="read documents")
def read(run: Run) -> tuple[Failure, ...]:
    """Every text through the reader, by as many processes as the run may use or by its cluster."""
    with workers(run.workers, run.scheduler) as executor:
        progress, store = stage("reading documents"), Output(run.output).readings
        failures = read_documents(run.work, executor, progress, store)
    if failures:
        first = [asdict(failure) for failure in failures[:_NOTED]]
        note("texts failed", count=len(failures), first=first)
    return failures


@task(name="write tables", **RETRY)
def write_tables(run: Run) -> dict[str, int]:
    """Sort the rows of all documents into the tables of the release."""
    stage("writing tables")
    rows = assemble(run.work / "parts", run.work / "ledger.parquet", run.ready, threads=run.workers)
    note("tables written", rows=rows)
    return rows
