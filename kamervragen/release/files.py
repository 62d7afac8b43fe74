"""Writing files so that a power cut leaves the old content or the new, never half of it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the content of a file is on the disk."""
    _sync(path, os.O_RDONLY)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make a folder that is on the disk before anything is put in it; one that is there stays as it is."""
    if not path.is_dir():
        path.mkdir(exist_ok=True)
        sync_folder(path.parent)


def settle(folder: Path) -> None:
    """Everything in the folder is on the disk afterwards, and read-only from here on."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
        else:
            path.chmod(0o444)
            sync_file(path)
    sync_folder(folder)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file at `path` in one step, by a file that is on the disk already."""
    put_in_place(written_aside(path, content), path)


def written_aside(path: Path, content: bytes) -> Path:
    """What is to replace `path`, beside it and on the disk: all of it that needs room."""
    new = aside(path)
    try:
        new.write_bytes(content)
        sync_file(new)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def put_in_place(new: Path, path: Path) -> None:
    """Let a file that was written aside take its place, in one step."""
    new.replace(path)
    sync_folder(path.parent)


def aside(path: Path) -> Path:
    """Where the content that is to replace `path` waits."""
    return path.with_name(f".{path.name}.new")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """What libraries put in the temporary folder goes here while the block runs.

    When a run is killed, nobody else takes that away.
    """
    folder.mkdir(exist_ok=True)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
