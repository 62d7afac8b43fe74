"""What stands in a release beside its checked tables, made from them before the manifest is."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from kamervragen.bundle import BUNDLE, write_bundle
from kamervragen.changes import NOTHING_BEFORE, tell_changes, write_changes
from kamervragen.describe import describe
from kamervragen.release.manifest import Manifest
from kamervragen.release.output import Release
from kamervragen.tables.citations import write_citations

CHANGES_PAGE = "CHANGES.md"


@contextmanager
def bundle_meanwhile(ready: Path, version: str, workers: int) -> Iterator[None]:
    """The bundle of the tables in `ready` is made while the block runs, which only looks at them.

    It is the step of a release that takes longest after reading. With a single worker, one thing is done
    after the other, and `complete` makes it.
    """
    if workers < 2:
        yield
        return
    wanted = Event()
    wanted.set()
    with ThreadPoolExecutor(1) as beside:
        made = beside.submit(write_bundle, ready, version, ready, wanted.is_set)
        try:
            yield
        except BaseException:  # Ctrl-C, too, must not wait for the bundle
            wanted.clear()
            raise
    made.result()


def complete(ready: Path, manifest: Manifest, previous: Release | None) -> dict[str, str]:
    """Put beside the tables in `ready` what is made from them, and from the previous release.

    Returns the hashes of all files that stand there, by their paths; those in `manifest` are not made again.
    Nothing here depends on the clock, the machine or the folders. What an earlier try has left is replaced.
    """
    folder = previous.folder if previous else NOTHING_BEFORE
    same_code = previous is not None and manifest.same_code_as(previous.manifest)
    write_citations(ready, ready)
    write_changes(folder, ready, ready, same_code=same_code)
    page = tell_changes(ready, folder, ready, version=manifest.version, previous=manifest.previous)
    (ready / CHANGES_PAGE).write_text(page, encoding="utf-8", newline="\n")
    if not (ready / BUNDLE).exists():  # else `bundle_meanwhile` has made it
        write_bundle(ready, manifest.version, ready)
    known = {file.path: file.sha256 for file in manifest.files}
    # Last: it sums up all that stands there.
    return describe(ready, manifest.version, manifest.previous, known)
