"""All stages of a release one after the other; for whoever needs no Prefect."""

from __future__ import annotations

from pathlib import Path

from kamervragen.quality import Report
from kamervragen.raw.texts import MOST_FILES
from kamervragen.release.gate import check_ready
from kamervragen.release.ingest import register_files
from kamervragen.release.normalise import read_documents
from kamervragen.release.progress import stage
from kamervragen.release.workers import workers
from kamervragen.storage import Remote
from kamervragen.tables import assemble


def build_tables(
    raw: Path | Remote,
    work: Path,
    ready: Path,
    previous: Path | None,
    count: int = 1,
    *,
    scheduler: str | None = None,
    most_files: int = MOST_FILES,
    store: Path | None = None,
) -> Report:
    """Make the tables of a release of the folder `raw`, and the report of their checks, in `ready`.

    `work` is for what passes between the stages; `previous` is the release to compare with in the checks.
    `count` processes do the work, `most_files` files at a time; the Dask cluster of `scheduler` reads the
    texts where one is given, and the raw files where they are in object storage. What the `store` of
    readings has is not read again.

    Raises:
        OSError: a folder cannot be read or written.
        WrongUseError: the cluster cannot be used.
    """
    with workers(count, scheduler if isinstance(raw, Remote) else None) as executor:
        register_files(raw, work, executor, stage("registering files"), store, most_files)
    with workers(count, scheduler) as executor:
        read_documents(work, executor, stage("reading documents"), store, most_files)
    assemble(work / "parts", work / "ledger.parquet", ready, threads=count)
    return check_ready(work, ready, previous)
