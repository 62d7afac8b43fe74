"""All stages of a release one after the other, for whoever needs no one to watch them."""

from __future__ import annotations

from pathlib import Path

from kamervragen.quality import Notice, Report, check_tables, write_report
from kamervragen.raw import found_files, ingest, read_ledger
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
    ledger = work / "ledger.parquet"
    assemble(work / "parts", ledger, ready, threads=count)
    notices = [
        Notice(source.source_path, remark)
        for source in read_ledger(ledger)
        for remark in (source.remarks or "").splitlines()
    ]
    report = check_tables(ready, previous, notices, found_files(work))
    write_report(report, ready / "quality")
    return report
