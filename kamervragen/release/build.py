"""All stages of a release one after the other, for whoever needs no one to watch them."""

from __future__ import annotations

from pathlib import Path

from kamervragen.quality import Report
from kamervragen.raw import ingest
from kamervragen.release.gate import check_ready
from kamervragen.release.normalise import read_documents
from kamervragen.release.workers import workers
from kamervragen.tables import assemble


def build_tables(raw: Path, work: Path, ready: Path, previous: Path | None, count: int = 1) -> Report:
    """Make the tables of a release of the folder `raw`, and the report of their checks, in `ready`.

    `work` is for what passes between the stages; `previous` is the release to compare with in the checks;
    `count` processes do the work.

    Raises:
        OSError: a folder cannot be read or written.
    """
    with workers(count) as executor:
        ingest(raw, work, executor)
        read_documents(work, executor)
    assemble(work / "parts", work / "ledger.parquet", ready, threads=count)
    return check_ready(work, ready, previous)
