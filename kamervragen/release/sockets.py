"""The folder with the socket of the server that workers are forked from goes when the run does.

A process that ends as it should removes it by itself. For one that is killed the server does, which loads
this module for that; and when both are killed at once, the next run that has workers: a note in the
temporary folder says where it is, and is locked for as long as its process lives.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

SOCKETS = "KAMERVRAGEN_SOCKETS"
"""The name in the environment under which the server is told of the note."""

_PREFIX, _SUFFIX = ".kamervragen-", ".sockets"
# What `multiprocessing` calls its temporary folders.
_FOLDER = "pymp-"


@cache
def noted(folder: str) -> str:
    """Note down that this process has its sockets in `folder`; returns the path of the note.

    What dead processes have noted down is removed.

    Raises:
        OSError: the temporary folder cannot be written.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):  # gone, somebody else's, or of a process that lives
            _remove_if_dead(left)
    descriptor, note = tempfile.mkstemp(_SUFFIX, _PREFIX)  # open, and so locked, until this process ends
    atexit.register(_removed, note)  # `multiprocessing` removes the folder
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.write(descriptor, os.fsencode(folder))
    return note


def _remove_if_dead(note: Path) -> None:
    if note.lstat().st_uid != os.getuid():
        return
    with note.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _removed(note, os.fsdecode(file.read()))


def _removed(note: str | Path, folder: str = "") -> None:
    """Remove a note and the folder that it names."""
    if Path(folder).name.startswith(_FOLDER):
        shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # another run has swept it up
        Path(note).unlink()


if (_note := os.environ.pop(SOCKETS, None)) is not None:
    with suppress(OSError):  # somebody has cleared the temporary folder
        atexit.register(_removed, _note, os.fsdecode(Path(_note).read_bytes()))
