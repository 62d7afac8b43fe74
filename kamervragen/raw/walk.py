"""Finding the files of a raw folder, in an order that does not depend on the file system."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kamervragen.raw.paths import source_path
from kamervragen.raw.refusal import Refusal, refusal_of

SIDECAR_ENDING = b".meta.json"

HIDDEN_FILE = Refusal("The name begins with a dot: hidden files are not read.")
HIDDEN_FOLDER = Refusal("The name begins with a dot: hidden folders are not read.")
_LINK_OUT = Refusal("The symbolic link leads out of the raw folder.")
_LINK_BROKEN = Refusal("The symbolic link leads to nothing.")
_LINK_TO_FOLDER = Refusal("The symbolic link leads to a folder; only links to files are followed.")
_NOT_A_FILE = Refusal("It is not a regular file (a pipe, socket or device).")
_JSON = Refusal("It is a JSON file: data about documents, not the text of one.")
_CLOSED_FOLDER = Refusal("The folder may not be opened, so that the files in it are unknown.")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the raw folder. `name` is its path below the raw folder in bytes, as the system has it.

    `target` is the file to open (another one when the file is a link inside the raw folder), `size`
    its size in bytes when it was found; `refusal` says why it is not to be opened at all. `md5` is what
    object storage says about the content, in hexadecimal.
    """

    name: bytes
    path: str
    size: int
    target: bytes
    refusal: Refusal | None = None
    md5: str | None = None


@dataclass(frozen=True, slots=True)
class RawFolder:
    """All files of a raw folder: the documents to be, and the sidecars beside them."""

    files: tuple[Found, ...]
    sidecars: tuple[Found, ...]


def walk(raw: Path) -> RawFolder:
    """All files below `raw`, sorted by path.

    Names are handled as bytes: what Python makes of them otherwise depends on the locale.

    Raises:
        OSError: `raw` itself is not a folder that can be listed.
    """
    root = os.path.realpath(os.fsencode(raw))
    files: list[Found] = []
    sidecars: list[Found] = []
    folders = [b""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(_entries(root, folder))
        except OSError:
            if not folder:
                raise
            files.append(refused(folder + b"/", _CLOSED_FOLDER))
            continue
        for name, entry in entries:
            if _is_folder(entry) and not entry.name.startswith(b"."):
                folders.append(name)
            elif _is_sidecar(entry):
                sidecars.append(_found(root, name, entry))
            else:
                files.append(_found(root, name, entry))
    return RawFolder(sorted_by_path(files), sorted_by_path(sidecars))


def listing_of(folder: RawFolder) -> str:
    """A hash over what can be seen of a raw folder from outside its files: paths, sizes, what is refused."""
    facts = [
        (file.path, file.size, file.refusal and file.refusal.reason)
        for file in (*folder.files, *folder.sidecars)
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def sorted_by_path(found: Iterable[Found]) -> tuple[Found, ...]:
    """The files in the order of the ledger."""
    return tuple(sorted(found, key=lambda file: file.path))


def _entries(root: bytes, folder: bytes) -> Iterator[tuple[bytes, os.DirEntry[bytes]]]:
    with os.scandir(_join(root, folder)) as entries:
        for entry in entries:
            yield _join(folder, entry.name), entry


def _join(folder: bytes, name: bytes) -> bytes:
    return b"/".join(part for part in (folder, name) if part)


def _is_folder(entry: os.DirEntry[bytes]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_sidecar(entry: os.DirEntry[bytes]) -> bool:
    return entry.name.endswith(SIDECAR_ENDING) and not entry.name.startswith(b".")


def by_name(name: bytes) -> Refusal | None:
    """Why a file of this name is not to be opened."""
    return _JSON if name.lower().endswith(b".json") and not name.endswith(SIDECAR_ENDING) else None


def _found(root: bytes, name: bytes, entry: os.DirEntry[bytes]) -> Found:
    if entry.name.startswith(b"."):
        return refused(name + b"/", HIDDEN_FOLDER) if _is_folder(entry) else refused(name, HIDDEN_FILE)
    target = _join(root, name)
    try:
        if entry.is_symlink():
            target = os.path.realpath(target, strict=True)
            if os.path.commonpath([root, target]) != root:
                return refused(name, _LINK_OUT)
        status = os.stat(target, follow_symlinks=False)  # noqa: PTH116 - paths are bytes here
    except FileNotFoundError as error:
        return refused(name, _LINK_BROKEN if entry.is_symlink() else refusal_of(error))
    except OSError as error:
        return refused(name, refusal_of(error))
    refusal = _by_kind(status.st_mode) or by_name(name)
    return Found(name, source_path(name), status.st_size, target, refusal)


def _by_kind(mode: int) -> Refusal | None:
    if stat.S_ISDIR(mode):
        return _LINK_TO_FOLDER
    return None if stat.S_ISREG(mode) else _NOT_A_FILE


def refused(name: bytes, refusal: Refusal) -> Found:
    """A file, or a folder whose name ends with a slash, that is not to be opened."""
    return Found(name, source_path(name), 0, b"", refusal)
