"""Whether there is anything to do: a run with the inputs and the code of the run before it ends at once.

The mark that the last run left, `output/.readings/released.json`, says what its release was made from.
Without it the next run is a whole one, which comes to the same end.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from kamervragen.raw.contents import find
from kamervragen.raw.inputs import inputs_now
from kamervragen.raw.register import found_listing
from kamervragen.raw.walk import listing_of
from kamervragen.release.files import sha256_of, write_atomically
from kamervragen.release.lock import locked
from kamervragen.release.manifest import MANIFEST
from kamervragen.release.normalise import INPUTS
from kamervragen.release.output import Output, Release, point_to_latest
from kamervragen.release.progress import note
from kamervragen.release.readings import made_with
from kamervragen.release.remote_output import RemoteOutput
from kamervragen.storage import Remote

_MARK = "released.json"


class Inputs(NamedTuple):
    """Two hashes over the raw folder: what can be seen from outside its files, and all that matters."""

    listing: str
    contents: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """The release that a run ended with, by its manifest, what that was made from, and with what."""

    version: str
    manifest: str
    made_with: str
    listing: str
    contents: str


def inputs_of_run(work: Path) -> Inputs:
    """What ingest found, as it and `read_documents` have noted it."""
    return Inputs(found_listing(work), (work / INPUTS).read_text(encoding="ascii"))


def mark(output: Output, release: Release, inputs: Inputs) -> None:
    """Leave for the next run what the release, the latest by now, was made from."""
    if output.readings.is_dir():
        made = _Mark(str(release.version), sha256_of(release.folder / MANIFEST), made_with(), *inputs)
        write_atomically(output.readings / _MARK, json.dumps(asdict(made)).encode())


def nothing_to_do(raw: Path | Remote, output: Output, latest: Release | None = None) -> Release | None:
    """The latest release, when a run would give it once more; to be called while the output is locked.

    The release is read whole, to see that it is sound, and so is the raw folder, unless it differs already
    from outside its files. `latest` is the release that was fetched, where the output is elsewhere.

    Raises:
        OSError: the raw folder cannot be listed, or the pointer to the latest release not be set.
    """
    made = _read(output.readings / _MARK)
    if made is None or made.made_with != made_with() or not _same_inputs(raw, made):
        return None
    release = latest or point_to_latest(output)
    if release is None or str(release.version) != made.version:
        return None
    if sha256_of(release.folder / MANIFEST) != made.manifest:
        return None
    note("nothing changed", version=made.version, previous=release.manifest.previous)
    return release


def _same_inputs(raw: Path | Remote, made: _Mark) -> bool:
    folder = find(raw)
    if listing_of(folder) != made.listing:
        return False
    return inputs_now(folder, raw if isinstance(raw, Remote) else None) == made.contents


def unchanged(raw: Path | Remote, output: Path | RemoteOutput) -> Release | None:
    """The same, for whoever has not locked the output yet, and makes a release when there is something to do.

    An output elsewhere is not looked at.

    Raises:
        WrongUseError: another run holds the output.
        OSError: the output cannot be written, or the raw folder not be listed.
    """
    if isinstance(output, RemoteOutput):
        return None
    folders = Output(output.resolve())
    if not (folders.readings / _MARK).exists():
        return None
    with locked(folders):
        latest = nothing_to_do(raw.resolve() if isinstance(raw, Path) else raw, folders)
        if latest is None:  # the run that follows need not look once more
            (folders.readings / _MARK).unlink(missing_ok=True)
        return latest


def _read(path: Path) -> _Mark | None:
    try:
        return _Mark(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
