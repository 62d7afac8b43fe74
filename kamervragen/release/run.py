"""One run of the main job: its folders, its version, and nothing of it left behind afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kamervragen.release.lock import locked
from kamervragen.release.output import Output, Release, begin_staging, point_to_latest, versions
from kamervragen.release.places import local_folder
from kamervragen.release.progress import note
from kamervragen.release.remote_lock import held
from kamervragen.release.remote_output import RemoteOutput, take_stock
from kamervragen.release.request import check_request, chosen_version, in_words
from kamervragen.release.versions import Version
from kamervragen.storage import Remote, Storage


@dataclass(frozen=True, slots=True)
class Run:
    """What every stage of a run needs to know.

    `work` is for what passes between the stages, `ready` becomes the release; both are in `output`'s
    staging folder. `previous` is the folder of the latest release, None when this is the first. `workers`
    is how many processes may be used; texts are read on the Dask cluster of `scheduler`, where one is given.

    When releases are published in object storage, `remote` is the folder there, `lock` the name of our lock
    on it, and `output` a local folder from which they are sent.
    """

    raw: Path | Remote
    output: Path
    work: Path
    ready: Path
    version: str
    previous: Path | None
    workers: int
    scheduler: str | None
    remote: Remote | None = None
    lock: str | None = None

    @property
    def raw_scheduler(self) -> str | None:
        """The scheduler of the cluster that reads the raw files: those in a folder here are read here."""
        return self.scheduler if isinstance(self.raw, Remote) else None


@dataclass(frozen=True, slots=True)
class _Standing:
    """An output that nobody else can use now, and what it holds."""

    latest: Release | None
    versions: list[Version]
    remote: Remote | None = None
    lock: str | None = None


@contextmanager
def begun(
    raw: Path | Remote,
    output: Path | RemoteOutput,
    version: str | None = None,
    workers: int = 1,
    scheduler: str | None = None,
) -> Iterator[Run]:
    """A run in the folder `output`, which is held until the block ends.

    Raises:
        WrongUseError: the folders, the version or the cluster are of no use, or another run holds the output.
        OSError: the output folder cannot be written.
    """
    check_request(raw, output, version, scheduler)
    folders = Output(local_folder(output).resolve())
    with _held(output, folders) as standing:
        chosen = chosen_version(version, standing.versions)
        try:
            staging = begin_staging(folders)
            work, ready = staging / "work", staging / "ready"
            ready.mkdir()
            yield Run(
                raw=raw.resolve() if isinstance(raw, Path) else raw,
                output=folders.root,
                work=work,
                ready=ready,
                version=str(chosen),
                previous=standing.latest.folder if standing.latest else None,
                workers=workers,
                scheduler=scheduler,
                remote=standing.remote,
                lock=standing.lock,
            )
        finally:
            shutil.rmtree(folders.staging, ignore_errors=True)


@contextmanager
def _held(output: Path | RemoteOutput, folders: Output) -> Iterator[_Standing]:
    with locked(folders):
        if not isinstance(output, RemoteOutput):
            latest, existing = point_to_latest(folders), versions(folders)
            _note_damaged(latest, existing)
            yield _Standing(latest, existing)
            return
        storage = Storage(output.folder)
        with ExitStack() as ending:
            with in_words(output.folder):
                lock = ending.enter_context(held(storage))
            _forget_releases(folders)
            ending.callback(_forget_releases, folders)
            stock = take_stock(storage, folders.releases)
            _note_damaged(stock.latest, stock.versions)
            yield _Standing(stock.latest, stock.versions, output.folder, lock)


def _note_damaged(latest: Release | None, existing: list[Version]) -> None:
    """Tell of releases that count no more, since they are not as they were published."""
    damaged = [str(version) for version in existing if latest is None or version > latest.version]
    if damaged:
        note("releases damaged", versions=damaged)


def _forget_releases(folders: Output) -> None:
    """What was fetched or has been sent is of no use here afterwards."""
    for folder in (folders.releases, folders.failed):
        shutil.rmtree(folder, ignore_errors=True)
