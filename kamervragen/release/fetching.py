"""Releases in object storage, for what looks at folders and tables: copied here, or read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kamervragen.release.manifest import MANIFEST, is_below, read_manifest
from kamervragen.release.output import RELEASES
from kamervragen.release.remote_output import versions_in, whole_there
from kamervragen.release.versions import Version
from kamervragen.storage import Remote, Storage, StorageError

Wanted = Callable[[str], bool]
"""Whether a file of a release, by its name in there, is of use."""


@contextmanager
def at_hand(
    place: Path | Remote, wanted: Wanted = lambda name: True, *, with_previous: bool = False
) -> Iterator[Path]:
    """The folder of a release: the one that is named, or a copy of the release at that address.

    A copy goes when the block ends. With `with_previous` the release that it was compared with is beside it,
    if it is there at all. What stands at the address need not be a release, or a sound one.

    Raises:
        AddressError: nothing here knows such addresses.
        OSError: the storage does not give it, or there is no room for it here.
    """
    if isinstance(place, Path):
        yield place
        return
    with TemporaryDirectory(prefix="kamervragen-fetched-") as name:
        folder = _fetched(place, Path(name), wanted)
        manifest = read_manifest(folder / MANIFEST)
        if with_previous and manifest is not None and manifest.previous is not None:
            _fetched(place.parent / manifest.previous, Path(name), wanted)
        yield folder


def _fetched(remote: Remote, into: Path, wanted: Wanted) -> Path:
    storage = Storage(remote)
    folder = into / remote.name
    for name in filter(wanted, storage.objects()):
        if name.endswith("/"):
            continue  # the mark that some tools leave for a folder
        if not is_below(name):  # what others have called it must not lead out of our folder
            raise StorageError(f"{remote} holds an object called {name!r}, which is no file of a release")
        storage.fetch(name, folder / name)
    return folder


def versions_there(output: Remote) -> list[Version]:
    """All versions in an output in object storage, oldest first.

    Raises:
        AddressError, OSError: as in `at_hand`.
    """
    return versions_in(Storage(output))


def latest_there(output: Remote) -> Version | None:
    """The newest whole release in an output in object storage; damaged ones are passed over.

    Raises:
        AddressError, OSError: as in `at_hand`.
    """
    storage = Storage(output)
    return next((one for one in reversed(versions_in(storage)) if whole_there(storage, one)), None)


def table_there(output: Remote, version: str, table: str) -> bytes:
    """The Parquet file of a table of a release in object storage.

    Raises:
        FileNotFoundError: it is not there.
        AddressError, OSError: as in `at_hand`.
    """
    return Storage(output).read_whole(f"{RELEASES}/{version}/{table}.parquet")
