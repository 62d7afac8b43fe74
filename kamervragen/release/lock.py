"""One release at a time in one output folder."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from kamervragen.release.errors import WrongUseError
from kamervragen.release.output import Output


@contextmanager
def locked(output: Output) -> Iterator[None]:
    """Hold the output folder (made when it is not there) for as long as the block runs.

    The lock belongs to the process: it is gone when the process is, however it went.

    Raises:
        WrongUseError: another process holds it; the message names it.
        OSError: the folder cannot be made or written.
    """
    output.root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(output.lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongUseError(f"{_holder(descriptor)} in {output.root}; wait until it is done.") from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(_me()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _me() -> dict[str, str | int]:
    return {"process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}


def _holder(descriptor: int) -> str:
    try:
        holder = json.loads(os.pread(descriptor, 1000, 0))
        return f"Process {holder['process']} has been making a release since {holder['since']}"
    except (ValueError, KeyError, TypeError):  # it has only just taken the lock
        return "Another process is making a release"
