"""Ingest, without the work on what the store of readings has already."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

from kamervragen.raw import IngestSummary, ingest
from kamervragen.raw.register import Progress
from kamervragen.raw.texts import MOST_FILES
from kamervragen.release.readings import take_over
from kamervragen.storage import Remote


def register_files(
    raw: Path | Remote,
    work: Path,
    executor: Executor,
    progress: Progress = lambda done, total: None,
    store: Path | None = None,
    most_files: int = MOST_FILES,
) -> IngestSummary:
    """Register all files of the folder `raw` in `work`, and take over there what the `store` knows of them.

    Raises:
        OSError: `raw` is not a folder that can be listed, or `work` cannot be written.
    """
    known = take_over(store, work / "parts") if store else {}
    return ingest(raw, work, executor, progress=progress, most_files=most_files, known=known)
